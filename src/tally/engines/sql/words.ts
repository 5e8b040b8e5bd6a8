import type { DatabaseTable, SqlLevel } from '../../../input/database-table.ts';
import type { Heading } from '../../../input/heading.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { TickColumns } from '../../../input/ticks.ts';
import { placeColumns } from '../../../tables/shared.ts';
import { cellName, isOfWords, isUnlike } from './plain-columns.ts';
import type { KnownCells, Words } from './plain-columns.ts';
import { cellLevels } from './table-in-sql.ts';

/** So many different words of a column are asked for, the most frequent ones. A row with another one is read by itself. */
const MOST_WORDS = 20_000;

/** What is known of the cells of a table before any is understood. */
export interface Survey extends KnownCells {
  readonly blankThroughout: readonly string[];
  readonly tickColumns: readonly string[];
}

/** Asks for the different words of each column, and which columns hold nothing. */
export async function surveyWords(table: OpenedTable, database: DatabaseTable): Promise<Survey> {
  const { dialect } = database;
  const [cells] = cellLevels(table, database);
  const words = new Map<string, Words>();
  const blankThroughout: string[] = [];
  const others = table.headings.filter((heading) => !isOfWords(heading));
  for (const heading of table.headings.filter(isOfWords)) {
    const cell = database.cell(database.columns[heading.index]!);
    const statement = dialect.groups({
      from: database.from,
      levels: [[['am_word', cell]]],
      where: true,
      by: ['am_word'],
      sums: [['am_n', dialect.count]],
      largestFirst: 'am_n',
      limit: MOST_WORDS + 1,
    });
    const all = (await database.query(statement)).map(([word]) => word!);
    words.set(heading.column, { all: all.slice(0, MOST_WORDS), isComplete: all.length <= MOST_WORDS });
    if (all.every((word) => word === '')) blankThroughout.push(heading.column);
  }
  const unlike = new Map<string, readonly string[]>();
  for (const heading of others) {
    const few = heading.column in placeColumns ? undefined : await unlikeCells(heading, cells!, database);
    if (few) unlike.set(heading.column, few);
  }
  // A column that a row cannot do without is never taken for one that holds nothing.
  const mayBeBlank = others.filter(({ definition }) => !definition.required);
  const sums = mayBeBlank.map((heading, index) => [`am_n${index}`, dialect.countWhere(`${cellName(heading)} <> ''`)] as const);
  const counted = dialect.groups({ from: database.from, levels: [cells!], where: true, by: [], sums });
  const [counts = []] = sums.length === 0 ? [] : await database.query(counted);
  for (const [index, { column }] of mayBeBlank.entries()) if (counts[index] === '0') blankThroughout.push(column);
  const order = table.headings.map(({ column }) => column);
  return {
    words,
    unlike,
    blankThroughout: blankThroughout
      .filter((column) => !table.headings.some((heading) => heading.column === column && heading.definition.required))
      .toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    tickColumns: ticksAmong(table, words),
  };
}

/**
 * The different cells of a column that have to be read, where they are few; of names none is asked for, only whether there are any. Ids are looked at one
 * by one, because each is another; the cells of other columns once for all rows that have them.
 */
async function unlikeCells(heading: Heading, cells: SqlLevel, database: DatabaseTable): Promise<readonly string[] | undefined> {
  const { dialect, from } = database;
  const cell = cellName(heading);
  const levels = [cells.filter(([name]) => name === cell)];
  const test = isUnlike(heading, dialect);
  const which = heading.definition.kind === 'text-id' ? { where: test } : { where: true, having: test };
  const groups = dialect.groups({ from, levels, ...which, by: [cell], sums: [], limit: MOST_UNLIKE + 1 });
  if (heading.definition.personal !== undefined) {
    const [[count] = []] = await database.query(`SELECT count(*) FROM (${groups}) AS am_groups`);
    return count === '0' ? [] : undefined;
  }
  const found = await database.query(groups);
  return found.length > MOST_UNLIKE ? undefined : found.map(([word]) => word!);
}
const MOST_UNLIKE = 2000;

/** The columns that hold nothing but ticks and blanks. */
function ticksAmong({ headings }: OpenedTable, words: ReadonlyMap<string, Words>): readonly string[] {
  const ticks = new TickColumns(headings);
  const blank = Object.fromEntries(headings.map(({ column }) => [column, '']));
  for (const [column, { all }] of words) for (const word of all) ticks.see({ ...blank, [column]: word });
  return ticks.columns;
}
