import { createHash } from 'node:crypto';
import type { DatabaseTable } from '../../input/database-table.ts';
import { clickhouse } from '../../tally/engines/sql/clickhouse.ts';
import type { DatabaseAddress } from './address.ts';
import type { AskedHow } from './asked-how.ts';
import { ClickHouseConnection } from './clickhouse-connection.ts';
import { liesByShard } from './clickhouse-shards.ts';
import { changedMeanwhile, databaseError, noSuchTable } from './table-errors.ts';

const ROWS_AT_ONCE = 5000;

/** Opens a table or view of ClickHouse, also one that lies on several shards: an account that can only read, over HTTP. */
export async function openClickHouse(name: string, address: DatabaseAddress, how: AskedHow): Promise<DatabaseTable> {
  const connection = new ClickHouseConnection(name, address, how);
  await connection.begin();
  const { database } = address;
  const table = address.schema === undefined ? address.table : `${address.schema}.${address.table}`;
  const where = `database = ${clickhouse.text(database)}`;
  const [[made] = []] = await connection.query(`SELECT engine_full FROM system.tables WHERE ${where} AND name = ${clickhouse.text(table)}`);
  if (made === undefined) {
    // A database that is not there is no table that is not there.
    await connection.query(`EXISTS TABLE ${clickhouse.name(database)}.${clickhouse.name(table)}`);
    throw noSuchTable(name);
  }
  if (made.startsWith('Distributed(')) connection.askShardsApart();
  const from = [database, table].map(clickhouse.name).join('.');
  const types = new Map(
    (await connection.query(`SELECT name, type FROM system.columns WHERE ${where} AND table = ${clickhouse.text(table)}`)).map(
      ([column, type]) => [column!, type!],
    ),
  );
  if (types.size === 0) throw databaseError(name, '42501');
  const columns = [...types.keys()];
  const cell = (column: string): string => cellOf(clickhouse.name(column), types.get(column)!);
  const digest = async (): Promise<{ readonly rows: number; readonly sha256: string }> => {
    // A sum of hashes may pass its end and begin anew: it is as good a hash.
    const row = clickhouse.hash(columns.map(cell).join(', '));
    const sums = [
      ['am_n', clickhouse.count],
      ['am_hash', `sum(${row})`],
    ] as const;
    const [[rows = '', sum = ''] = []] = await connection.query(clickhouse.groups({ from, levels: [], where: true, by: [], sums }));
    const told = [database, table, rows, sum].join('\n');
    return { rows: Number(rows), sha256: createHash('sha256').update(told).digest('hex') };
  };
  const before = await digest();
  return {
    dialect: clickhouse,
    from,
    columns,
    cell,
    ...before,
    maxRefused: how.maxRefused,
    keepsTogether: (column) => liesByShard(connection, { from, made, column, cell: cell(column) }),
    query: (statement) => connection.query(statement),
    stream: async function* (statement) {
      const rows = await connection.query(statement);
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
    },
    refuseChanged: async () => {
      if ((await digest()).sha256 !== before.sha256) throw changedMeanwhile(name);
    },
  };
}

/** A column as text, by its type: a list as lists are written, a decimal without the zeros that only its type has, of a time its day. */
function cellOf(name: string, type: string): string {
  if (type.startsWith('Array('))
    return `arrayStringConcat(arrayMap(one -> ifNull(toString(one), ''), arrayFilter(one -> isNotNull(one), ${name})), '、')`;
  const inner = /^(?:LowCardinality\()?(?:Nullable\()?(\w+)/u.exec(type)?.[1];
  const isNullable = type.includes('Nullable(');
  // A time with a zone of its own lies on another day in another zone: it is no day, and stays as it is.
  if (inner?.startsWith('DateTime') && !type.includes("'")) return cellOf(`toDate(${name})`, isNullable ? 'Nullable(Date)' : 'Date');
  const whole = isNullable ? `ifNull(toString(${name}), '')` : `toString(${name})`;
  if (inner === 'String') return isNullable ? `ifNull(${name}, '')` : name;
  if (inner?.startsWith('Decimal')) return `replaceRegexpOne(${whole}, '^([^.]*(?:\\\\.[0-9]*[1-9])?)\\\\.?0*$', '\\\\1')`;
  // What fills a text of fixed length up is no part of it.
  return inner === 'FixedString' ? `replaceRegexpOne(${whole}, '\\\\x00+$', '')` : whole;
}
