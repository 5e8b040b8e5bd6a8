import { UserError } from '../errors.ts';
import type { Text } from '../vocabulary/text.ts';
import { jsonPlaces } from './json-places.ts';
import type { JsonPlaces } from './json-places.ts';
import type { Problem } from './problems.ts';

/** A JSON file that somebody wrote: what it holds, and where in it. Throws a UserError that names the line where it is not JSON. */
export function readJson(text: string, file: string): { readonly read: unknown; readonly places: JsonPlaces } {
  const written = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const read = parsed(written, file);
  if (isDeep(read))
    throw new UserError({
      zh: `${file}：括号套了 ${MOST_DEEP} 层以上，不是标准或设置文件`,
      en: `${file}: brackets within brackets, more than ${MOST_DEEP} deep: no file of standards or settings is`,
    });
  return { read, places: jsonPlaces(written) };
}

const MOST_DEEP = 32;

/** Whether values stand within more values than any schema knows. */
function isDeep(read: unknown): boolean {
  let level: readonly unknown[] = [read];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEEP) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** Keys written twice: which of the two counts would not be seen. */
export const repeatedKeys = ({ repeated }: JsonPlaces): readonly Problem[] =>
  repeated.map((path) => ({ path, text: { zh: '这个键写了两次', en: 'this key is written twice' } }));

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

/** One error with every problem, each with the line and the place in the file, in the order of the lines. */
export function refused(problems: readonly Problem[], { lines }: JsonPlaces, file: string): UserError {
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
