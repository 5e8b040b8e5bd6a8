import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const files = ['villages', 'households-2019', 'households-2020'].map((name) => `fixtures/trend/${name}.csv`);
const records = (csv: string) => parse(csv, { columns: true }) as Readonly<Record<string, string>>[];

describe('aid-metrics trend', () => {
  test('into a pipe it is CSV with a row per place, metric and period', async () => {
    const { status, stdout } = await commandLine(['trend', ...files, '--metrics', 'collective_income']);
    const rows = records(stdout);
    expect(status).toBe(0);
    expect(Object.keys(rows[0]!).slice(6)).toEqual(
      'metric period value unit numerator denominator missing low high change growth reason evidence marks compared compared_from compared_to'.split(
        ' ',
      ),
    );
    // 2 082 000 − 82 000 = 2 000 000; ÷ 82 000 = 24.3902…
    expect(rows.find(({ village, period }) => village === '西河村' && period === '2020')).toMatchObject({
      value: '2082000.00',
      change: '2000000.00',
      growth: '24.390243902439025',
      reason: '',
    });
  });

  test('2018 and 2020 without 2019: a gap, and no change across it', async () => {
    const { stdout } = await commandLine(['trend', ...files, '--metrics', 'collective_income']);
    const ofEast = records(stdout).filter(({ village }) => village === '东河村');
    expect(ofEast.map(({ period, value, change, growth, reason }) => [period, value, change, growth, reason])).toEqual([
      ['2018', '30000.00', '', '', 'no-base'],
      ['2019', '', '', '', 'no-data'],
      ['2020', '45000.00', '', '', 'no-base'],
    ]);
  });

  test('on a terminal it is a table with bars', async () => {
    const { stdout } = await commandLine(['trend', ...files, '--no-color'], { terminal: true });
    // 1/2, nothing, 3/3
    expect(stdout).toMatch(/^Coverage +50\.00% .* ▄ █$/mu);
  });

  test('by a larger place, its villages are added up', async () => {
    const { stdout } = await commandLine(['trend', ...files, '--by', 'township', '--metrics', 'poverty_incidence']);
    const [row] = records(stdout).filter(({ township, period }) => township === '青山镇' && period === '2018');
    // (4 + 15) of (800 + 1200) persons
    expect([row!.numerator, row!.denominator]).toEqual(['19', '2000']);
  });

  test('the matrix adds up to the households of both files', async () => {
    const { stdout } = await commandLine(['trend', ...files, '--matrix']);
    const rows = records(stdout);
    const sum = (keep: (row: (typeof rows)[number]) => boolean): number =>
      rows.filter(keep).reduce((all, { households }) => all + Number(households), 0);
    // 10 rows of 2019, 12 of 2020; 8 ids in both, so 14 households in all
    expect(sum(({ from_status }) => from_status !== 'absent')).toBe(10);
    expect(sum(({ to_status }) => to_status !== 'absent')).toBe(12);
    expect(sum(() => true)).toBe(14);
  });

  test('a file that is named twice has the matrix that it has alone: the rows of its second reading are duplicates', async () => {
    const [, earlier, later] = files;
    const matrixOf = async (...named: readonly string[]): Promise<string> =>
      (await commandLine(['trend', ...named, '--matrix', '--partial'])).stdout;
    const once = await matrixOf(earlier!, later!);
    expect(records(once).length).toBeGreaterThan(1);
    expect(await matrixOf(earlier!, later!, later!)).toBe(once);
    expect(await matrixOf(earlier!, earlier!, later!)).toBe(once);
  });

  test('of one period it says so, and gives what there is', async () => {
    const { status, stdout, stderr } = await commandLine(['trend', files[1]!, '--metrics', 'industry_coverage']);
    expect(status).toBe(0);
    expect(stderr).toContain('the files hold only 2019');
    expect(records(stdout)[0]).toMatchObject({ period: '2019', numerator: '6', denominator: '7', missing: '1', change: '' });
  });

  test('two household files without a period column cannot be told apart, and it says what to do', async () => {
    const snapshot = 'household_id,village,persons,status\nH1,东村,3,remaining\n';
    const without = await commandLine(['trend', '-'], { stdin: snapshot });
    expect(without.status).toBe(2);
    expect(without.stderr).toContain('--snapshot 2020');
    const twice = await commandLine(['trend', '--snapshot', '2020', '-', 'fixtures/bad/household-without-period.csv'], { stdin: snapshot });
    expect(twice.status).toBe(1);
    expect(twice.stderr).toContain('all of them stand in one period');
  });

  test('rejected household rows are said to stand as not there', async () => {
    const rows = [
      'household_id,village,period,persons,status',
      'H1,东村,2019,3,remaining',
      'H1,东村,2020,x,remaining',
      'H2,东村,2020,3,exited',
    ];
    const { status, stderr } = await commandLine(['trend', '-', '--partial', '--lang', 'zh'], { stdin: rows.join('\n') });
    expect(status).toBe(1);
    expect(stderr).toContain('户表有 1 行未通过检查');
  });

  test.each<[string, readonly string[], string]>([
    ['--matrix in a table', ['trend', ...files, '--matrix', '--format', 'table'], '--matrix goes with csv'],
    ['--matrix of one period', ['trend', files[1]!, '--matrix'], 'these hold households of 2019 only'],
    ['--matrix without households', ['trend', files[0]!, '--matrix'], 'needs household files of two periods'],
    ['a format that a trend does not have', ['trend', ...files, '--format', 'tallies'], 'choose one of table, csv, tsv, json'],
    ['no file', ['trend'], 'no file given'],
  ])('%s: exit 2', async (_, argv, message) => {
    const { status, stdout, stderr } = await commandLine(argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('tallies of several periods are followed like the rows they were made from', async () => {
    const { stdout: tallies } = await commandLine(['report', files[0]!, '--format', 'tallies']);
    const [fromTallies, fromRows] = [
      await commandLine(['trend', '-', '--metrics', 'poverty_incidence'], { stdin: tallies }),
      await commandLine(['trend', files[0]!, '--metrics', 'poverty_incidence']),
    ];
    expect(fromTallies.stdout).toBe(fromRows.stdout);
  });
});
