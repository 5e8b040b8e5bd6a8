import type { Sql, SqlLevel } from '../../../input/database-table.ts';
import { comparableName, isBlank } from '../../../input/cell.ts';
import type { Found } from '../../../input/finding.ts';
import { readTable } from '../../../input/read-table.ts';
import type { TableReading } from '../../../input/read-table.ts';
import type { ReadRow } from '../../../input/read-row.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { originOf } from '../../../input/record-file.ts';
import type { RecordBatch } from '../../../input/records.ts';
import { rowSchema } from '../../../input/row-schema.ts';
import { every, no } from '../../../language/readings/to-sql.ts';
import type { Test } from '../../../language/readings/to-sql.ts';
import { listIn } from '../../../language/row.ts';
import { askedInSql } from './asked-in-sql.ts';
import { HAS_LETTERS, NAMES_APART, NO_NAMES, SEPARATORS, among } from './plain-columns.ts';
import type { PlainKey } from './keyed-places.ts';
import { BETWEEN, ID, KEY, isOfKey } from './table-in-sql.ts';
import type { TableInSql } from './table-in-sql.ts';

/** Which rows count where they lie, and which are read one by one. */
export interface Parted {
  readonly plain: Test<Sql>;
  readonly apart: Test<Sql>;
}

/** Tests of rows, put together in SQL. */
const asked = ({ columns, dialect }: TableInSql) => askedInSql(columns, dialect, () => ({ isKnown: false, value: '0' }));

/** Rows of which two things hold. */
export const bothHold = (table: TableInSql, one: Test<Sql>, other: Test<Sql>): Test<Sql> => every(asked(table), [one, other]);

/**
 * Parts the rows of a table. Those whose cells, place and id need no reading count where they lie; ids that stand in several rows, plain or not, take
 * their rows with them, because only one of them counts.
 */
export async function partRows(table: TableInSql, plain: ReadonlyMap<string, PlainKey>, all: readonly string[]): Promise<Parted> {
  const { dialect, database } = table;
  const test = asked(table);
  const unread = all.filter((key) => !plain.has(key));
  const isPlacedPlainly = unread.length === 0 ? true : plain.size === 0 ? false : (`(NOT ${among(KEY, unread, dialect)})` as const);
  const before = every(test, [table.isPlain, isPlacedPlainly]);
  const twice = new Set<string>();
  if (before !== false) {
    for (const id of await twinsAmong(table, before, periodScope(table, plain))) twice.add(id);
    const seen = before === true ? [] : await idsOf(table, no(test, before));
    for (let from = 0; from < seen.length; from += FEW) {
      const some = seen.slice(from, from + FEW);
      const known = table.groups({ where: every(test, [before, among(ID, some, dialect)]), by: [ID], sums: [] });
      for (const [id] of await database.query(known)) twice.add(id!);
    }
  }
  const isAlone = twice.size === 0 ? true : `(NOT ${among(ID, [...twice], dialect)})`;
  const counted = every(test, [before, isAlone]);
  return { plain: counted, apart: no(test, counted) };
}
/** So many ids in one statement. */
const FEW = 10_000;

/** Ids that several rows of a period have. */
async function twinsAmong(table: TableInSql, where: Test<Sql>, scope: SqlLevel): Promise<readonly string[]> {
  const { dialect, database, columns } = table;
  const heading = columns.get('household_id')?.heading;
  const areTogether = heading !== undefined && (await database.keepsTogether(database.columns[heading.index]!));
  const sums = [['am_n', dialect.count]] as const;
  const several = { where, sums, moreThan: ['am_n', 1], areTogether } as const;
  const by = [ID, ...scope.map(([name]) => name)];
  // Where no two hashes are the same, no two ids are, and hashes are told apart much faster.
  const hash = [['am_hash', dialect.hash(dialect.joined(by))]] as const;
  const [same] = await database.query(table.groups({ ...several, by: ['am_hash'], limit: 1 }, [scope, hash]));
  if (!same) return [];
  return (await database.query(table.groups({ ...several, by }, [scope]))).map(([id]) => id!);
}

/** The ids of rows that are read one by one, as ids are compared: those of more rows than are fetched are not asked for. */
async function idsOf(table: TableInSql, apart: Test<Sql>): Promise<readonly string[]> {
  const { database, columns } = table;
  const column = columns.get('household_id');
  if (!column) return [];
  const schema = rowSchema(
    [column.heading],
    () => false,
    () => undefined,
  );
  const ids = new Set<string>();
  const statement = table.rows({ cells: [column.cell], where: apart, limit: database.maxRefused });
  for await (const rows of database.stream(statement))
    for (const [cell] of rows) {
      const parsed = schema.safeParse({ household_id: cell });
      const id: unknown = parsed.success ? parsed.data.household_id : undefined;
      if (typeof id === 'string' && !isBlank(id)) ids.add(comparableName(id));
    }
  return [...ids];
}

/** Duplicates are told apart by period: a row without one is of the period that all such rows have. */
function periodScope({ columns, dialect }: TableInSql, plain: ReadonlyMap<string, PlainKey>): SqlLevel {
  const cell = columns.get('period')?.cell;
  const fallback = [...plain.values()].find(({ namesPeriod }) => !namesPeriod)?.period;
  if (cell === undefined) return [];
  return [['am_period', fallback === undefined ? cell : dialect.choose([[`${cell} = ''`, dialect.text(fallback)]], cell)]];
}

/** The cells of a row as they may leave: names of persons only as words that nobody can read. */
function cellsThatLeave(table: TableInSql, salt: string, columns?: ReadonlySet<string>): readonly Sql[] {
  const { dialect } = table;
  return table.headings.map(({ column, definition }) => {
    if (columns?.has(column) === false) return "''";
    const { cell } = table.columns.get(column)!;
    if (definition.personal === undefined) return cell;
    return dialect.choose(
      [
        [
          `NOT ${dialect.matches(cell, HAS_LETTERS)}`,
          dialect.choose([[dialect.matches(cell, LONG_NUMBER), dialect.pseudonym(cell, salt)]], cell),
        ],
        [dialect.matches(cell, NAMES_APART), dialect.pseudonyms(cell, SEPARATORS, NO_NAMES, salt)],
      ],
      dialect.pseudonym(cell, salt),
    );
  });
}

/** A number that may be a telephone or an identity number. */
const LONG_NUMBER = '.*[0-9]{5}.*';

/** Which rows are fetched, under what names persons are known, and who is told of the key of each. */
interface Fetched {
  readonly apart: Test<Sql>;
  readonly salt: string;
  readonly fetched?: (key: string) => void;
  /** The columns of which cells are fetched; of all where it is not given. */
  readonly columns?: ReadonlySet<string>;
}

/** The rows that are read one by one as records of the table, in the order of their ids. */
export const recordsApart = (
  table: TableInSql,
  opened: OpenedTable,
  { apart, salt, fetched = () => undefined, columns: fetchedColumns }: Fetched,
): (() => AsyncGenerator<RecordBatch>) =>
  async function* records(): AsyncGenerator<RecordBatch> {
    yield { records: [opened.header] };
    if (apart === false) return;
    const { database, headings, columns } = table;
    const cells = cellsThatLeave(table, salt, fetchedColumns);
    const order = [ID, ...headings.map(({ column }) => columns.get(column)!.cell)];
    const statement = table.rows({ cells, where: apart, order, limit: database.maxRefused });
    for await (const rows of database.stream(statement)) {
      for (const row of rows) fetched(keyIn(row, opened));
      yield { records: rows.map((row) => asRecord(row, opened)) };
    }
  };

/** The key of a row by its cells. */
const keyIn = (row: readonly string[], { headings }: OpenedTable): string =>
  headings.flatMap((heading, at) => (isOfKey(heading) ? [row[at]!] : [])).join(BETWEEN);

function asRecord(row: readonly string[], { headings, width }: OpenedTable): readonly string[] {
  const record = Array.from({ length: width }, () => '');
  headings.forEach(({ index }, at) => (record[index] = row[at]!));
  return record;
}

/** Rows of one place that are not plain, and in which columns. */
export interface CountedApart {
  readonly key: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** How many rows are read one by one, by place: asked for where as many are fetched as may be. */
export async function countedApart(table: TableInSql, apart: Test<Sql>): Promise<readonly CountedApart[]> {
  const { database, dialect } = table;
  if (apart === false) return [];
  const sums = [['am_n', dialect.count]] as const;
  const statement = table.groups({ where: apart, by: [KEY, 'am_fault'], sums }, [[['am_fault', table.fault]]]);
  const counted = new Map<string, { columns: string[]; rows: number }>();
  const answers = (await database.query(statement)).toSorted((a, b) => (a.join(BETWEEN) < b.join(BETWEEN) ? -1 : 1));
  for (const [key, column, rows] of answers) {
    const known = counted.get(key!) ?? { columns: [], rows: 0 };
    if (column !== '') known.columns.push(column!);
    known.rows += Number(rows);
    counted.set(key!, known);
  }
  return [...counted].map(([key, one]) => ({ key, ...one }));
}

/** What stands for a cell that is more than names with a sign between them. */
const WHOLE_CELL = /^w[0-9a-f]{32}$/u;

/** Reads rows one by one, through the same door as those of files. */
export async function readApart(
  opened: OpenedTable,
  records: () => AsyncGenerator<RecordBatch>,
  take: (row: ReadRow) => void,
  found: Found,
): Promise<TableReading> {
  const hand = (row: ReadRow): void => {
    if (listIn(row.row, 'helper_name')?.some((name) => WHOLE_CELL.test(name)))
      found({
        code: 'helpers-not-told-apart',
        severity: 'warning',
        ...originOf(opened),
        ...row.position,
        key: row.key(),
        column: 'helper_name',
      });
    take(row);
  };
  return readTable({ ...opened, records }, hand, (finding) => {
    if (finding.code !== 'no-rows') found(finding);
  });
}
