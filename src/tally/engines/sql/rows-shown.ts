import { UserError } from '../../../errors.ts';
import { comparableName } from '../../../input/cell.ts';
import type { Found } from '../../../input/finding.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { alternativesIn } from '../../../language/condition.ts';
import { canAnswer } from '../../../language/readings/can-answer.ts';
import { columnsIn } from '../../../language/readings/columns.ts';
import { every, no, some, toPairs } from '../../../language/readings/to-sql.ts';
import type { Test } from '../../../language/readings/to-sql.ts';
import { wordIn } from '../../../language/row.ts';
import { placeColumns } from '../../../tables/shared.ts';
import { isNamed } from '../../../vocabulary/place.ts';
import { Duplicates } from '../../duplicates.ts';
import { HelperNames } from '../../helper-names.ts';
import { PeriodLeaps } from '../../period-leaps.ts';
import { FirstRows } from '../../places/alike-places.ts';
import { RowCounter } from '../../row-counter.ts';
import type { AnsweredFile, AnsweredRow, RowQuery } from '../../row-query.ts';
import type { Told } from '../../told.ts';
import { FileAnswers } from '../files/file-rows.ts';
import { askedInSql } from './asked-in-sql.ts';
import type { PlainKey } from './keyed-places.ts';
import { among } from './plain-columns.ts';
import { readApart, recordsApart } from './rows-apart.ts';
import type { Summed } from './sums.ts';
import { KEY } from './table-in-sql.ts';

/** Rows that count where they lie, from which those are fetched that a result shows. */
export interface RowsToShow extends Omit<Summed, 'facts'> {
  /** The table as its header says, in whose columns cells are fetched, and as its rows are to be understood. */
  readonly fetchedAs: OpenedTable;
  readonly readAs: OpenedTable;
  readonly plain: ReadonlyMap<string, PlainKey>;
}

/** What is asked of the rows of households, and cannot be done without. */
export const shownQueries = ({ queries }: Told): readonly RowQuery[] =>
  queries.filter(({ from, isSpared }) => from === 'households' && !isSpared);

/** Fetches the rows for which a condition that is asked holds, or may hold: without names of persons, and of their cells those alone that are asked for. */
export async function takeShown(rows: RowsToShow, told: Told, answers: FileAnswers): Promise<void> {
  const queries = shownQueries(told);
  const { table, fetchedAs, readAs, salt } = rows;
  const where = await whichRows(rows, queries);
  if (where === false) return;
  const columns = new Set([
    ...queries.flatMap((query) => [...query.columns, ...(query.where ? columnsIn(query.where) : [])]),
    ...fetchedAs.headings.flatMap(({ column, definition }) => (definition.required || column in placeColumns ? [column] : [])),
    'household_id',
    'period',
  ]);
  // They have been counted: nothing is found, noted or compared again.
  const apart = new Duplicates();
  const alone: Told = {
    ...told,
    facts: [],
    duplicates: apart,
    firstRows: new FirstRows(told.keys),
    periods: new PeriodLeaps(),
    helpers: new HelperNames(),
  };
  const silent: Found = () => undefined;
  const counter = new RowCounter(readAs, alone, apart.begin(readAs), silent, (row) => answers.keep(row));
  const records = recordsApart(table, fetchedAs, { apart: where, salt, columns });
  await readApart(readAs, records, (row) => counter.take(row), silent);
}

/**
 * Rows for which the condition of a query holds or may hold. Of a table that lacks the columns it may hold for all: where these are more than are fetched,
 * what such a table cannot answer chooses no row, because nothing is shown of it.
 */
async function whichRows(rows: RowsToShow, queries: readonly RowQuery[]): Promise<Test<string>> {
  const { table, numbers, fetchedAs } = rows;
  const { maxRefused } = table.database;
  const asked = askedInSql(rows.columns, table.dialect, numbers);
  let count = 0;
  for (const which of ['all that may', 'of what can be answered'] as const) {
    const wanted = queries.map((query) => every(asked, [mayHold(query, rows, which), liesThere(query, rows)]));
    const where = every(asked, [rows.where, some(asked, wanted)]);
    if (where === false) return false;
    count = await table.countOf(where);
    if (count <= maxRefused) return where;
  }
  throw tooMany(fetchedAs.file, count, maxRefused);
}

function mayHold(
  { where }: RowQuery,
  { columns, table, numbers }: RowsToShow,
  which: 'all that may' | 'of what can be answered',
): Test<string> {
  if (where === undefined) return true;
  const asked = askedInSql(columns, table.dialect, numbers);
  const has = new Set(columns.keys());
  const pairOf = toPairs(asked);
  return some(
    asked,
    alternativesIn(where).map((part) => {
      const pair = pairOf(part);
      const isLeftOut = which === 'of what can be answered' && pair.yes === false && !canAnswer(part, has);
      return isLeftOut ? false : no(asked, pair.no);
    }),
  );
}

/** Rows of the place and the periods that a result shows. */
function liesThere({ shown: { place: name, periods } = {} }: RowQuery, { plain, table }: RowsToShow): Test<string> {
  const keys = [...plain].flatMap(([key, { place, period }]) =>
    (name === undefined || isNamed(place, name)) && (periods === undefined || periods.includes(period)) ? [key] : [],
  );
  return keys.length === plain.size ? true : keys.length === 0 ? false : among(KEY, keys, table.dialect);
}

const tooMany = (file: string, count: number, most: number): UserError =>
  new UserError({
    zh: `${file}：要取出 ${count} 户，最多取 ${most} 户。可用 --place、--period 或一个视图缩小范围，或用 --max-refused ${count} 放宽`,
    en: `${file}: ${count} households would have to be fetched, and at most ${most} are. Ask for fewer with --place, --period or a view, or allow them with --max-refused ${count}`,
  });

/** What a table answers. It has no order of its own, and no row numbers: its rows stand in the order of their ids. */
export function answeredByTable(answers: FileAnswers, query: RowQuery): readonly AnsweredFile[] {
  if (query.isSpared) return [];
  return answers.of(query).map(({ file, sheet, columns, blankThroughout, asked, rows }) => ({
    file,
    sheet,
    columns,
    blankThroughout,
    asked,
    isPseudonymous: true,
    rows: [...rows].toSorted((a, b) => byText(idOf(a), idOf(b)) || byText(a.period, b.period)),
  }));
}

const idOf = ({ cells }: AnsweredRow): string => comparableName(wordIn(cells, 'household_id') ?? '');
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
