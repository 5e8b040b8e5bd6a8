import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { READER, freePort } from './postgres.ts';

/** A table with columns and values as SQL has them. */
export interface MadeTable {
  readonly table: string;
  readonly columns: string;
  readonly values?: string;
}

/** Two servers of ClickHouse on loopback, each a shard, with folders of their own. */
export interface ClickHouseShards {
  /** Where the first one answers. */
  readonly port: number;
  /** Asks one of the two as the one who may do everything. */
  readonly run: (shard: 0 | 1, statement: string, settings?: Readonly<Record<string, string>>) => Promise<string>;
  /** Ends the second one, whose rows nobody can reach then. */
  readonly loseShard: () => Promise<void>;
  /** Every statement that the first one was asked. */
  readonly log: () => Promise<string>;
  readonly end: () => Promise<void>;
}

export const CLICKHOUSE = { database: 'default' } as const;
const OWNER = { user: 'default', password: 'owner-secret-0815' } as const;
const SERVER = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'].find((path) => existsSync(path));

const configOf = (folder: string, ports: Ports, all: readonly Ports[]): string => `<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${ports.http}</http_port><tcp_port>${ports.tcp}</tcp_port><interserver_http_port>${ports.between}</interserver_http_port>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><user_files_path>${folder}/files/</user_files_path>
  <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
  <query_log><database>system</database><table>query_log</table><flush_interval_milliseconds>1000</flush_interval_milliseconds></query_log>
  <mark_cache_size>268435456</mark_cache_size><format_schema_path>${folder}/schemas/</format_schema_path>
  <remote_servers><two>${all
    .map(
      ({ tcp }) =>
        `<shard><replica><host>127.0.0.1</host><port>${tcp}</port><user>${OWNER.user}</user><password>${OWNER.password}</password></replica></shard>`,
    )
    .join('')}</two></remote_servers>
</yandex>`;
const user = (name: string, password: string, profile: string): string =>
  `<${name}><password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`;
const USERS = `<yandex>
  <profiles><default></default><reading><readonly>2</readonly><log_queries>1</log_queries><skip_unavailable_shards>1</skip_unavailable_shards></reading>
    <one><readonly>1</readonly></one><brief><readonly>2</readonly><log_queries>1</log_queries><max_execution_time>400</max_execution_time></brief>
    <some><readonly>2</readonly><max_rows_to_read>10</max_rows_to_read><read_overflow_mode>break</read_overflow_mode>
      <max_execution_time>1</max_execution_time><timeout_overflow_mode>break</timeout_overflow_mode></some>
   <small><readonly>2</readonly><max_memory_usage_for_user>1000</max_memory_usage_for_user></small></profiles>
  <users>${user(OWNER.user, OWNER.password, 'default')}${user(READER.user, READER.password, 'reading')}${['one', 'brief', 'small', 'some', 'writer'].map((name) => user(name, READER.password, name === 'writer' ? 'default' : name)).join('')}</users>
  <quotas><default></default></quotas>
</yandex>`;

interface Ports {
  readonly http: number;
  readonly tcp: number;
  readonly between: number;
}

/** Begins two shards; nothing where the package is missing, which is said. */
export async function beginClickHouse(): Promise<ClickHouseShards | undefined> {
  if (SERVER === undefined) {
    process.stderr.write('ClickHouse is not installed: tests of it are left out\n');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-clickhouse-'));
  const ports: Ports[] = [];
  for (let shard = 0; shard < 2; shard++) ports.push({ http: await freePort(), tcp: await freePort(), between: await freePort() });
  const servers = ports.map((own, shard) => {
    const home = join(folder, String(shard));
    for (const name of ['data', 'tmp', 'files', 'schemas']) mkdirSync(join(home, name), { recursive: true });
    writeFileSync(join(home, 'config.xml'), configOf(home, own, ports));
    writeFileSync(join(home, 'users.xml'), USERS, { mode: 0o600 });
    const isRoot = process.getuid?.() === 0;
    if (isRoot) spawnSync('chown', ['-R', 'clickhouse', folder]);
    const words = [`--config-file=${join(home, 'config.xml')}`];
    return isRoot
      ? spawn('setpriv', ['--reuid=clickhouse', '--regid=clickhouse', '--clear-groups', SERVER, ...words], { stdio: 'ignore', cwd: home })
      : spawn(SERVER, words, { stdio: 'ignore', cwd: home });
  });
  const ended = servers.map((server) => new Promise<void>((resolve) => server.once('exit', () => resolve())));
  const run: ClickHouseShards['run'] = async (shard, statement, settings = {}) => {
    const answer = await fetch(
      `http://127.0.0.1:${ports[shard]!.http}/?${new URLSearchParams({ max_query_size: '100000000', ...settings }).toString()}`,
      {
        method: 'POST',
        body: statement,
        headers: { 'X-ClickHouse-User': OWNER.user, 'X-ClickHouse-Key': OWNER.password },
      },
    );
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  };
  for (const shard of [0, 1] as const) {
    for (let attempt = 0; ; attempt++) {
      try {
        await run(shard, 'SELECT 1');
        break;
      } catch (error) {
        if (attempt > 150) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
  return {
    port: ports[0]!.http,
    run,
    loseShard: async () => {
      servers[1]!.kill('SIGKILL');
      await ended[1];
    },
    log: async () => {
      await run(0, 'SYSTEM FLUSH LOGS');
      return run(0, 'SELECT query, Settings.Names, Settings.Values FROM system.query_log');
    },
    end: async () => {
      // Its folder goes with it: version 18 may take minutes over an orderly end.
      for (const server of servers) server.kill('SIGKILL');
      await Promise.all(ended);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A table on one server. */
export async function makeTable({ run }: ClickHouseShards, { table, columns, values }: MadeTable): Promise<void> {
  await run(0, `DROP TABLE IF EXISTS ${table}`);
  await run(0, `CREATE TABLE ${table} (${columns}) ENGINE = MergeTree ORDER BY tuple()`, LOW_CARDINALITY);
  if (values !== undefined) await run(0, `INSERT INTO ${table} VALUES ${values}`);
}

/** A table on both shards, each row on the one that its id tells, and a table over both. */
export async function makeOnShards({ run }: ClickHouseShards, { table, columns, values }: MadeTable): Promise<void> {
  const key = columns.includes('household_id') ? 'cityHash64(household_id)' : 'rand()';
  for (const shard of [0, 1] as const) {
    await run(shard, `DROP TABLE IF EXISTS ${table}_here`);
    await run(shard, `CREATE TABLE ${table}_here (${columns}) ENGINE = MergeTree ORDER BY tuple()`, LOW_CARDINALITY);
  }
  await run(0, `DROP TABLE IF EXISTS ${table}`);
  await run(
    0,
    `CREATE TABLE ${table} (${columns}) ENGINE = Distributed(two, ${CLICKHOUSE.database}, ${table}_here, ${key})`,
    LOW_CARDINALITY,
  );
  if (values !== undefined) await run(0, `INSERT INTO ${table} VALUES ${values}`, SYNCHRONOUS);
}
const SYNCHRONOUS = { insert_distributed_sync: '1' };
const LOW_CARDINALITY = { allow_experimental_low_cardinality_type: '1' };

/** Columns of text. */
export const textColumns = (header: readonly string[]): string => header.map((column) => `\`${column}\` String`).join(', ');

/** Rows of text cells, put into a table. */
export async function addToClickHouse({ run }: ClickHouseShards, table: string, rows: readonly (readonly string[])[]): Promise<void> {
  if (rows.length === 0) return;
  const lines = rows.map((row) => `${row.map(tabSeparated).join('\t')}\n`).join('');
  await run(0, `INSERT INTO ${table} FORMAT TabSeparated\n${lines}`, SYNCHRONOUS);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n' };
const tabSeparated = (cell: string): string => cell.replaceAll(/[\\\t\n]/gu, (sign) => ESCAPES[sign]!);
