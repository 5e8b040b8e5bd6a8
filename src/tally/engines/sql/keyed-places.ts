import type { DatabaseTable, Sql } from '../../../input/database-table.ts';
import type { Finding } from '../../../input/finding.ts';
import { readHeader } from '../../../input/headers.ts';
import type { Heading } from '../../../input/heading.ts';
import { NoDataRows } from '../../../input/no-data-rows.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { PlaceCodes } from '../../../input/place-codes.ts';
import type { Cells } from '../../../input/records.ts';
import { rowSchema } from '../../../input/row-schema.ts';
import type { Known } from '../../../language/readings/to-sql.ts';
import type { Row } from '../../../language/row.ts';
import { tables } from '../../../tables/index.ts';
import { periodEnd, periodStart } from '../../../vocabulary/period.ts';
import type { Period } from '../../../vocabulary/period.ts';
import type { Place } from '../../../vocabulary/place.ts';
import type { PlacedRow } from '../../places/row-places.ts';
import type { Told } from '../../told.ts';
import type { NumberInSql } from './asked-in-sql.ts';
import { among } from './plain-columns.ts';
import { BETWEEN, KEY, cellLevels, isOfKey } from './table-in-sql.ts';

/** A place and a period as rows write them, and how many rows do. */
interface WrittenKey {
  readonly key: string;
  readonly rows: number;
}

/** Rows of one writing of a place and a period, which can be told without looking at them. */
export interface PlainKey {
  readonly place: Place;
  readonly period: Period;
  /** The row names its period itself. */
  readonly namesPeriod: boolean;
  readonly shorter: boolean;
  readonly respelled: PlacedRow['respelled'];
  /** What is wrong with how it names its place. */
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'column' | 'value' | 'arguments'>[];
}

/** The places and periods that rows name, as they are written, those of most rows first: theirs is the writing of the run. */
export async function writtenKeys(table: OpenedTable, database: DatabaseTable): Promise<readonly WrittenKey[]> {
  const { dialect, from } = database;
  const statement = dialect.groups({
    from,
    levels: cellLevels(table, database),
    where: true,
    by: [KEY],
    sums: [['am_n', dialect.count]],
    largestFirst: 'am_n',
  });
  return (await database.query(statement)).map(([key, rows]) => ({ key: key!, rows: Number(rows) }));
}

/** The cells of a key as a record of the table, with nothing in the others. */
export function recordOf(key: string, { headings, width }: Pick<OpenedTable, 'headings' | 'width'>): Cells | undefined {
  const own = headings.filter(isOfKey);
  const cells = key.split(BETWEEN);
  if (cells.length !== own.length) return undefined;
  const record = Array.from({ length: width }, () => '');
  own.forEach(({ index }, at) => (record[index] = cells[at]!));
  return record;
}

/** Tells what keys mean: those that need no reading, by the text of their cells. Rows of the others are read one by one. */
export class KeyReader {
  readonly #table: OpenedTable;
  readonly #told: Told;
  readonly #own: readonly Heading[];
  readonly #schema;
  readonly #codes = new PlaceCodes();
  readonly #idAt: number;
  #isChanged = false;

  constructor(table: OpenedTable, told: Told) {
    this.#table = table;
    this.#told = told;
    this.#own = table.headings.filter(isOfKey);
    this.#schema = rowSchema(
      this.#own,
      ({ definition }) => definition.required === true,
      () => (this.#isChanged = true),
    );
    this.#idAt = table.headings.find(({ column }) => column === 'household_id')?.index ?? 0;
  }

  /** What a key means; nothing where its rows have to be read. */
  read(key: string): PlainKey | undefined {
    const cells = recordOf(key, this.#table);
    if (!cells) return undefined;
    this.#isChanged = false;
    const parsed = this.#schema.safeParse(Object.fromEntries(this.#own.map(({ column, index }) => [column, cells[index]])));
    if (!parsed.success || this.#isChanged) return undefined;
    const row = parsed.data as Row;
    const village = cells[this.#own.find(({ column }) => column === 'village')?.index ?? -1] ?? '';
    if (!PLAIN_NAME.test(village) || isHeading(village) || this.#isNoData(cells)) return undefined;
    const period = (row.period as Period | undefined) ?? this.#told.fallbackPeriod;
    if (period === undefined) return undefined;
    const { place, shorter, respelled, finding } = this.#told.places.placeOf(row);
    if (place === undefined || finding?.severity === 'error') return undefined;
    const findings = [...this.#codes.contradictionsOf(row), ...(finding ? [finding] : [])];
    return { place, period, namesPeriod: row.period !== undefined, shorter, respelled, findings };
  }

  /** Whether a row with such a place would be taken for a total or a note. */
  #isNoData(cells: Cells): boolean {
    const { table, headings, header } = this.#table;
    const record = cells.map((cell, index) => (index === this.#idAt ? ANY_ID : cell));
    return new NoDataRows(table, headings, header).of(record) !== undefined;
  }
}
const PLAIN_NAME = /^[\p{L}\p{N}()（）·-]{1,20}$/u;
const ANY_ID = '100001';
/** A name that some table has as a heading: its row may be a header again. */
const isHeading = (name: string): boolean => Object.values(tables).some((table) => readHeader([name], table).headings.length > 0);

const isDay = (id: NumberInSql): boolean => id === 'as_of' || id === 'first_day' || id === 'last_day';

/** The dated numbers of places and periods in SQL: where all have the same, that alone. */
export function numbersInSql(plain: ReadonlyMap<string, PlainKey>, told: Told, { dialect }: DatabaseTable) {
  return (id: NumberInSql): Known<Sql> => {
    const keysBy = new Map<bigint | string | undefined, string[]>();
    for (const [key, { place, period }] of plain) {
      const number = id === 'first_day' ? periodStart(period) : id === 'last_day' ? periodEnd(period) : told.numbers.at(place, period)[id];
      const keys = keysBy.get(number);
      if (keys) keys.push(key);
      else keysBy.set(number, [key]);
    }
    const text = (number: bigint | string): Sql => (typeof number === 'bigint' ? dialect.whole(number) : dialect.text(number));
    const [[most, ofMost] = [undefined, []], ...others] = [...keysBy].toSorted(([, a], [, b]) => b.length - a.length);
    const none = keysBy.get(undefined);
    const cases = others.flatMap(([number, keys]) => (number === undefined ? [] : [[among(KEY, keys, dialect), text(number)] as const]));
    const isKnown = none === undefined ? ofMost.length > 0 : others.length === 0 ? false : `(NOT ${among(KEY, none, dialect)})`;
    return { isKnown, value: dialect.choose(cases, most === undefined ? text(isDay(id) ? '' : 0n) : text(most)) };
  };
}
