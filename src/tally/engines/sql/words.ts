import type { DatabaseTable, SqlLevel } from '../../../input/database-table.ts';
import type { Heading } from '../../../input/heading.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { TickColumns } from '../../../input/ticks.ts';
import { placeColumns } from '../../../tables/shared.ts';
import { cellName, isOfWords, patternOf } from './plain-columns.ts';
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
  const asked = others.flatMap((heading) => {
    const pattern = heading.column in placeColumns ? undefined : `(NOT ${patternOf(heading, dialect)})`;
    return [dialect.countWhere(`${cellName(heading)} <> ''`), pattern ? dialect.countWhere(pattern) : dialect.sum(dialect.whole(0n))];
  });
  const sums = asked.map((sum, index) => [`am_n${index}`, sum] as const);
  const counted = dialect.groups({ from: database.from, levels: [cells!], where: true, by: [], sums });
  const [counts = []] = asked.length === 0 ? [] : await database.query(counted);
  for (const [index, heading] of others.entries()) {
    const { column } = heading;
    const [filled, isUnlike] = counts.slice(index * 2, index * 2 + 2);
    if (filled === '0') blankThroughout.push(column);
    const few = isUnlike === '0' ? [] : await unlikeCells(heading, cells!, database);
    if (few) unlike.set(column, few);
  }
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

/** The different cells that do not match the pattern of their column, where they are few and no names. */
async function unlikeCells(heading: Heading, cells: SqlLevel, database: DatabaseTable): Promise<readonly string[] | undefined> {
  if (heading.definition.personal !== undefined) return undefined;
  const { dialect } = database;
  const cell = cellName(heading);
  const level = cells.filter(([name]) => name === cell);
  const where = `NOT ${patternOf(heading, dialect)}`;
  const found = await database.query(
    dialect.groups({ from: database.from, levels: [level], where, by: [cell], sums: [], limit: MOST_UNLIKE + 1 }),
  );
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
