import { UserError } from '../errors.ts';
import type { Text } from '../vocabulary/text.ts';
import { overlaps } from './dated.ts';
import { jsonPlaces, pathText } from './json-places.ts';
import type { JsonPlaces } from './json-places.ts';
import { problemsOf } from './problems.ts';
import type { Problem } from './problems.ts';
import { shippedBook } from './regions/index.ts';
import { standardsFileSchema } from './schema.ts';
import type { Book, Standard } from './standard.ts';

/**
 * A user's file of standards: `{ "standards": [...], "schemes": [...] }`, either of which may be missing, in the schema of the shipped ones.
 * Throws one UserError with every problem, each with the file, the line, the place in the file and what is wanted.
 */
export function readStandards(text: string, file: string): Book {
  const written = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const read = parsed(written, file);
  const places = jsonPlaces(written);
  const result = standardsFileSchema.safeParse(read);
  const repeated: readonly Problem[] = places.repeated.map((path) => ({
    path,
    text: { zh: '这个键写了两次', en: 'this key is written twice' },
  }));
  if (!result.success) throw refused([...repeated, ...result.error.issues.flatMap(problemsOf)], places, file);
  const own: Book = { standards: result.data.standards ?? [], schemes: result.data.schemes ?? [] };
  const problems = [...repeated, ...doubled(own), ...unknownStandards(own), ...judgesNothing(own)];
  if (problems.length > 0) throw refused(problems, places, file);
  return own;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length);
    const line = text.slice(0, position).split('\n').length;
    throw new UserError({
      zh: `${file} 第 ${line} 行：不是完整的 JSON；检查这一行附近的逗号、引号和括号`,
      en: `${file} line ${line}: not valid JSON; look for a comma, a quotation mark or a bracket near that line`,
    });
  }
}

function refused(problems: readonly Problem[], { lines }: JsonPlaces, file: string): UserError {
  const placed = problems.map((problem) => ({ ...problem, line: lineOf(problem.path, lines) })).toSorted((a, b) => a.line - b.line);
  return new UserError(
    ...placed.map(({ path, text, line }): Text => ({
      zh: `${file} 第 ${line} 行 ${path || '（整个文件）'}：${text.zh}`,
      en: `${file} line ${line} ${path || '(the whole file)'}: ${text.en}`,
    })),
  );
}

/** The line of a place, or of the nearest thing around it when it is missing from the file. */
function lineOf(path: string, lines: ReadonlyMap<string, number>): number {
  const found = lines.get(path);
  if (found !== undefined || path === '') return found ?? 1;
  const around = path.replace(/(?:\.|^)[^.[\]]+$|\[\d+\]$/u, '');
  return around === path ? 1 : lineOf(around, lines);
}

/** Two entries of the file about one thing, with a day in common. */
function doubled({ standards, schemes }: Book): readonly Problem[] {
  const text = { zh: '与前面一条同编号、同地区，时段重叠', en: 'has the id and region of an earlier entry, and days in common with it' };
  const sameHalf = (a: Standard, b: Standard): boolean =>
    a.appliesTo === undefined || b.appliesTo === undefined || a.appliesTo === b.appliesTo;
  return [
    ...standards.flatMap((one, index) =>
      standards
        .slice(0, index)
        .some(
          (other) =>
            other.id === one.id &&
            other.region === one.region &&
            sameHalf(one, other) &&
            one.values.some((value) => other.values.some((before) => overlaps(value, before))),
        )
        ? [{ path: pathText(['standards', index]), text }]
        : [],
    ),
    ...schemes.flatMap((one, index) =>
      schemes.slice(0, index).some((other) => other.id === one.id && other.region === one.region && overlaps(one, other))
        ? [{ path: pathText(['schemes', index]), text }]
        : [],
    ),
  ];
}

/** A criterion that names a standard which neither the file nor the shipped book has. */
function unknownStandards({ standards, schemes }: Book): readonly Problem[] {
  const known = new Set([...shippedBook.standards, ...standards].map(({ id }) => id));
  return schemes.flatMap(({ criteria }, scheme) =>
    criteria.flatMap(({ parts }, criterion) =>
      parts.flatMap((part, index) =>
        part.kind !== 'metric' || known.has(part.standard)
          ? []
          : [
              {
                path: pathText(['schemes', scheme, 'criteria', criterion, 'parts', index, 'standard']),
                text: {
                  zh: `没有标准 ${part.standard}；先在 standards 里写出它`,
                  en: `there is no standard ${part.standard}; write it under "standards" first`,
                },
              },
            ],
      ),
    ),
  );
}

/** A standard that nothing would be judged by, most likely because its id is misspelt. */
function judgesNothing({ standards, schemes }: Book): readonly Problem[] {
  const used = new Set(
    [...shippedBook.schemes, ...schemes].flatMap(({ criteria }) =>
      criteria.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'metric' ? [part.standard] : []))),
    ),
  );
  const shipped = new Set(shippedBook.standards.map(({ id }) => id));
  const subjects = new Set([...used].map((id) => id.split('/')[1]));
  return standards.flatMap(({ id, reference }, index) => {
    const [prefix, subject] = id.split('/');
    const isJudged = shipped.has(id) || used.has(id) || (/^(?:village|county)-exit$/u.test(prefix!) && subjects.has(subject));
    return isJudged || reference === true
      ? []
      : [
          {
            path: pathText(['standards', index, 'id']),
            text: {
              zh: `没有指标按 ${id} 判定；已有：${[...shipped].join('、')}。只列出不判定的，加 "reference": true`,
              en: `nothing is judged by ${id}; known: ${[...shipped].join(', ')}. One that is only listed has "reference": true`,
            },
          },
        ];
  });
}
