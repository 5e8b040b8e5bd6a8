import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { MadeTable } from './clickhouse.ts';

/** A server of PostgreSQL with a folder of its own, that only the test knows and ends. */
export interface PostgresServer {
  readonly port: number;
  /** Asks as the one who may do everything. */
  readonly run: (statement: string, values?: readonly unknown[]) => Promise<readonly unknown[][]>;
  /** What the server noted: every statement that it was asked. */
  readonly log: () => string;
  readonly end: () => Promise<void>;
}

export const READER = { user: 'reader', password: 'reader-secret-4711' } as const;

/** The environment of a run that reads as the reader. */
export const READER_ENV = { LANG: 'en_US.UTF-8', AID_METRICS_USER: READER.user, AID_METRICS_PASSWORD: READER.password };
const OWNER = { user: 'owner', password: 'owner-secret-0815' } as const;

const ROOT = '/usr/lib/postgresql';

/** The programs of the server, where Debian puts them. */
function programs(): string | undefined {
  if (!existsSync(ROOT)) return undefined;
  const version = readdirSync(ROOT).toSorted().at(-1);
  return version !== undefined && existsSync(join(ROOT, version, 'bin', 'initdb')) ? join(ROOT, version, 'bin') : undefined;
}

/** PostgreSQL does not run as root: then as the user that its package made. */
const user = process.getuid?.() === 0 ? 'postgres' : undefined;
const as = (command: string, words: readonly string[]): readonly [string, readonly string[]] =>
  user === undefined ? [command, words] : ['setpriv', [`--reuid=${user}`, `--regid=${user}`, '--clear-groups', command, ...words]];

function must(command: string, words: readonly string[]): void {
  const done = spawnSync(...(as(command, words) as [string, string[]]), {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  });
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Begins a server; nothing where the package is missing, which is said. */
export async function beginPostgres(): Promise<PostgresServer | undefined> {
  const bin = programs();
  if (bin === undefined) {
    process.stderr.write('PostgreSQL is not installed: tests of databases are left out\n');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-postgres-'));
  const secret = join(folder, 'secret');
  writeFileSync(secret, OWNER.password, { mode: 0o600 });
  if (user !== undefined) {
    spawnSync('chown', ['-R', user, folder]);
    chmodSync(folder, 0o700);
  }
  const data = join(folder, 'data');
  must(join(bin, 'initdb'), [
    '-D',
    data,
    '-U',
    OWNER.user,
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  const port = await freePort();
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    log_statement: 'all',
    log_min_duration_statement: '50',
    log_min_messages: 'warning',
  };
  const words = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log: Buffer[] = [];
  const server = spawn(...(as(join(bin, 'postgres'), words) as [string, string[]]), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  });
  server.stderr.on('data', (piece: Buffer) => log.push(piece));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const owner = await connectedTo(port);
  await owner.query(`CREATE ROLE ${READER.user} LOGIN PASSWORD '${READER.password}'`);
  return {
    port,
    run: async (statement, values = []) => (await owner.query<unknown[]>({ text: statement, values: [...values], rowMode: 'array' })).rows,
    log: () => Buffer.concat(log).toString(),
    end: async () => {
      await owner.end();
      // A fast shutdown, of this server alone.
      process.kill(server.pid!, 'SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connectedTo(port: number): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ host: '127.0.0.1', port, database: 'postgres', ...OWNER });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** A table of text columns with the rows of CSV cells, that the reader may read. */
export async function fillTable(
  server: PostgresServer,
  table: string,
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const name = (one: string): string => `"${one.replaceAll('"', '""')}"`;
  await server.run(`DROP TABLE IF EXISTS ${name(table)}`);
  await server.run(`CREATE TABLE ${name(table)} (${header.map((column) => `${name(column)} text`).join(', ')})`);
  await addRows(server, table, header, rows);
  await server.run(`GRANT SELECT ON ${name(table)} TO ${READER.user}`);
}

/** More rows of such a table. */
export async function addRows(
  server: PostgresServer,
  table: string,
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500);
    const places = some.map((row, at) => `(${row.map((_, column) => `$${at * header.length + column + 1}`).join(', ')})`);
    await server.run(`INSERT INTO "${table}" VALUES ${places.join(', ')}`, some.flat());
  }
}

/** A table of columns and values as SQL has them, that the reader may read. */
export async function makePostgresTable({ run }: PostgresServer, { table, columns, values }: MadeTable): Promise<void> {
  await run(`DROP TABLE IF EXISTS ${table}`);
  await run(`CREATE TABLE ${table} (${columns})`);
  if (values !== undefined) await run(`INSERT INTO ${table} VALUES ${values}`);
  await run(`GRANT SELECT ON ${table} TO ${READER.user}`);
}
