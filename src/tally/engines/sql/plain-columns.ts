import type { Dialect, Sql } from '../../../input/database-table.ts';
import { isBlank } from '../../../input/cell.ts';
import type { Heading } from '../../../input/heading.ts';
import { rowSchema } from '../../../input/row-schema.ts';
import { MARK_WORDS, NOTHING } from '../../../input/value-words.ts';
import type { Kind } from '../../../language/column.ts';
import type { Test } from '../../../language/readings/to-sql.ts';
import type { Row } from '../../../language/row.ts';
import { placeColumns } from '../../../tables/shared.ts';

/** The different words of a column, as far as they were asked for. */
export interface Words {
  readonly all: readonly string[];
  /** There are no others. */
  readonly isComplete: boolean;
}

/** What is known of the cells of a table: the words of columns of words; of the others, the cells that have to be read, where these are few. */
export interface KnownCells {
  readonly words: ReadonlyMap<string, Words>;
  readonly unlike: ReadonlyMap<string, readonly string[]>;
}

/**
 * A column of a table in a database. Its cells are plain where reading them changes nothing and finds nothing: such a cell means the same to a database
 * as to the reader of files. What words mean is not known here a second time: the reader itself is asked, of each word once.
 */
export interface PlainColumn {
  readonly heading: Heading;
  /** The cell as text. */
  readonly cell: Sql;
  readonly isPlain: Test<Sql>;
  /** For a column of words: what each plain one says; nothing where it says that nothing is known. */
  readonly words?: ReadonlyMap<string, Row[string]>;
  /** For a column of numbers: its name, and how it is made of the cell. */
  readonly number?: { readonly name: Sql; readonly expression: Sql };
}

/** In smallest units: how many places they are behind the point. */
const PLACES: Readonly<Partial<Record<Kind, number>>> = { count: 0, money: 2, quantity: 4 };
/** More digits stand in no column of households; so many are exact in every database. */
const MOST_DIGITS = 10;
/** A number that is not known, and a cell that is none. */
export const NOT_KNOWN = -4_000_000_000_000_000_000n;
const NOT_PLAIN = NOT_KNOWN - 1n;

/** Ids that are written alike everywhere, and that no line without data bears. */
const PLAIN_ID = '[A-Za-z]{0,4}[0-9][0-9-][0-9-][0-9-]+';
const LETTER = 'A-Za-z㐀-鿿';
export const SEPARATORS = '、，,；;';
/** Names and nothing else, one beside the other. */
const NAME = `[${LETTER}][${LETTER}·]*`;
const PLAIN_NAMES = `${NAME}([${SEPARATORS}]${NAME})*`;
/** Names, perhaps with words among them that name nobody, and blanks around. */
export const NAMES_APART = ` *(${NAME})? *([${SEPARATORS}] *(${NAME})? *)*`;
/** A text that may name somebody. */
export const HAS_LETTERS = `.*[${LETTER}].*`;

/** Columns whose different words are few, or are asked for as far as they are. Those of places are looked at all together. */
export const isOfWords = ({ column, definition }: Heading): boolean =>
  PLACES[definition.kind] === undefined && definition.kind !== 'text-id' && definition.personal === undefined && !(column in placeColumns);

/** The name of a cell in statements. */
export const cellName = ({ index }: Heading): Sql => `am_c${index}`;

/** The columns of a table by their names. */
export const plainColumns = (
  { headings }: { readonly headings: readonly Heading[] },
  { words, unlike }: KnownCells,
  dialect: Dialect,
): ReadonlyMap<string, PlainColumn> =>
  new Map(
    headings.map((heading) => [heading.column, plainColumn(heading, words.get(heading.column), unlike.get(heading.column), dialect)]),
  );

function plainColumn(heading: Heading, words: Words | undefined, unlike: readonly string[] | undefined, dialect: Dialect): PlainColumn {
  const cell = cellName(heading);
  const { definition, column } = heading;
  if (column in placeColumns) return { heading, cell, isPlain: true };
  if (words) {
    const said = readWords(heading, words.all);
    const others = words.all.filter((word) => !said.has(word));
    const isPlain = words.isComplete
      ? others.length === 0 || `(NOT ${among(cell, others, dialect)})`
      : said.size > 0 && among(cell, [...said.keys()], dialect);
    return { heading, cell, words: said, isPlain };
  }
  const isAlike = alike(heading, unlike, dialect);
  const places = PLACES[definition.kind];
  if (places === undefined) return { heading, cell, isPlain: isAlike };
  const name = `am_v${heading.index}`;
  const expression = numberIn(heading, places, isAlike, dialect);
  return {
    heading,
    cell,
    number: { name, expression },
    isPlain: unlike === undefined ? isPlainNumber(name, heading, places, dialect) : isAlike,
  };
}

/** The number that a cell says, or that it says none. */
function numberIn(heading: Heading, places: number, isAlike: Test<Sql>, dialect: Dialect): Sql {
  const { definition } = heading;
  const cell = cellName(heading);
  const blank = definition.required ? NOT_PLAIN : definition.blankMeansNone ? 0n : NOT_KNOWN;
  const cases = [
    [`${cell} = ''`, dialect.whole(blank)],
    ...(typeof isAlike === 'string' ? [[`NOT ${isAlike}`, dialect.whole(NOT_PLAIN)] as const] : []),
  ] as const;
  return dialect.choose(cases, isAlike === false ? dialect.whole(NOT_PLAIN) : dialect.smallestUnits(cell, places));
}

/** Whether a number is one of its column, and none that is larger than any there can be. */
function isPlainNumber(number: Sql, { definition }: Heading, places: number, dialect: Dialect): Sql {
  const most = definition.atMost && dialect.whole(definition.atMost.most * 10n ** BigInt(places));
  return `(${number} <> ${dialect.whole(NOT_PLAIN)}${most === undefined ? '' : ` AND ${number} <= ${most}`})`;
}

/** Whether a cell is one that has to be read, asked of the cell alone. */
export function isUnlike(heading: Heading, dialect: Dialect): Sql {
  const pattern = patternOf(heading, dialect);
  const places = PLACES[heading.definition.kind];
  return `(NOT ${places === undefined ? pattern : isPlainNumber(numberIn(heading, places, pattern, dialect), heading, places, dialect)})`;
}

/** Whether a cell is written as the cells of its column are. Where the few that have to be read are known, no pattern is asked again. */
function alike(heading: Heading, unlike: readonly string[] | undefined, dialect: Dialect): Test<Sql> {
  if (unlike === undefined) return patternOf(heading, dialect);
  return unlike.length === 0 ? true : `(NOT ${among(cellName(heading), unlike, dialect)})`;
}

/** The pattern of a column whose words are too many to be asked for. */
function patternOf(heading: Heading, dialect: Dialect): Sql {
  const cell = cellName(heading);
  const { definition, unit } = heading;
  const orBlank = (test: Sql): Sql => (definition.required ? test : `(${cell} = '' OR ${test})`);
  const places = PLACES[definition.kind];
  // A unit in the heading is applied, and that is noted, cell by cell.
  if (places !== undefined && unit.scale !== 0) return `(${cell} = '')`;
  const decimals = places === undefined || places === 0 ? '' : `(\\.[0-9]{1,${places}})?`;
  if (places !== undefined)
    return orBlank(dialect.matches(cell, `${definition.mayBeNegative ? '-?' : ''}[0-9]{1,${MOST_DIGITS}}${decimals}`));
  if (definition.kind === 'text-id') return orBlank(dialect.matches(cell, PLAIN_ID));
  // Names of persons stay where they are: no word of the column is asked for. Most cells hold one name, and a list of words is looked through fast.
  const isMark = dialect.choose(
    [[dialect.matches(cell, `.*[${SEPARATORS}].*`), dialect.matches(cell, `(.*[${SEPARATORS}])?(${NO_NAMES})([${SEPARATORS}].*)?`)]],
    `(${among(dialect.lower(cell), PLAIN_MARKS, dialect)} OR ${dialect.matches(cell, NUMBERED_NO_NAMES)})`,
  );
  return orBlank(`(${dialect.matches(cell, PLAIN_NAMES)} AND NOT ${isMark})`);
}

/** Words that stand in the place of a name, as far as they look like one. */
const PLAIN_MARKS = [...MARK_WORDS, '一'].filter((word) => /^[a-z\p{Script=Han}]+$/u.test(word));
const NUMBERED_NO_NAMES = '[一二两三四五六七八九十]+[个项种类]|[xX][xX]+';
export const NO_NAMES = [
  ...PLAIN_MARKS.map((word) => word.replaceAll(/[a-z]/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)),
  NUMBERED_NO_NAMES,
].join('|');

/** What the reader makes of words; those alone in which it changes nothing and finds nothing. */
function readWords(heading: Heading, words: readonly string[]): ReadonlyMap<string, Row[string]> {
  const { column, definition } = heading;
  const said = new Map<string, Row[string]>();
  let isChanged = false;
  const schema = rowSchema(
    [heading],
    () => definition.required === true,
    () => (isChanged = true),
  );
  for (const word of words) {
    isChanged = false;
    const parsed = schema.safeParse({ [column]: word });
    if (!parsed.success || isChanged) continue;
    const value = (parsed.data as Row)[column];
    said.set(word, value === undefined && definition.blankMeansNone && isBlank(word) ? NOTHING[definition.kind] : value);
  }
  return said;
}

/** Whether a cell is one of some words. Of one word it is asked outright: shards of ClickHouse call a list of one otherwise than it was called. */
export const among = (cell: Sql, words: readonly string[], dialect: Dialect): Sql =>
  words.length === 1 ? `(${cell} = ${dialect.text(words[0]!)})` : `${cell} IN (${words.map(dialect.text).join(', ')})`;

/** Whether the words of a column are such as fulfil a test, asked of plain rows. */
export function wordsThat({ cell, words }: PlainColumn, fulfil: (value: Row[string]) => boolean, dialect: Dialect): Test<Sql> {
  const [chosen, others]: [string[], string[]] = [[], []];
  for (const [word, value] of words!) (fulfil(value) ? chosen : others).push(word);
  if (chosen.length === 0) return false;
  if (others.length === 0) return true;
  return chosen.length <= others.length ? among(cell, chosen, dialect) : `(NOT ${among(cell, others, dialect)})`;
}
