import type { Format } from '../report/format.ts';
import { UserError } from '../errors.ts';
import type { Words } from './options.ts';
import { colorOption, oneOf } from './options.ts';
import type { World } from './world.ts';

const WIDTH_OF_A_PIPE = 80;

/** The formats of every command but report and template. */
export const PAGE_FORMATS = [
  { id: 'table', ending: '.txt' },
  { id: 'csv', ending: '.csv' },
  { id: 'json', ending: '.json' },
] as const;

/** Columns to write for: those of the terminal, 80 into a pipe or a file. */
export const widthOf = ({ stdout }: World, words: Words): number =>
  words.output === undefined ? stdout.columns || WIDTH_OF_A_PIPE : WIDTH_OF_A_PIPE;

/** Colour as it is asked for; else only on a terminal that takes it. */
export function colorOf({ stdout, env }: World, words: Words): boolean {
  const when = colorOption(words);
  if (when !== 'auto') return when === 'always';
  return words.output === undefined && stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** The format asked for, else the one that the output file's ending means, else `table` on a terminal and `piped` into a pipe. */
export function formatOf(words: Words, formats: readonly Pick<Format, 'id' | 'ending'>[], piped: string, { stdout }: World): string {
  const asked = oneOf(
    'format',
    words.format,
    formats.map(({ id }) => id),
  );
  if (asked !== undefined) return asked;
  const output = words.output as string | undefined;
  if (output === undefined) return stdout.isTTY === true ? 'table' : piped;
  const meant = formats.find(({ ending }) => ending !== undefined && output.toLowerCase().endsWith(ending));
  if (meant) return meant.id;
  const endings = formats.flatMap(({ ending }) => ending ?? []).join(' ');
  throw new UserError({
    zh: `从 ${output} 的扩展名看不出格式。可用：${endings}；或用 --format 指明`,
    en: `the ending of ${output} means no format. Known: ${endings}; or say --format`,
  });
}

/** A byte-order mark before CSV that Excel and WPS will open: asked for, or a file in Chinese. */
export function markOf(words: Words, format: string, lang: string): string {
  const isCsv = format === 'csv' || format === 'tallies';
  const asked = words.bom as boolean | undefined;
  const wanted = asked ?? (words.output !== undefined && lang === 'zh');
  return isCsv && wanted ? '\uFEFF' : '';
}
