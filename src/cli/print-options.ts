import type { Surface } from '../report/format.ts';
import { UserError } from '../errors.ts';
import type { Words } from './options.ts';
import { colorOption, oneOf } from './options.ts';
import type { CommandContext } from './command.ts';
import type { World } from './world.ts';

const WIDTH_OF_A_PIPE = 80;

/** The formats of every command but report and template. */
export const PAGE_FORMATS = [
  { id: 'table', ending: '.txt' },
  { id: 'csv', ending: '.csv' },
  { id: 'json', ending: '.json' },
] as const;

/** How a result is printed, and where it goes. */
export interface PrintOptions<F extends string = string> {
  readonly format: F;
  /** The file of `-o`. */
  readonly output: string | undefined;
  /** A byte-order mark, or nothing. */
  readonly mark: string;
  readonly surface: Surface;
  readonly quiet: boolean;
  /** Files besides the inputs that a result must not overwrite: the profile, the standards, the accepted findings. */
  readonly settings: readonly string[];
}

/** Reads the words about printing. Throws a UserError for the first that cannot be; nothing is opened. */
export function printOptions<F extends string>(
  words: Words,
  formats: readonly { readonly id: F; readonly ending?: string | undefined }[],
  piped: F,
  { world, lang }: Pick<CommandContext, 'world' | 'lang'>,
): PrintOptions<F> {
  const format = formatOf(words, formats, piped, world);
  return {
    format,
    output: words.output as string | undefined,
    mark: markOf(words, format, lang),
    surface: { width: widthOf(world, words), color: colorOf(world, words), long: words.long === true },
    quiet: words.quiet === true,
    settings: [words.profile, words.standards, words.accept].flat().filter((file) => typeof file === 'string'),
  };
}

/** Columns to write for: those of the terminal, 80 into a pipe or a file. */
const widthOf = ({ stdout }: World, words: Words): number =>
  words.output === undefined ? stdout.columns || WIDTH_OF_A_PIPE : WIDTH_OF_A_PIPE;

/** Colour as it is asked for; else only on a terminal that takes it. */
function colorOf({ stdout, env }: World, words: Words): boolean {
  const when = colorOption(words);
  if (when !== 'auto') return when === 'always';
  return words.output === undefined && stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** The format asked for, else the one that the output file's ending means, else `table` on a terminal and `piped` into a pipe. */
function formatOf<F extends string>(
  words: Words,
  formats: readonly { readonly id: F; readonly ending?: string | undefined }[],
  piped: F,
  { stdout }: World,
): F {
  const asked = oneOf(
    'format',
    words.format,
    formats.map(({ id }) => id),
  );
  if (asked !== undefined) return asked;
  const output = words.output as string | undefined;
  if (output === undefined) return (stdout.isTTY === true && formats.find(({ id }) => id === 'table')?.id) || piped;
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
