import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { UserError } from '../../errors.ts';
import type { DatabaseTable } from '../../input/database-table.ts';
import { postgres } from '../../tally/engines/sql/postgres.ts';
import type { DatabaseAddress } from './address.ts';
import type { AskedHow } from './asked-how.ts';
import { changedMeanwhile, codeOf, databaseError, mayWrite, noSuchTable } from './table-errors.ts';

const OLDEST = 130_000;
const ROWS_AT_ONCE = 5000;
const WAIT_FOR_CONNECTION = 15_000;

/** Opens a table or view of PostgreSQL: a connection that can only read, and all that is read in one snapshot. */
export async function openPostgres(name: string, address: DatabaseAddress, how: AskedHow): Promise<DatabaseTable> {
  const connection = new Connection(name, await connected(name, address, how));
  await connection.begin(how.seconds);
  const table = await connection.tableAt(address);
  const columns = await connection.columnsOf(table);
  const from = `${postgres.name(table.schema)}.${postgres.name(address.table)}`;
  const cell = cellOf(new Map(columns.map(({ name: column, type }) => [column, type])));
  const cells = columns.map((column) => cell(column.name));
  const digest = async (): Promise<{ readonly rows: number; readonly sha256: string }> => {
    const row = postgres.hash(postgres.joined(cells.flatMap((one, index) => (index === 0 ? [one] : ["'\u001f'", one]))));
    const [[rows = '', sum = ''] = []] = await connection.query(`SELECT count(*), coalesce(sum(${row}), 0) FROM ${from}`);
    const told = [address.database, table.schema, address.table, rows, sum].join('\n');
    return { rows: Number(rows), sha256: createHash('sha256').update(told).digest('hex') };
  };
  const before = await digest();
  return {
    dialect: postgres,
    from,
    columns: columns.map((column) => column.name),
    cell,
    ...before,
    maxRefused: how.maxRefused,
    keepsTogether: async () => true,
    query: (statement) => connection.query(statement),
    stream: (statement) => connection.stream(statement),
    refuseChanged: async () => {
      await connection.newSnapshot();
      if ((await digest()).sha256 !== before.sha256) throw changedMeanwhile(name);
    },
  };
}

/** What is known of the type of a column. */
type ColumnType = 'list' | 'decimal' | 'time' | 'other';

/** A column as text, by its type: a list as lists are written, a decimal without the zeros that only its type has, of a time its day. */
const cellOf =
  (types: ReadonlyMap<string, ColumnType>) =>
  (column: string): string => {
    const name = postgres.name(column);
    const type = types.get(column);
    return `coalesce(${type === undefined ? `${name}::text` : AS_TEXT_BY_TYPE[type](name)}, '')`;
  };

const AS_TEXT_BY_TYPE: Readonly<Record<ColumnType, (name: string) => string>> = {
  list: (name) => `array_to_string(${name}, '、')`,
  decimal: (name) => `trim_scale(${name})::text`,
  time: (name) => `${name}::date::text`,
  other: (name) => `${name}::text`,
};
/** A time with a zone lies on another day in another zone: it is no day, and stays as it is. */
const BY_NAME: Readonly<Record<string, ColumnType>> = { numeric: 'decimal', 'timestamp without time zone': 'time' };

async function connected(name: string, { host, port, database, isRemote }: DatabaseAddress, how: AskedHow): Promise<Client> {
  // Loaded when it is asked for: most runs read files.
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    host,
    port,
    database,
    ...how.credentials,
    ssl: isRemote ? { rejectUnauthorized: true } : false,
    application_name: 'aid-metrics',
    connectionTimeoutMillis: WAIT_FOR_CONNECTION,
    options: '-c default_transaction_read_only=on -c standard_conforming_strings=on',
  });
  // An error between two statements is met by the next one.
  client.on('error', () => undefined);
  how.onExit(() => {
    void client.end().catch(() => undefined);
  });
  try {
    await client.connect();
  } catch (error) {
    throw databaseError(name, codeOf(error));
  }
  return client;
}

class Connection {
  readonly #name: string;
  readonly #client: Client;
  #cursors = 0;

  constructor(name: string, client: Client) {
    this.#name = name;
    this.#client = client;
  }

  async begin(seconds: number): Promise<void> {
    const [[version = '0'] = []] = await this.query('SHOW server_version_num');
    if (Number(version) < OLDEST)
      throw new UserError({
        zh: `${this.#name}：PostgreSQL 要 13 或更新的版本`,
        en: `${this.#name}: PostgreSQL has to be version 13 or later`,
      });
    await this.query(`SET statement_timeout = ${Math.round(seconds * 1000)}`);
    for (const setting of SETTINGS) await this.query(`SET ${setting}`);
    await this.query(BEGIN);
  }

  async newSnapshot(): Promise<void> {
    await this.query('COMMIT');
    await this.query(BEGIN);
  }

  async query(statement: string, values: readonly string[] = []): Promise<readonly (readonly string[])[]> {
    try {
      const { rows } = await this.#client.query<(string | null)[]>({
        text: statement,
        values: [...values],
        rowMode: 'array',
        types: AS_TEXT,
      });
      return rows.map((row) => row.map((cell) => cell ?? ''));
    } catch (error) {
      throw databaseError(this.#name, codeOf(error));
    }
  }

  async *stream(statement: string): AsyncGenerator<readonly (readonly string[])[]> {
    const cursor = `am_rows${this.#cursors++}`;
    await this.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${statement}`);
    try {
      for (;;) {
        const rows = await this.query(`FETCH ${ROWS_AT_ONCE} FROM ${cursor}`);
        if (rows.length === 0) break;
        yield rows;
      }
    } finally {
      await this.query(`CLOSE ${cursor}`);
    }
  }

  /** The table that is meant, which its reader may read and nothing else. */
  async tableAt({ schema, table }: DatabaseAddress): Promise<{ readonly id: string; readonly schema: string }> {
    const [[id, found, mayChange] = []] = await this.query(TABLE, [table, schema ?? '']);
    if (id === undefined || found === undefined) throw noSuchTable(this.#name);
    if (mayChange === 't') throw mayWrite(this.#name);
    return { id, schema: found };
  }

  async columnsOf({ id }: { readonly id: string }): Promise<readonly { readonly name: string; readonly type: ColumnType }[]> {
    const columns = await this.query(COLUMNS, [id]);
    if (columns.length === 0) throw databaseError(this.#name, '42501');
    return columns.map(([name, category, type]) => ({
      name: name!,
      type: category === 'A' ? 'list' : (BY_NAME[type!] ?? 'other'),
    }));
  }
}

const AS_TEXT = { getTypeParser: () => (text: string | Buffer) => (typeof text === 'string' ? text : text.toString()) };
const BEGIN = 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';
const SETTINGS = [
  "DateStyle = 'ISO, YMD'",
  "TimeZone = 'UTC'",
  "bytea_output = 'hex'",
  "lock_timeout = '10s'",
  "work_mem = '256MB'",
  // Texts are compared and put in order by the codes of their characters.
  "client_encoding = 'UTF8'",
];
const TABLE = `
  SELECT c.oid, n.nspname,
    has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(c.oid, 'INSERT, UPDATE')
      OR pg_has_role(c.relowner, 'USAGE') OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relname = $1 AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
    AND CASE WHEN $2 = '' THEN pg_table_is_visible(c.oid) ELSE n.nspname = $2 END`;
const COLUMNS = `
  SELECT a.attname, t.typcategory, format_type(a.atttypid, NULL) FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
  WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege(a.attrelid, a.attnum, 'SELECT')
  ORDER BY a.attnum`;
