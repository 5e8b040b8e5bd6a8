import { DATABASE_LIMITS } from '../../src/cli/databases/limits.ts';
import { openPostgres } from '../../src/cli/databases/postgres-table.ts';
import { openTables } from '../../src/input/open-table.ts';
import type { OpenOptions, OpenedTable } from '../../src/input/open-table.ts';
import type { TableRow } from './tables.ts';
import { READER, fillTable } from './postgres.ts';
import type { PostgresServer } from './postgres.ts';

/** Rows as a header and cells, as `csvOf` writes them. */
export function cellsOf(rows: readonly TableRow[]): { readonly header: readonly string[]; readonly cells: readonly (readonly string[])[] } {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== undefined)))];
  return { header, cells: rows.map((row) => header.map((column) => String(row[column] ?? ''))) };
}

/** A table of a server as tests open it, and how to let go of it. */
export async function openedIn(
  server: PostgresServer,
  table: string,
  { maxRefused = DATABASE_LIMITS.maxRefused, ...options }: OpenOptions & { readonly maxRefused?: number } = {},
): Promise<{ readonly tables: readonly OpenedTable[]; readonly end: () => void }> {
  const ends: (() => void)[] = [];
  const file = `postgres://127.0.0.1:${server.port}/postgres/${table}`;
  const address = {
    system: 'postgresql',
    host: '127.0.0.1',
    port: server.port,
    database: 'postgres',
    schema: undefined,
    table,
    isRemote: false,
  } as const;
  const database = await openPostgres(file, address, {
    ...DATABASE_LIMITS,
    maxRefused,
    credentials: READER,
    onExit: (end) => ends.push(end),
  });
  const tables = await openTables({ file, database, open: async function* () {} }, options);
  return { tables, end: () => ends.forEach((end) => end()) };
}

/** Rows put into a table of a server and opened there. */
export async function putInto(server: PostgresServer, rows: readonly TableRow[], options?: Parameters<typeof openedIn>[2]) {
  const { header, cells } = cellsOf(rows);
  await fillTable(server, 'households', header, cells);
  return openedIn(server, 'households', options);
}
