import { openClickHouse } from '../../src/cli/databases/clickhouse-table.ts';
import { openPostgres } from '../../src/cli/databases/postgres-table.ts';
import { CLICKHOUSE, addToClickHouse, beginClickHouse, makeOnShards, makeTable, textColumns } from './clickhouse.ts';
import type { MadeTable } from './clickhouse.ts';
import { READER, addRows, beginPostgres, fillTable, makePostgresTable } from './postgres.ts';

/** A server that tests begin and end, with what differs between databases. */
export interface DatabaseServer {
  readonly name: string;
  /** How an address begins, and the database that is asked. */
  readonly scheme: 'postgres' | 'clickhouse';
  readonly database: string;
  readonly port: number;
  /** Who may read and nothing else. */
  readonly reader: typeof READER;
  readonly open: typeof openPostgres;
  /** A table of text columns with rows of cells, that the reader may read. */
  readonly fill: (table: string, header: readonly string[], rows: readonly (readonly string[])[]) => Promise<void>;
  /** More rows of such a table. */
  readonly add: (table: string, header: readonly string[], rows: readonly (readonly string[])[]) => Promise<void>;
  /** A table of columns and values as the SQL of the server has them. */
  readonly make: (made: MadeTable) => Promise<void>;
  /** A view that the reader may read. */
  readonly view: (name: string, selection: string) => Promise<void>;
  /** Asks as the one who may do everything. */
  readonly run: (statement: string) => Promise<unknown>;
  /** Every statement that was asked. */
  readonly log: () => Promise<string>;
  readonly end: () => Promise<void>;
}

async function postgres(): Promise<readonly DatabaseServer[]> {
  const server = await beginPostgres();
  if (!server) return [];
  const { port, run, log, end } = server;
  return [
    {
      name: 'PostgreSQL',
      scheme: 'postgres',
      database: 'postgres',
      port,
      reader: READER,
      open: openPostgres,
      fill: (table, header, rows) => fillTable(server, table, header, rows),
      add: (table, header, rows) => addRows(server, table, header, rows),
      make: (made) => makePostgresTable(server, made),
      view: async (name, selection) => {
        await run(`DROP VIEW IF EXISTS ${name}`);
        await run(`CREATE VIEW ${name} AS ${selection}`);
        await run(`GRANT SELECT ON ${name} TO ${READER.user}`);
      },
      run: (statement) => run(statement),
      log: async () => log(),
      end,
    },
  ];
}

async function clickHouse(): Promise<readonly DatabaseServer[]> {
  const shards = await beginClickHouse();
  if (!shards) return [];
  const { port, log } = shards;
  const run = (statement: string): Promise<string> => shards.run(0, statement);
  const kinds = [
    ['ClickHouse', makeTable, async () => undefined],
    ['two shards of ClickHouse', makeOnShards, shards.end],
  ] as const;
  return kinds.map(([name, make, end]) => ({
    name,
    scheme: 'clickhouse',
    database: CLICKHOUSE.database,
    port,
    reader: READER,
    open: openClickHouse,
    fill: async (table, header, rows) => {
      await make(shards, { table, columns: textColumns(header) });
      await addToClickHouse(shards, table, rows);
    },
    add: (table, _, rows) => addToClickHouse(shards, table, rows),
    make: (made) => make(shards, made),
    view: async (view, selection) => {
      await run(`DROP TABLE IF EXISTS ${view}`);
      await run(`CREATE VIEW ${view} AS ${selection}`);
    },
    run,
    log,
    end,
  }));
}

/** All servers that can run here; of each that is missing a line says so. The reader has the same name and password in each. */
export const beginServers = async (): Promise<readonly DatabaseServer[]> => (await Promise.all([postgres(), clickHouse()])).flat();
