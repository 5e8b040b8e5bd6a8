import { afterAll, describe, expect, test } from 'vitest';
import { readDatabaseAddress } from '../../src/cli/databases/address.ts';
import { readClickHouseAnswer } from '../../src/cli/databases/clickhouse-answer.ts';
import { openClickHouse } from '../../src/cli/databases/clickhouse-table.ts';
import { DATABASE_LIMITS } from '../../src/cli/databases/limits.ts';
import type { DatabaseTable } from '../../src/input/database-table.ts';
import { households } from '../../src/tables/households/table.ts';
import { facts } from '../../src/tables/facts.ts';
import type { Column } from '../../src/language/column.ts';
import { addToClickHouse, beginClickHouse, makeOnShards, makeTable, textColumns } from '../support/clickhouse.ts';
import { commandLine } from '../support/command-line.ts';
import { cellsOf } from '../support/database-tables.ts';
import { READER, READER_ENV } from '../support/postgres.ts';
import { household } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const shards = await beginClickHouse();
afterAll(async () => shards?.end());

const env = READER_ENV;
const at = (table: string): string => `clickhouse://127.0.0.1:${shards!.port}/default/${table}`;
const opened = (table: string): Promise<DatabaseTable> =>
  openClickHouse(at(table), readDatabaseAddress(at(table)), { ...DATABASE_LIMITS, credentials: READER, onExit: () => undefined });
const put = async (make: typeof makeTable, table: string, rows: readonly TableRow[]): Promise<void> => {
  const { header, cells } = cellsOf(rows);
  await make(shards!, { table, columns: textColumns(header) });
  await addToClickHouse(shards!, table, cells);
};
const rows = Array.from({ length: 40 }, (_, index) => household(10_001 + index));

describe.skipIf(!shards)('ClickHouse', () => {
  test('sums are exact where its own pass their end and begin anew', async () => {
    const most = 2n ** 63n - 1n;
    for (const make of [makeTable, makeOnShards]) {
      const values = Array.from({ length: 8 }, (_, index) => `('${index}', ${index === 0 ? -5n : most})`).join(', ');
      await make(shards!, { table: 'large', columns: 'household_id String, n Int64', values });
      const { dialect, from, query } = await opened('large');
      const sums = [
        ['am_all', dialect.sum('n')],
        ['am_some', dialect.sumWhere('n', 'n > 0')],
      ] as const;
      const [answer] = await query(dialect.groups({ from, levels: [], where: true, by: [], sums }));
      expect(answer).toEqual([String(7n * most - 5n), String(7n * most)]);
      // Its own sum comes to another number.
      expect((await shards!.run(0, 'SELECT sum(n) FROM large')).trim()).not.toBe(answer![0]);
    }
  });

  test('what is multiplied is bounded, so that no product passes 63 bits', () => {
    const smallest: Readonly<Record<string, bigint>> = { count: 1n, money: 100n, quantity: 10_000n };
    const most = (name: string): bigint => {
      const column = (households.columns as Readonly<Record<string, Column>>)[name]!;
      // Ten digits before the point are read where they lie: below nothing they are all that bounds a number.
      return column.mayBeNegative ? 10n ** 10n * smallest[column.kind]! : column.atMost!.most * smallest[column.kind]!;
    };
    // No line and no floor area is above a hundred million of anything.
    const ofParameters = 10n ** 12n;
    for (const { sum } of facts.filter(({ from }) => from === 'households')) {
      if (sum === 1 || sum.times === undefined) continue;
      const times = most(sum.times);
      const others = [...('column' in sum ? [most(sum.column)] : []), ...('parameter' in sum || 'shortOf' in sum ? [ofParameters] : [])];
      expect(
        others.reduce((total, one) => total + one, 0n) * times < 2n ** 63n,
        JSON.stringify(sum, (_, value: unknown) => String(value)),
      ).toBe(true);
    }
  });

  test('an account that may write is refused, and one that takes no limits', async () => {
    await put(makeTable, 'households', rows);
    for (const [user, sentence] of [
      ['writer', 'this user may change the data'],
      ['one', 'readonly = 2'],
    ] as const) {
      const { status, stderr } = await commandLine(['check', at('households')], { env: { ...env, AID_METRICS_USER: user } });
      expect([status, stderr.includes(sentence)], user).toEqual([2, true]);
    }
  });

  test('every statement is asked with limits, and for whole answers', async () => {
    await put(makeTable, 'households', rows);
    await commandLine(['check', at('households')], { env });
    const counted = (await shards!.log()).split('\n').filter((line) => line.includes('`households`') && line.includes('am_part_am_n'));
    expect(counted.length).toBeGreaterThan(3);
    for (const line of counted)
      for (const setting of ['max_execution_time', 'max_memory_usage', 'readonly']) expect(line).toContain(`'${setting}'`);
  });

  test('a limit of the account holds where it is smaller than what is asked for', async () => {
    await put(makeTable, 'households', rows);
    await commandLine(['check', at('households'), '--database-time', '500'], { env: { ...env, AID_METRICS_USER: 'brief' } });
    const times = [...(await shards!.log()).matchAll(/'max_execution_time'[^\n]*/gu)].map(([line]) => /'(?:400|500)'/u.exec(line)?.[0]);
    expect(times).toContain("'400'");
    expect(times).not.toContain("'500'");
  });

  test('limits of the account end the run, and never make a part of the rows of all', async () => {
    await put(makeOnShards, 'households', rows);
    const asked = async (user: string, LANG = 'en_US.UTF-8') =>
      commandLine(['report', '--households', at('households'), '--partial'], { env: { ...env, LANG, AID_METRICS_USER: user } });
    expect(await asked('some')).toMatchObject({ status: 2, stdout: '' });
    expect((await asked('some')).stderr).toContain('it is more than this user may read');
    expect((await asked('small')).stderr).toContain('the database is out of memory');
    expect((await asked('small', 'zh_CN.UTF-8')).stderr).toContain('数据库内存不够');
  });

  test('whether rows with one id lie together is proved, not believed', async () => {
    const together = async (table: string) => (await opened(table)).keepsTogether('household_id');
    await put(makeOnShards, 'spread', rows);
    expect(await together('spread')).toBe(true);
    await put(makeTable, 'alone', rows);
    expect(await together('alone')).toBe(true);
    // Spread by its id, but for a row that was put where it does not belong: both shards have that id.
    const { cells } = cellsOf(rows.slice(0, 1));
    for (const shard of [0, 1] as const) await shards!.run(shard, `INSERT INTO spread_here FORMAT TabSeparated\n${cells[0]!.join('\t')}\n`);
    expect(await together('spread')).toBe(false);
    const { stderr } = await commandLine(['report', '--households', at('spread'), '--partial'], { env });
    expect(stderr).toContain('2 of 42 rows rejected');
    // Ids that differ in the size of their letters alone may lie apart.
    await put(makeOnShards, 'letters', [household('10001'), { ...household(''), household_id: 'h10001' }, household('10002')]);
    expect(await together('letters')).toBe(false);
    const twins = await commandLine(['report', '--households', at('letters'), '--partial'], { env });
    expect(twins.stderr).toContain('1 of 3 rows rejected');
    await shards!.run(0, 'DROP TABLE IF EXISTS by_chance');
    await shards!.run(0, 'CREATE TABLE by_chance AS spread_here ENGINE = Distributed(two, default, spread_here, rand())');
    expect(await together('by_chance')).toBe(false);
  });

  test('a view that makes a row for each household of members on several shards is given whole households', async () => {
    // Three members of each of ten households, spread by chance: 10 households of 3 persons.
    const values = Array.from({ length: 30 }, (_, index) => `('m${index}', 'H1000${index % 10}', '大桥村', '2020', '已脱贫')`).join(', ');
    await makeOnShards(shards!, { table: 'members', columns: textColumns(['member', 'household', 'village', 'period', 'status']), values });
    await shards!.run(0, 'DROP TABLE IF EXISTS of_households');
    await shards!.run(
      0,
      'CREATE VIEW of_households AS SELECT household AS household_id, any(village) AS village, any(period) AS period, any(status) AS status, count() AS persons FROM members GROUP BY household',
    );
    const { status, stdout, stderr } = await commandLine(['tally', '--households', at('of_households'), '-f', 'csv'], { env });
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/evidence\.rows,[^\n]*10\b/u);
  });

  test('a shard that cannot be reached ends the run', async () => {
    await put(makeOnShards, 'households', rows);
    await shards!.loseShard();
    // The account would do without it (`skip_unavailable_shards`): half the rows for all.
    const { status, stdout, stderr } = await commandLine(['report', '--households', at('households'), '--partial'], { env });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('a shard cannot be reached');
  }, 60_000);
});

describe('an answer of ClickHouse', () => {
  const whole =
    '{\n"meta": [{"name": "a", "type": "String"}],\n"data":\n[\n["x \\"1\\" \\n[2]", 9223372036854775807, null],\n["", -0.50, 1]\n],\n"rows": 2\n}\n';

  test('is read cell by cell as text, numbers to their last digit', () => {
    expect(readClickHouseAnswer(whole)).toEqual([
      ['x "1" \n[2]', '9223372036854775807', ''],
      ['', '-0.50', '1'],
    ]);
  });

  test('that is cut off anywhere is none', () => {
    for (let end = 0; end < whole.length - 2; end++) expect(readClickHouseAnswer(whole.slice(0, end)), String(end)).toBeUndefined();
  });

  test('that breaks off with what went wrong is none, nor one with fewer rows than it says', () => {
    const failure = 'Code: 241, e.displayText() = DB::Exception: Memory limit exceeded';
    expect(readClickHouseAnswer(`${whole.slice(0, 100)}${failure}`)).toBeUndefined();
    expect(readClickHouseAnswer(`${whole}${failure}`)).toBeUndefined();
    expect(readClickHouseAnswer(whole.replace('"rows": 2', '"rows": 3'))).toBeUndefined();
  });
});
