import type { DatabaseTable } from '../../../input/database-table.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { TickColumns } from '../../../input/ticks.ts';
import { cellName, isOfWords } from './plain-columns.ts';
import type { Words } from './plain-columns.ts';
import { cellLevels } from './table-in-sql.ts';

/** So many different words of a column are asked for, the most frequent ones. A row with another one is read by itself. */
const MOST_WORDS = 20_000;

/** What is known of the cells of a table before any is understood. */
export interface Survey {
  readonly words: ReadonlyMap<string, Words>;
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
    const statement = `SELECT ${cell} AS am_word, count(*) AS am_n FROM ${database.from} GROUP BY am_word ORDER BY am_n DESC, am_word ${dialect.limit(MOST_WORDS + 1, 0)}`;
    const all = (await database.query(statement)).map(([word]) => word!);
    words.set(heading.column, { all: all.slice(0, MOST_WORDS), isComplete: all.length <= MOST_WORDS });
    if (all.every((word) => word === '')) blankThroughout.push(heading.column);
  }
  const filled = others.map((heading) => dialect.sumWhere(dialect.whole(1n), `${cellName(heading)} <> ''`));
  const [counts = []] = others.length === 0 ? [] : await database.query(dialect.select(filled.join(', '), database.from, [cells!], ''));
  others.forEach(({ column }, index) => {
    if (counts[index] === '0') blankThroughout.push(column);
  });
  const order = table.headings.map(({ column }) => column);
  return {
    words,
    blankThroughout: blankThroughout
      .filter((column) => !table.headings.some((heading) => heading.column === column && heading.definition.required))
      .toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    tickColumns: ticksAmong(table, words),
  };
}

/** The columns that hold nothing but ticks and blanks. */
function ticksAmong({ headings }: OpenedTable, words: ReadonlyMap<string, Words>): readonly string[] {
  const ticks = new TickColumns(headings);
  const blank = Object.fromEntries(headings.map(({ column }) => [column, '']));
  for (const [column, { all }] of words) for (const word of all) ticks.see({ ...blank, [column]: word });
  return ticks.columns;
}
