import type { Format, Surface } from '../report/format.ts';
import { UserError } from '../errors.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { CommandContext } from './command.ts';
import type { Words } from './options.ts';
import { oneOf } from './options.ts';
import type { World } from './world.ts';

const WIDTH_OF_A_PIPE = 80;

/** Columns to write for: those of the terminal, 80 into a pipe or a file. */
export const widthOf = ({ stdout }: World, words: Words): number =>
  words.output === undefined ? stdout.columns || WIDTH_OF_A_PIPE : WIDTH_OF_A_PIPE;

/** Colour only on a terminal, unless it is switched off. */
export const colorOf = ({ stdout, env }: World, words: Words): boolean =>
  words.output === undefined && stdout.isTTY === true && words.color !== false && !env.NO_COLOR && env.TERM !== 'dumb';

/** What a format is told of where the result goes. */
export const surfaceOf = (words: Words, { world, lang }: Pick<CommandContext, 'world' | 'lang'>): Surface => ({
  lang,
  width: widthOf(world, words),
  color: colorOf(world, words),
  mark: isMarked(words, lang),
});

/** The format asked for, else the one that the output file's ending means, else `table` on a terminal and `piped` into a pipe. */
export function formatOf<F extends Pick<Format, 'id' | 'ending'>>(
  words: Words,
  formats: readonly F[],
  piped: string,
  { stdout }: World,
): F {
  const named = (id: string): F => formats.find((format) => format.id === id)!;
  const asked = oneOf(
    'format',
    words.format,
    formats.map(({ id }) => id),
  );
  if (asked !== undefined) return named(asked);
  const output = words.output as string | undefined;
  if (output === undefined) return named(stdout.isTTY === true ? 'table' : piped);
  const meant = formats.find(({ ending }) => ending !== undefined && output.toLowerCase().endsWith(ending));
  if (meant) return meant;
  const endings = formats.flatMap(({ ending }) => ending ?? []).join(' ');
  throw new UserError({
    zh: `从 ${output} 的扩展名看不出格式。可用：${endings}；或用 --format 指明`,
    en: `the ending of ${output} means no format. Known: ${endings}; or say --format`,
  });
}

/** Whether Excel and WPS are to be shown by a byte-order mark that it is UTF-8: asked for, or a file in Chinese. */
const isMarked = (words: Words, lang: Lang): boolean => (words.bom as boolean | undefined) ?? (words.output !== undefined && lang === 'zh');

/** The mark before CSV that no format writes: of a template, of a file that is written back. */
export const markOf = (words: Words, format: string, lang: Lang): string => (format === 'csv' && isMarked(words, lang) ? '\uFEFF' : '');
