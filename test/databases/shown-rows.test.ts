import { Buffer } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openTables } from '../../src/input/open-table.ts';
import type { OpenedTable } from '../../src/input/open-table.ts';
import { wordIn } from '../../src/language/row.ts';
import { facts } from '../../src/tables/facts.ts';
import type { RowQuery } from '../../src/tally/row-query.ts';
import { run } from '../../src/tally/run.ts';
import { placeKey } from '../../src/vocabulary/place.ts';
import { commandLine } from '../support/command-line.ts';
import { SAMPLE_CONDITIONS, ofHouseholds } from '../support/conditions.ts';
import { cellsOf, putInto } from '../support/database-tables.ts';
import { beginServers } from '../support/database-servers.ts';
import { freePort, READER_ENV } from '../support/postgres.ts';
import { csvOf, household } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const servers = await beginServers();
const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-shown-'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const server of servers) await server.end();
});

const env = READER_ENV;

/** Households of two villages in two years, among them rows that need reading: a status that nobody knows, `3人`. Ids in the order of the file. */
const rows = Array.from({ length: 60 }, (_, index) =>
  household(10_001 + index, {
    village: index % 3 === 0 ? '小桥村' : '大桥村',
    period: index % 5 === 0 ? 2019 : 2020,
    status: ['未脱贫', '已脱贫', '返贫', '注销', ''][index % 5 === 4 ? (index % 2 === 0 ? 4 : 0) : index % 5],
    persons: index % 7 === 0 ? '3人' : 1 + (index % 4),
    net_income_per_capita: index % 6 === 0 ? '' : 2000 + index * 100,
    has_industry: ['是', '否', '', '否'][index % 4],
    industries: index % 4 === 0 ? '优质稻' : '',
    helper_name: index % 2 === 0 ? '诸葛帮扶' : '',
    helper_unit: index % 2 === 0 ? '县农业局' : '',
    head_name: `秘密户主${index}`,
    monitoring_type: index % 4 === 0 ? '突发严重困难户' : '无',
    identified_on: index % 4 === 0 ? '2019-03' : '',
    risk_cleared: index % 8 === 0 ? '否' : index % 8 === 4 ? '是' : '',
    cleared_on: index % 8 === 4 ? ['2019-05-31', '2019-09-30', '2020'][index % 3] : '',
    housing: ['是', '否', ''][index % 3],
  }),
);
/** Those that can be read. */
const readable = rows.filter(({ status }) => status !== '');
/** What a table shows of persons: nothing. Without their names a file prints the same. */
const withoutNames = (row: TableRow): TableRow =>
  Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, column === 'head_name' ? '' : cell]));

/** The figures alone: what a row is called differs (a table has no row numbers), and who helps is not shown. */
function comparable(csv: string): readonly string[] {
  const [head = '', ...lines] = csv.trim().split('\n');
  const kept = head.split(',').flatMap((name, index) => (['file', 'row', 'helper_name'].includes(name.trim()) ? [] : [index]));
  return [head, ...lines].map((line) => kept.map((index) => line.split(',')[index]).join(','));
}

describe.each(servers)('rows of $name that are shown', (server) => {
  const at = (table = 'households', port = server.port): string => `${server.scheme}://127.0.0.1:${port}/${server.database}/${table}`;
  const fill = async (some: readonly TableRow[] = readable): Promise<void> => {
    const { header, cells } = cellsOf(some);
    await server.fill('households', header, cells);
  };

  test.each([
    ['list', 'uncovered'],
    ['list', 'uncovered', '--unknown'],
    ['list', 'uncovered', '--period', '2019'],
    ['list', 'below-line', '--unknown', '--region', '45'],
    ['list', 'unpaired', '--unknown'],
    ['list', 'excluded'],
    ['list', 'excluded', '--metrics', 'industry_coverage'],
    ['list', 'doubtful-clearances', '--unknown', '--region', '45', '2023'],
    ['list', 'at-risk', '--unknown', '--place', '小桥村'],
    ['list', 'guarantee-gaps', '--unknown'],
    ['explain', 'industry_coverage'],
    ['explain', 'poverty_incidence', '--place', '大桥村'],
    ['explain', 'households_per_helper'],
    ['explain', 'net_income_per_person', '--period', '2020'],
    ['assess', '--for', 'households', '--region', '45'],
  ])(
    'are those that a file shows: %s %s %s %s',
    async (...asking) => {
      // One row that is refused, and counted as such.
      const later = asking.at(-1) === '2023';
      const words = later ? asking.slice(0, -1) : asking;
      // Steps of monitoring have their limits in later years.
      const dated = rows.map((row) => (later ? { ...row, period: Number(row.period) + 3, clue_on: '2019-02-01' } : row));
      const all = [...dated, household(20_001, { persons: 'x', village: '大桥村' })];
      await fill(all);
      writeFileSync(join(folder, 'h.csv'), csvOf(all.map(withoutNames)));
      const asked = (households: string) => commandLine([...words, '--households', households, '-f', 'csv', '--partial'], { env });
      const [file, table] = [await asked(join(folder, 'h.csv')), await asked(at())];
      expect(table.status, table.stderr).toBe(file.status);
      expect(comparable(table.stdout).length).toBeGreaterThan(1);
      expect(comparable(table.stdout)).toEqual(comparable(file.stdout));
    },
    60_000,
  );

  test('are, for every condition, those that a file gives: plain ones and those that needed reading, with the same cells', async () => {
    const dirty = <T>(plain: readonly T[], odd: readonly T[]) =>
      fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...plain) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
    const row = fc.record({
      county: fc.constantFrom('甲县', '乙县'),
      village: dirty(['大桥村', '小桥村'], [' 大桥村', '']),
      period: dirty(['2019', '2020'], ['2020年', '']),
      persons: dirty(['1', '3', '5'], ['3人', '', 'x']),
      status: dirty(['未脱贫', '已脱贫', '一般户'], ['乱写', '']),
      exempt: dirty(['是', '否', ''], ['√', '?']),
      has_plan: dirty(['√', ''], ['是']),
      house_grade: dirty(['A', 'B', 'D', ''], ['A级', '8']),
      industries: dirty(['优质稻', '优质稻、鸡', ''], ['无', '1.稻 2.鸡']),
      labour_persons: dirty(['0', '2', ''], ['两人', '9']),
      exit_year: dirty(['2018', '2019', ''], ['2018年']),
      identified_on: dirty(['2019-01-31', '2019-02', ''], ['2019/3/1', '不详']),
      clue_on: fc.constantFrom('', ''),
      cleared_on: dirty(['2019-02-28', '2020', ''], ['20200101']),
    });
    const columns = [
      'household_id',
      'persons',
      'status',
      'exempt',
      'has_plan',
      'house_grade',
      'industries',
      'labour_persons',
      'exit_year',
      'identified_on',
      'clue_on',
      'cleared_on',
    ];
    const answersOf = async (tables: readonly OpenedTable[], queries: readonly RowQuery[]) => {
      const plan = { facts, parameters: () => ({ poverty_line: 2n, clearance_months: 1n }), rows: queries };
      const { rows: answers } = await run(tables, plan, () => undefined);
      return answers.map((files) =>
        files.map(({ columns: has, blankThroughout, asked, rows: answered }) => ({
          has: [...has].toSorted(),
          blankThroughout,
          asked: [...asked].toSorted(([one], [other]) => (one < other ? -1 : 1)),
          rows: [...answered]
            .map(({ place, period, cells }) => [wordIn(cells, 'household_id')!, period, placeKey(place), cells] as const)
            .toSorted((one, other) => (one[0] < other[0] ? -1 : 1)),
        })),
      );
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.array(SAMPLE_CONDITIONS, { minLength: 1, maxLength: 3 }),
        async (cells, conditions) => {
          const all = cells.map((one, index) => ({ household_id: String(100_001 + index), ...one }));
          const queries = conditions.map((where): RowQuery => ({ from: 'households', columns, where: ofHouseholds(where) }));
          const text = csvOf(all);
          const ofFile = await openTables({
            file: 'h.csv',
            open: async function* () {
              yield Buffer.from(text);
            },
          });
          const { tables, end } = await putInto(server, all);
          const [file, table] = [await answersOf(ofFile, queries), await answersOf(tables, queries)];
          end();
          expect(table).toEqual(file);
        },
      ),
      { numRuns: server.scheme === 'postgres' ? 40 : 8 },
    );
  }, 120_000);

  test('are called by their ids, and by no number, in each format', async () => {
    await fill();
    for (const format of ['table', 'markdown', 'html', 'json']) {
      const { stdout, status, stderr } = await commandLine(['explain', 'industry_coverage', '--households', at(), '-f', format], { env });
      expect(status, stderr).toBe(0);
      expect(stdout, format).toContain('H10002');
      expect(stdout, format).not.toMatch(/undefined|NaN|rows? \d|"row":/u);
    }
    const listed = await commandLine(['list', 'uncovered', '--households', at(), '-f', 'json'], { env });
    expect(listed.stdout).toContain('H10002');
    expect(listed.stdout).not.toMatch(/"row":|h\*\*/u);
  }, 60_000);

  test('cross the wire alone, with the cells that are asked for and no name of a person', async () => {
    await fill();
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
    const words = ['list', 'uncovered', '--households', at('households', port), '--place', '小桥村', '--period', '2020'];
    const { status, stderr, stdout } = await commandLine(words, { env });
    proxy.close();
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('H10010');
    const crossed = Buffer.concat(wire).toString();
    for (const secret of ['秘密', '诸葛']) expect(crossed, secret).not.toContain(secret);
    expect(crossed).toContain('H10010');
    // H10002 lies in 大桥村 and has no industry; H10013 in 小桥村, with one.
    for (const id of ['H10002', 'H10013']) expect(crossed, id).not.toContain(id);
  }, 60_000);

  test('are no more than may be fetched: then it is said how many they are, and how to ask for fewer', async () => {
    await fill();
    const words = ['explain', 'industry_coverage', '--households', at(), '--max-refused', '20'];
    const { status, stderr, stdout } = await commandLine(words, { env });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\d+ households would have to be fetched, and at most 20 are/u);
    const few = await commandLine([...words, '--place', '小桥村', '--period', '2020', '--lang', 'zh'], { env });
    expect(few.status, few.stderr).toBe(0);
    const zh = await commandLine([...words, '--lang', 'zh'], { env });
    expect(zh.stderr).toContain('最多取 20 户');
  }, 60_000);

  test('a list for which the table has no column says so, however many rows it has', async () => {
    await fill(readable.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !/industr/u.test(column)))));
    const { stderr } = await commandLine(['list', 'uncovered', '--households', at(), '--max-refused', '20'], { env });
    expect(stderr).toContain('has_industry');
    expect(stderr).not.toContain('would have to be fetched');
  }, 60_000);
});
