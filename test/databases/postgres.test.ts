import { afterAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { cellsOf } from '../support/database-tables.ts';
import { READER, beginPostgres, fillTable, READER_ENV } from '../support/postgres.ts';
import { household } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const server = await beginPostgres();
afterAll(async () => server?.end());

const env = READER_ENV;
const at = (table = 'households', port = server!.port): string => `postgres://127.0.0.1:${port}/postgres/${table}`;
const fill = (rows: readonly TableRow[], table = 'households'): Promise<void> => {
  const { header, cells } = cellsOf(rows);
  return fillTable(server!, table, header, cells);
};
const rows = Array.from({ length: 3 }, (_, index) => household(10_001 + index, { head_name: '秘密户主' }));

describe.skipIf(!server)('PostgreSQL', () => {
  test('an account that may do more than read is refused', async () => {
    await fill(rows);
    for (const right of ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'UPDATE (persons)']) {
      await server!.run(`GRANT ${right} ON households TO ${READER.user}`);
      const { status, stderr } = await commandLine(['check', at()], { env });
      expect([status, stderr.includes('may change the data')], right).toEqual([2, true]);
      await server!.run(`REVOKE ${right} ON households FROM ${READER.user}`);
    }
    expect((await commandLine(['check', at()], { env })).status).toBe(0);
  }, 60_000);

  test('SELECT on one view suffices; columns that are not granted are not there', async () => {
    await fill(rows, 'registry');
    await server!.run(`REVOKE ALL ON registry FROM ${READER.user}`);
    await server!.run(
      'CREATE OR REPLACE VIEW shown AS SELECT household_id AS 户编号, village AS 村, period AS 年度, persons AS 家庭人口数, status AS 脱贫状态, head_name FROM registry',
    );
    await server!.run(`GRANT SELECT (户编号, 村, 年度, 家庭人口数, 脱贫状态) ON shown TO ${READER.user}`);
    const { status, stderr } = await commandLine(['report', '--households', at('shown'), '--metrics', 'exited_share'], { env });
    expect(status, stderr).toBe(0);
    const refused = await commandLine(['report', '--households', at('registry')], { env });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('grant SELECT');
    const none = await commandLine(['report', '--households', at('nowhere')], { env });
    expect(none.stderr).toContain('there is no such table or view');
    await server!.run('DROP VIEW shown');
  }, 60_000);

  test('is asked in transactions that can only read', async () => {
    expect(server!.log()).toContain('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    expect(server!.log()).toMatch(/SET statement_timeout = 600000/u);
  });

  test('days are days whether their type is date, a time without a zone or text; a time with a zone is none', async () => {
    await server!.run('DROP TABLE IF EXISTS dated');
    await server!.run(
      'CREATE TABLE dated (household_id text, village text, period text, persons integer, labour_persons integer, status text, monitoring_type text, clue_on text, identified_on timestamp, cleared_on date, risk_cleared boolean)',
    );
    await server!.run(`INSERT INTO dated VALUES
      ('100001', '大桥村', '2023', 3, 2, '已脱贫', '突发严重困难户', '2023-05', '2023-06-15 10:30:00', '2023-12-15', true),
      ('100002', '大桥村', '2023', 2, 3, '已脱贫', '突发严重困难户', '2023-07-01', '2023-06-15', NULL, false),
      ('100003', '大桥村', '2023', 2, NULL, '已脱贫', '突发严重困难户', NULL, '2022-06-15', '2022-12-14', true)`);
    await server!.run(`GRANT SELECT ON dated TO ${READER.user}`);
    const { status, stdout, stderr } = await commandLine(
      ['report', '--households', at('dated'), '--metrics', 'newly_monitored_households,cleared_households', '-f', 'csv', '--brief'],
      { env },
    );
    expect(status, stderr).toBe(0);
    // Identified in 2023: the first and the second, 2. Cleared in 2023: 1.
    expect(stdout).toContain('大桥村,,2023,2,1');
    // The clue of the second came after it was identified, and it has 3 labourers of 2 persons.
    expect(stderr).toContain('the household was identified before there was a clue');
    expect(stderr).toContain('3 persons able to work in a household of 2');
    await server!.run("ALTER TABLE dated ALTER identified_on TYPE timestamptz USING identified_on AT TIME ZONE 'Asia/Shanghai'");
    const zoned = await commandLine(['check', at('dated')], { env });
    expect([zoned.status, (zoned.stderr + zoned.stdout).includes('is not a date')]).toEqual([1, true]);
  }, 60_000);
});
