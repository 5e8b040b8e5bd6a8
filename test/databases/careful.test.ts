import { Buffer } from 'node:buffer';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { facts } from '../../src/tables/facts.ts';
import { run } from '../../src/tally/run.ts';
import { commandLine } from '../support/command-line.ts';
import { addressOf, cellsOf, putInto } from '../support/database-tables.ts';
import { beginServers } from '../support/database-servers.ts';
import { READER, freePort, READER_ENV } from '../support/postgres.ts';
import { csvOf, household } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const servers = await beginServers();
const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-careful-'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const server of servers) await server.end();
});

const env = READER_ENV;
/** Households with everything that must not leave: names, an identity number, ids. */
const rows = Array.from({ length: 40 }, (_, index) =>
  household(10_001 + index, {
    head_name: `秘密户主${index}`,
    head_id_no: '11010519491231002X',
    net_income_per_capita: 2000 + index * 100,
    helper_name: index % 2 === 0 ? '诸葛帮扶' : '诸葛帮扶、欧阳干部',
    helper_unit: '县农业局',
    industries: '优质稻',
    has_plan: '是',
  }),
);
/** What a table shows of a row: who heads the household stays where it is. */
const withoutHead = (row: TableRow): TableRow =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !['head_name', 'head_id_no'].includes(column)));
const withBad = [...rows, household(20_001, { head_name: '秘密户主', helper_name: '司马 某某某', persons: 'x' })];

describe.each(servers)('$name is asked with care', (server) => {
  const at = (table = 'households', port = server.port): string => addressOf(server, table, port);
  const fill = (filled: readonly TableRow[], table = 'households'): Promise<void> => {
    const { header, cells } = cellsOf(filled);
    return server.fill(table, header, cells);
  };
  test('what a file prints, a table prints byte for byte: report, trend, tally, assess', async () => {
    await fill(rows);
    writeFileSync(join(folder, 'h.csv'), csvOf(rows.map(withoutHead)));
    writeFileSync(
      join(folder, 'v.csv'),
      csvOf([{ village: '大桥村', period: 2020, registered_poor_households: 40, households: 60, rural_population: 200 }]),
    );
    for (const words of [['report', '--metrics', 'all'], ['report', '--by', 'helper-unit'], ['trend'], ['assess'], ['tally']]) {
      const asked = (households: string) =>
        commandLine([...words, join(folder, 'v.csv'), '--households', households, '--region', '45', '-f', 'csv'], { env });
      const [file, table] = [await asked(join(folder, 'h.csv')), await asked(at())];
      expect(table.status, table.stderr).toBe(file.status);
      // A tally says what it was made of: of a table, the digest of its rows.
      const comparable = (text: string): string => text.replaceAll(/[0-9a-f]{64}/gu, 'SHA');
      expect(comparable(table.stdout), words.join(' ')).toBe(comparable(file.stdout));
      expect(table.stdout).not.toBe('');
    }
  }, 120_000);

  test('village and project tables may lie there too', async () => {
    const villages = [{ village: '大桥村', period: 2020, registered_poor_households: 40, households: 60, rural_population: 200 }];
    const projects = [{ project_id: 'P1', name: '水渠', village: '大桥村', period: 2020, category: 'industry', budget_yuan: '1200.50' }];
    writeFileSync(join(folder, 'h.csv'), csvOf(rows.map(withoutHead)));
    const files: string[] = [];
    for (const [name, table] of Object.entries({ villages, projects })) {
      await fill(table, name);
      writeFileSync(join(folder, `${name}.csv`), csvOf(table));
      files.push(join(folder, `${name}.csv`));
    }
    const asked = (tables: readonly string[]) =>
      commandLine(['report', ...tables, '--households', join(folder, 'h.csv'), '--metrics', 'all', '-f', 'csv'], { env });
    const [file, table] = [await asked(files), await asked([at('villages'), at('projects')])];
    expect(table.status, table.stderr).toBe(file.status);
    expect(table.stdout).toBe(file.stdout);
    expect(table.stdout).not.toBe('');
  }, 60_000);

  test('neither names, identity numbers nor ids of households cross the wire; a row that is refused crosses without names', async () => {
    await fill(withBad);
    const wire: Buffer[] = [];
    const port = await freePort();
    const proxy = createServer((client) => {
      const upstream = connect(server.port, '127.0.0.1');
      client.pipe(upstream);
      upstream.on('data', (piece) => wire.push(piece));
      upstream.pipe(client);
      for (const socket of [client, upstream]) socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));
    const { status, stderr } = await commandLine(['report', '--households', at('households', port), '--metrics', 'all', '--partial'], {
      env,
    });
    proxy.close();
    expect(status, stderr).toBe(1);
    const crossed = Buffer.concat(wire).toString();
    for (const secret of ['秘密', '诸葛', '欧阳', '司马', '某某', '1949', 'H10001', 'H10040'])
      expect(crossed, secret).not.toContain(secret);
    expect(crossed).toContain('H20001');
    expect(crossed).toContain('县农业局');
  }, 60_000);

  test('no password stands in what is asked, said or written', async () => {
    await fill(rows);
    const { stdout, stderr } = await commandLine(['report', '--households', at(), '-f', 'json', '--partial'], { env });
    // The statement that made the account has it; none of ours does.
    const asked = (await server.log()).replaceAll(/^.*CREATE ROLE.*$/gmu, '');
    for (const text of [stdout, stderr, asked]) expect(text.includes(READER.password)).toBe(false);
    const wrong = await commandLine(['report', '--households', at()], { env: { ...env, AID_METRICS_PASSWORD: 'other-secret' } });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('the user or the password is wrong');
    expect(wrong.stderr).not.toContain('other-secret');
  }, 60_000);

  test('rows that change during the run end it', async () => {
    const { tables, end } = await putInto(server, rows);
    const { header, cells } = cellsOf([household(10_041, rows[0])]);
    await server.run(`INSERT INTO households (${header.join(', ')}) VALUES (${cells[0]!.map((cell) => `'${cell}'`).join(', ')})`);
    await expect(run(tables, { facts, parameters: () => ({}) }, () => undefined)).rejects.toThrow('its rows changed during the run');
    end();
  });

  test('SELECT on one view suffices, which calls the columns otherwise', async () => {
    await fill(rows, 'registry');
    await server.view(
      'shown',
      `SELECT household_id AS ${quoted('户编号')}, village AS ${quoted('村')}, period AS ${quoted('年度')}, persons AS ${quoted('家庭人口数')}, status AS ${quoted('脱贫状态')} FROM registry`,
    );
    const { status, stderr } = await commandLine(['report', '--households', at('shown'), '--metrics', 'exited_share'], { env });
    expect(status, stderr).toBe(0);
    const none = await commandLine(['report', '--households', at('nowhere')], { env });
    expect(none.stderr).toContain('there is no such table or view');
    await server.run(`DROP ${server.scheme === 'postgres' ? 'VIEW' : 'TABLE'} shown`);
  }, 60_000);
  const quoted = (column: string): string => (server.scheme === 'postgres' ? `"${column}"` : `\`${column}\``);

  test('columns are used by their types: numbers, yes and no, dates, lists, choices', async () => {
    await server.make({ table: 'typed', ...TYPED[server.scheme] });
    const { status, stdout, stderr } = await commandLine(
      ['report', '--households', at('typed'), '--metrics', 'industry_coverage,net_income_per_person', '-f', 'csv', '--brief'],
      { env },
    );
    expect(status, stderr).toBe(0);
    // (4000.10 × 3 + 2000 × 2) ÷ 5 = 3200.06
    expect(stdout).toContain('3200.06');
  });

  test('of rows with one id one counts, and the others are errors, each said', async () => {
    const twice = [
      household(10_001),
      household(10_002),
      household('10_001'.replace('_', ''), { persons: 5 }),
      household('10001 ', { persons: 7 }),
    ];
    await fill(twice);
    const { stderr, status } = await commandLine(['report', '--households', at(), '--partial', '-f', 'csv'], { env });
    expect(status).toBe(1);
    expect(stderr.match(/another row of the table/gu)).toHaveLength(2);
    expect(stderr).toContain('2 of 4 rows rejected');
  });

  test('more rows than may be fetched are counted by place and column, and widen its range', async () => {
    const bad = Array.from({ length: 7 }, (_, index) => household(30_001 + index, { persons: `${index}个半` }));
    await fill([...rows, ...bad]);
    const { stderr, status } = await commandLine(['report', '--households', at(), '--partial', '-f', 'csv', '--max-refused', '3'], { env });
    expect(status).toBe(1);
    expect(stderr).toContain('4 rows of 大桥村 need reading one by one (persons); they are beyond the 3 that are fetched');
    expect(stderr).toContain('7 of 47 rows rejected');
    const { stdout } = await commandLine(['tally', '--households', at(), '--partial', '-f', 'csv', '--max-refused', '3'], { env });
    writeFileSync(join(folder, 'all.csv'), csvOf([...rows, ...bad].map(withoutHead)));
    const file = await commandLine(['tally', '--households', join(folder, 'all.csv'), '--partial', '-f', 'csv'], { env });
    const rejectedRows = (text: string) =>
      text
        .split('\n')
        .filter((line) => /evidence\.rows,/u.test(line))
        .map((line) => line.replaceAll(/[0-9a-f]{64}/gu, ''));
    expect(rejectedRows(stdout)).toEqual(rejectedRows(file.stdout));
  }, 60_000);

  test('what goes wrong on the way is said in one sentence, in both languages', async () => {
    await fill(rows);
    const asked = async (address: string, more: Readonly<Record<string, string>> = {}, words: readonly string[] = []) => {
      const { status, stderr } = await commandLine(['report', '--households', address, '--partial', ...words], {
        env: { ...env, ...more },
      });
      expect(status, stderr).toBe(2);
      expect(stderr).not.toContain(READER.password);
      return stderr;
    };
    const chinese = { LANG: 'zh_CN.UTF-8' };
    const nobody = at('households', await freePort());
    expect(await asked(nobody)).toContain('no database answers there');
    expect(await asked(nobody, chinese)).toContain('那里没有数据库在运行');
    expect(await asked(at(), { AID_METRICS_USER: 'nobody' })).toContain('the user or the password is wrong');
    expect(await asked(at(), { ...chinese, AID_METRICS_USER: 'nobody' })).toContain('用户名或口令不对');
    expect(await asked(at().replace(`/${server.database}/`, '/elsewhere/'))).toContain('there is no such database');
    await server.view('slow', `SELECT *, ${SLOWLY[server.scheme]} AS remarks FROM households`);
    expect(await asked(at('slow'), {}, ['--database-time', '1'])).toContain('it took longer than it may (--database-time)');
    expect(await asked(at('slow'), chinese, ['--database-time', '1'])).toContain('超过了时间上限');
    await server.run(`DROP ${server.scheme === 'postgres' ? 'VIEW' : 'TABLE'} slow`);
  }, 60_000);

  test('a connection that is lost in the middle of an answer ends the run', async () => {
    await fill(rows);
    // Ever later: in the first answer, in a later one.
    for (const most of [40, 400, 2000]) {
      const port = await freePort();
      let sent = 0;
      const proxy = createServer((client) => {
        const upstream = connect(server.port, '127.0.0.1');
        client.pipe(upstream);
        upstream.on('data', (piece: Buffer) => {
          sent += piece.length;
          client.write(piece.subarray(0, Math.max(0, piece.length - Math.max(0, sent - most))));
          if (sent > most) client.destroy();
        });
        upstream.on('end', () => client.end());
        client.on('close', () => upstream.destroy());
        for (const socket of [client, upstream]) socket.on('error', () => undefined);
      });
      await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));
      const { status, stdout, stderr } = await commandLine(['report', '--households', at('households', port), '--metrics', 'all'], { env });
      proxy.close();
      expect([status, stdout], `${most} bytes: ${stderr}`).toEqual([2, '']);
      expect(stderr).toContain('the connection was lost');
    }
  }, 60_000);

  test('what cannot be done with a table is refused with the way out', async () => {
    await fill(rows);
    const beside = await commandLine(['report', '--households', at(), '--households', join(folder, 'h.csv')], { env });
    expect(beside.stderr).toContain('UNION ALL');
    const written = await commandLine(['check', at(), '--annotate', join(folder, 'a.csv')], { env });
    expect(written.stderr).toContain('stay in their database');
  }, 60_000);
});

/** A text for which a server takes a while, for each row. */
const SLOWLY = { postgres: "'' || pg_sleep(0.1)", clickhouse: 'toString(sleepEachRow(0.06))' } as const;

/** The same two households in the types of each database. */
const TYPED = {
  postgres: {
    columns:
      'household_id bigint, village varchar(20), period integer, persons smallint, status text, net_income_per_capita numeric, exempt boolean, industries text[], exit_year date',
    values:
      "(100001, '大桥村', 2020, 3, '已脱贫', 4000.10, false, ARRAY['优质稻', '鸡'], '2019-05-01'), (100002, '大桥村', 2020, 2, '未脱贫', 2000.0000, true, NULL, NULL)",
  },
  clickhouse: {
    columns:
      "household_id UInt64, village LowCardinality(String), period UInt16, persons Nullable(UInt8), status Enum8('已脱贫' = 1, '未脱贫' = 2), net_income_per_capita Nullable(Decimal(18, 4)), exempt UInt8, industries Array(String), exit_year Nullable(DateTime), helper_unit FixedString(30)",
    values:
      "(100001, '大桥村', 2020, 3, '已脱贫', 4000.10, 0, ['优质稻', '鸡'], '2019-05-01 08:00:00', '县农业局'), (100002, '大桥村', 2020, 2, '未脱贫', 2000, 1, [], NULL, '')",
  },
} as const;

describe('the address of a table', () => {
  test.each([
    'postgres://someone:tops3cret@host/db/table',
    'postgres://host/db/table?password=tops3cret',
    'clickhouse://a:tops3cret:1/db/t',
  ])('with a password in it is refused, and not shown', async (address) => {
    const { status, stderr } = await commandLine(['report', address], { env });
    expect(status).toBe(2);
    expect(stderr).toContain('AID_METRICS_PASSWORD');
    expect(stderr).not.toContain('tops3cret');
  });

  test('without credentials it is said where they go', async () => {
    const { status, stderr } = await commandLine(['report', 'postgres://127.0.0.1:1/db/table'], { env: { LANG: 'en_US.UTF-8' } });
    expect(status).toBe(2);
    expect(stderr).toContain('AID_METRICS_CREDENTIALS');
  });

  test('a file with a password that others can read is refused', async () => {
    const path = join(folder, 'credentials');
    writeFileSync(path, `${READER.user}\n${READER.password}\n`);
    chmodSync(path, 0o644);
    const asked = () =>
      commandLine(['report', 'postgres://127.0.0.1:1/db/table'], { env: { LANG: 'en_US.UTF-8', AID_METRICS_CREDENTIALS: path } });
    expect((await asked()).stderr).toContain('chmod 600');
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(path, mode);
      expect((await asked()).stderr, mode.toString(8)).toContain('chmod 600');
    }
    chmodSync(path, 0o600);
    expect((await asked()).stderr).toContain('no database answers there');
  });

  test('a file with a password is a plain file with a user in it, and wins over the environment', async () => {
    const asked = (path: string, more: Readonly<Record<string, string>> = {}) =>
      commandLine(['report', 'postgres://127.0.0.1:1/db/table'], { env: { LANG: 'en_US.UTF-8', ...more, AID_METRICS_CREDENTIALS: path } });
    const fifo = join(folder, 'fifo');
    spawnSync('mkfifo', ['-m', '600', fifo]);
    for (const path of [folder, fifo]) expect((await asked(path)).stderr, path).toContain('one that only you can read');
    expect((await asked(join(folder, 'nowhere'))).stderr).toContain('nowhere');
    const empty = join(folder, 'empty');
    writeFileSync(empty, '\n\n', { mode: 0o600 });
    expect((await asked(empty, { AID_METRICS_USER: 'somebody' })).stderr).toContain('the first line is the user');
    const windows = join(folder, 'windows');
    writeFileSync(windows, `\uFEFF${READER.user}\r\n${READER.password}\r\n`, { mode: 0o600 });
    const { stderr } = await asked(windows);
    expect(stderr).toContain('no database answers there');
    expect(stderr).not.toContain(READER.password);
  });
});
