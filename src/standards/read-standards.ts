import { COMPARED } from './compared.ts';
import { overlaps } from './dated.ts';
import { readJson, refused, repeatedKeys } from './json-file.ts';
import { pathText } from './json-places.ts';
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
  const { read, places } = readJson(text, file);
  const result = standardsFileSchema.safeParse(read);
  const repeated = repeatedKeys(places);
  if (!result.success) throw refused([...repeated, ...result.error.issues.flatMap((issue) => problemsOf(issue))], places, file);
  const own: Book = { standards: result.data.standards ?? [], schemes: result.data.schemes ?? [] };
  const problems = [...repeated, ...doubled(own), ...unknownStandards(own), ...judgesNothing(own)];
  if (problems.length > 0) throw refused(problems, places, file);
  return own;
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
  const shipped = new Set([...shippedBook.standards.map(({ id }) => id), ...Object.values<string>(COMPARED)]);
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
