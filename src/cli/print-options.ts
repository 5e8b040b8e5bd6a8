import { HEADINGS } from '../page/format.ts';
import type { Format, Headings, Surface } from '../page/format.ts';
import type { ByteOrderMark } from './byte-order-mark.ts';
import { csv, tsv } from '../formats/csv.ts';
import { UserError } from '../errors.ts';
import type { TypedWords } from './options.ts';
import { colorOption, oneOf } from './options.ts';
import type { CommandContext } from './command.ts';
import { workbookOnTerminal } from './target.ts';
import { VERSION } from './version.ts';
import type { World } from './world.ts';

const WIDTH_OF_A_PIPE = 80;

/** A way to write by its name, and the ending of an output file that means it. */
type Named = Pick<Format, 'id' | 'ending' | 'isBinary'>;

/** How a result is printed, and where it goes. */
export interface PrintOptions<F extends Named = Format> {
  readonly format: F;
  /** The file of `-o`. */
  readonly output: string | undefined;
  readonly surface: Surface;
  readonly mark: ByteOrderMark;
  readonly quiet: boolean;
  /** Whether more lines than the screen has may go through the pager. */
  readonly pager: boolean;
  /** Files besides the inputs that a result must not overwrite: the profile, the standards, the accepted findings. */
  readonly settings: readonly string[];
}

/** Reads the words about printing. Throws a UserError for the first that cannot be; nothing is opened. */
export function printOptions<F extends Named>(
  words: TypedWords,
  formats: readonly F[],
  piped: F['id'],
  { argv, world, lang }: Pick<CommandContext, 'argv' | 'world' | 'lang'>,
): PrintOptions<F> {
  const format = formatOf(words, formats, piped, world);
  refuseOnTerminal(format, words, world);
  return {
    format,
    output: words.output as string | undefined,
    surface: {
      lang,
      width: widthOf(world, words),
      color: colorOf(world, words),
      plain: isPlain(world, words),
      headings: headingsOf(words, format),
      madeBy: { command: argv, version: VERSION },
    },
    mark: byteOrderMark(words, format),
    quiet: words.quiet === true,
    pager: words.pager !== false,
    settings: [words.profile, words.standards, words.accept].flat().filter((file) => typeof file === 'string'),
  };
}

/** Columns to write for: those of the terminal, 80 into a pipe or a file. */
const widthOf = ({ stdout }: World, words: TypedWords): number =>
  words.output === undefined ? stdout.columns || WIDTH_OF_A_PIPE : WIDTH_OF_A_PIPE;

/** Colour as it is asked for; else as the environment forces it; else only on a terminal that takes it. */
function colorOf({ stdout, env }: World, words: TypedWords): boolean {
  const when = colorOption(words);
  if (when !== 'auto') return when === 'always';
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '' && words.output === undefined) return forced !== '0' && forced !== 'false';
  return words.output === undefined && stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** Whether the terminal may have nothing but ASCII signs: it is a dumb one, or its locale is none of Unicode. A file always takes them. */
function isPlain({ env }: World, words: TypedWords): boolean {
  if (words.output !== undefined) return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return env.TERM === 'dumb' || (locale !== undefined && locale !== '' && !/utf-?8/iu.test(locale));
}

/** The format asked for, else the one that the output file's ending means, else `table` on a terminal and `piped` into a pipe. */
function formatOf<F extends Named>(words: TypedWords, formats: readonly F[], piped: F['id'], { stdout }: World): F {
  const named = (id: string): F | undefined => formats.find((format) => format.id === id);
  const asked = oneOf(
    'format',
    words.format,
    formats.map(({ id }) => id),
  );
  if (asked !== undefined) return named(asked)!;
  const output = words.output as string | undefined;
  if (output === undefined) return (stdout.isTTY === true ? named('table') : undefined) ?? named(piped)!;
  const meant = formats.find(({ ending }) => ending !== undefined && output.toLowerCase().endsWith(ending));
  if (meant) return meant;
  const endings = formats.flatMap(({ ending }) => ending ?? []).join(' ');
  throw new UserError({
    zh: `从 ${output} 的扩展名看不出格式。可用：${endings}；或用 --format 指明`,
    en: `the ending of ${output} means no format. Known: ${endings}; or say --format`,
  });
}

/** Standard output is known before any file is opened; where `-o` leads is looked at when it is. */
function refuseOnTerminal({ id, isBinary }: Named, words: TypedWords, { stdout }: World): void {
  const toTerminal = (words.output === undefined || words.output === '-') && stdout.isTTY === true;
  if (isBinary === true && toTerminal) throw workbookOnTerminal(id);
}

/** Whether Excel and WPS are to be shown by a byte-order mark that it is UTF-8: as asked for, else in a file that is not plain ASCII. Other formats have none. */
export function byteOrderMark({ bom }: TypedWords, { id }: Pick<Named, 'id'> = csv): ByteOrderMark {
  if (![...SEPARATED, 'tallies'].includes(id)) return 'never';
  return bom === undefined ? 'where-needed' : bom === true ? 'always' : 'never';
}

/** In which words the columns of data are called. Other formats speak the language of `--lang`. */
function headingsOf(words: TypedWords, { id }: Pick<Named, 'id'>): Headings {
  const headings = oneOf('headings', words.headings, HEADINGS);
  if (headings !== undefined && headings !== 'id' && !SEPARATED.includes(id))
    throw new UserError({
      zh: `--headings 只用于 ${SEPARATED.join('、')}，不能和 ${id} 一起用；其他格式的语言用 --lang`,
      en: `--headings goes with ${SEPARATED.join(', ')}, not with ${id}; the language of other formats is --lang`,
    });
  return headings ?? 'id';
}

/** The formats of data whose columns may be called in other words. */
export const SEPARATED: readonly string[] = [csv.id, tsv.id];
