import { clickhouse } from '../../tally/engines/sql/clickhouse.ts';
import type { ClickHouseConnection } from './clickhouse-connection.ts';

/** Where the rows of a table lie. */
interface Lying {
  readonly from: string;
  /** How the table was made. */
  readonly made: string;
  readonly column: string;
  readonly cell: string;
}

/** `Distributed(cluster, database, table, key)`. */
const DISTRIBUTED = /^Distributed\('?(?<cluster>[\w.-]+)'?, .*?, (?<key>\w+\([^()]*\)|[^(),]+)(?:, '[^']*')?\)$/u;
/** Functions that give the same number for the same cell. */
const KEY = /^(?:(?<hash>\w*(?:Hash|hash|MD5|CRC)\w*)\()?`?(?<column>[^()`]+)`?\)?$/u;

/**
 * Whether rows with one value of a column lie on one shard, however its letters are written. The key by which the table is spread has to be made of that
 * column alone; that its rows were spread by it is proved: no two shards may hold rows of one remainder of the key.
 */
export async function liesByShard(connection: ClickHouseConnection, { from, made, column, cell }: Lying): Promise<boolean> {
  if (!made.startsWith('Distributed(')) return isOfOneServer(made);
  const { cluster, key } = DISTRIBUTED.exec(made)?.groups ?? {};
  if (cluster === undefined || key === undefined || KEY.exec(key)?.groups?.column !== column) return false;
  const weights = `SELECT sum(weight) FROM (SELECT DISTINCT shard_num, shard_weight AS weight FROM system.clusters WHERE cluster = ${clickhouse.text(cluster)})`;
  const [[shares = '0'] = []] = await connection.query(weights);
  if (shares === '0') return false;
  const first = `SELECT ${key} % ${shares} AS am_slot, max(${cell} <> lower(${cell})) AS am_large, max(${cell} <> upper(${cell})) AS am_small FROM ${from} GROUP BY am_slot`;
  const found = await connection.query(
    `SELECT am_slot, count() AS am_n, max(am_large) AS am_l, max(am_small) AS am_s FROM (${first}) GROUP BY am_slot`,
  );
  const isApart = found.every(([, shards]) => shards === '1');
  // Where all letters are of one size, no two ids differ in that alone.
  const isOfOneSize = [2, 3].some((at) => found.every((row) => row[at] === '0'));
  return isApart && isOfOneSize;
}

/** A table that lies on the server itself. A view or a table over others may read from several. */
const isOfOneServer = (made: string): boolean => /^(?:Replicated)?\w*MergeTree\b/u.test(made);
