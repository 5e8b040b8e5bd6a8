import { readDatabaseAddress } from '../../src/cli/databases/address.ts';
import { DATABASE_LIMITS } from '../../src/cli/databases/limits.ts';
import { openTables } from '../../src/input/open-table.ts';
import type { OpenOptions, OpenedTable } from '../../src/input/open-table.ts';
import type { DatabaseServer } from './database-servers.ts';
import { READER } from './postgres.ts';
import type { TableRow } from './tables.ts';

/** Rows as a header and cells, as `csvOf` writes them. */
export function cellsOf(rows: readonly TableRow[]): { readonly header: readonly string[]; readonly cells: readonly (readonly string[])[] } {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== undefined)))];
  return { header, cells: rows.map((row) => header.map((column) => String(row[column] ?? ''))) };
}

/** The address of a table. */
export const addressOf = ({ scheme, port, database }: DatabaseServer, table: string, through = port): string =>
  `${scheme}://127.0.0.1:${through}/${database}/${table}`;

/** A table of a server as tests open it, and how to let go of it. */
export async function openedIn(
  server: DatabaseServer,
  table: string,
  { maxRefused = DATABASE_LIMITS.maxRefused, ...options }: OpenOptions & { readonly maxRefused?: number } = {},
): Promise<{ readonly tables: readonly OpenedTable[]; readonly end: () => void }> {
  const ends: (() => void)[] = [];
  const file = addressOf(server, table);
  const database = await server.open(file, readDatabaseAddress(file), {
    ...DATABASE_LIMITS,
    maxRefused,
    credentials: READER,
    onExit: (end) => ends.push(end),
  });
  const tables = await openTables({ file, database, open: async function* () {} }, options);
  return { tables, end: () => ends.forEach((end) => end()) };
}

/** Rows put into a table of a server and opened there. */
export async function putInto(server: DatabaseServer, rows: readonly TableRow[], options?: Parameters<typeof openedIn>[2]) {
  const { header, cells } = cellsOf(rows);
  await server.fill('households', header, cells);
  return openedIn(server, 'households', options);
}
