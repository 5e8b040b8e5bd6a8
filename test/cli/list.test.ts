import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const gaps = ['villages', 'households', 'projects'].map((name) => `fixtures/gaps/${name}.csv`);
const rowsOf = (stdout: string) => stdout.trimEnd().split('\n').slice(1);

describe('list', () => {
  // The same numbers as the README of the fixture tells, row by row.
  test.each([
    ['uncovered', ['J002', 'J005', 'Y002']],
    ['unpaired', ['J004', 'Y002']],
    ['unplanned', ['Y001']],
    ['below-line', ['J002', 'J004', 'Y001']],
    ['guarantee-gaps', ['Y001', 'Y002']],
    ['at-risk', ['J007', 'Y001']],
    ['overdue', ['Q1']],
    ['unspent', ['Q2']],
  ])('%s of the small fixture', async (kind, ids) => {
    const { status, stdout } = await commandLine(['list', kind, ...gaps]);
    expect(status).toBe(0);
    const id = stdout
      .split('\n')[0]!
      .split(',')
      .findIndex((name) => name === 'household_id' || name === 'project_id');
    expect(rowsOf(stdout).map((row) => row.split(',')[id])).toEqual(ids);
  });

  test('into a pipe there is nothing but rows, and what is unknown is told beside them', async () => {
    const { stdout, stderr } = await commandLine(['list', 'overdue', ...gaps]);
    expect(rowsOf(stdout)).toHaveLength(1);
    expect(stderr).toContain('1 more project has an unknown answer');
    expect((await commandLine(['list', 'overdue', ...gaps, '--quiet'])).stderr).toBe('');
  });

  test('an empty list is no failure', async () => {
    const { status, stdout, stderr } = await commandLine(['list', 'unplanned', ...gaps, '--place', '甲村']);
    expect([status, rowsOf(stdout)]).toEqual([0, []]);
    expect(stderr).toContain('No such household.');
  });

  test('with errors in the data there is a list only with --partial', async () => {
    const rows = 'household_id,village,period,persons,status,has_plan\nH1,村1,2020,3,exited,no\nH2,村1,2020,x,exited,no\n';
    expect((await commandLine(['list', 'unplanned', '-'], { stdin: rows })).status).toBe(1);
    const { status, stdout, stderr } = await commandLine(['list', 'unplanned', '-', '--partial'], { stdin: rows });
    expect([status, rowsOf(stdout).length]).toEqual([1, 1]);
    expect(stderr).toContain('1 of 2 rows rejected');
  });

  test('the ledger of one rate, and what the file cannot answer is said once', async () => {
    const { stdout } = await commandLine(['list', 'excluded', ...gaps, '--metrics', 'industry_coverage']);
    expect(rowsOf(stdout).map((row) => row.split(',').slice(10, 13))).toEqual([
      ['industry_coverage', 'exempt', ''],
      ['industry_coverage', 'unknown', 'exempt=blank'],
      ['', 'cancelled', ''],
    ]);
    const rows = 'household_id,village,period,persons,status,has_plan\nH1,村1,2020,3,exited,no\nH2,村1,2020,3,exited,yes\n';
    const { stdout: none, stderr } = await commandLine(['list', 'excluded', '-', '--metrics', 'pairing'], { stdin: rows });
    expect(rowsOf(none)).toEqual([]);
    expect(stderr.match(/cannot answer pairing_coverage/gu)).toHaveLength(1);
  });

  test.each([
    [['list', 'uncoverd', gaps[1]!], 'did you mean uncovered?'],
    [['list', 'overdue', gaps[1]!], 'list overdue needs a project file'],
    [['list', 'unpaired', gaps[0]!], 'list unpaired needs a household file'],
    [['list', 'below-line', 'fixtures/zhongshan/households.csv'], 'net_income_per_capita'],
    [['list', 'unpaired', gaps[1]!, '--place', '甲存'], 'did you mean 甲村?'],
    [['list', 'unpaired', gaps[1]!, '--metrics', 'core'], '--metrics goes with list excluded'],
    [['list', 'excluded', gaps[1]!, '--metrics', 'collective_income'], 'names no rate of households'],
    [['list', 'unpaired', gaps[1]!, '--period', '2018'], 'the files hold nothing of 2018'],
  ])('%j cannot be done, and says how it could', async (argv, words) => {
    const { status, stdout, stderr } = await commandLine(argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });

  test('a year without a poverty line has no list of those below it', async () => {
    const rows = 'household_id,village,period,persons,status,net_income_per_capita\nH1,村1,2023,3,exited,3000\n';
    const { status, stderr } = await commandLine(['list', 'below-line', '-'], { stdin: rows });
    expect(status).toBe(2);
    expect(stderr).toContain('no poverty line is in force in 2023');
  });

  test('tallies no longer have the rows', async () => {
    const { stdout: tallies } = await commandLine(['report', gaps[1]!, '--format', 'tallies']);
    const { status, stderr } = await commandLine(['list', 'unpaired', '-'], { stdin: tallies });
    expect(status).toBe(2);
    expect(stderr).toContain('tallies no longer have them');
  });

  test('the sheet of a workbook stands beside the row', async () => {
    const { stdout } = await commandLine(['list', 'unpaired', 'fixtures/formats/workbook/registry.xlsx']);
    const [header, first] = stdout.split('\n').map((row) => row.split(','));
    expect(first![header!.indexOf('sheet')]).not.toBe('');
  });

  test('overdue in a year of which no row is, of a project last reported in 2017', async () => {
    const stdin =
      'project_id,name,period,category,village,planned_end,status,received_yuan,spent_yuan\nP1,路,2017,基础设施,村1,2018-06-30,在建,100,40\n';
    const { status, stdout } = await commandLine(['list', 'overdue', '-', '--period', '2020'], { stdin });
    // 2018-06-30 to 2020-12-31: 184 days of 2018, 365 and 366
    expect(status).toBe(0);
    expect(rowsOf(stdout)[0]).toContain('2018-06-30,915,');
    const left = await commandLine(['list', 'unspent', '-', '--period', '2020'], { stdin });
    expect(rowsOf(left.stdout)[0]).toContain('60.00,2017-12-31,3,yes');
    // Before its first row there is nothing of it.
    expect((await commandLine(['list', 'overdue', '-', '--period', '2016'], { stdin })).status).toBe(2);
  });
});
