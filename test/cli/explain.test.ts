import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const gaps = ['villages', 'households', 'projects'].map((name) => `fixtures/gaps/${name}.csv`);

describe('explain with files', () => {
  test('CSV has a line per row of the files and part, at the village of the row', async () => {
    const counted = async (evidence: string) => {
      const argv = ['explain', 'industry_coverage', ...gaps, '--by', 'all', '--evidence', evidence, '--format', 'csv'];
      const { status, stdout } = await commandLine(argv);
      expect(status).toBe(0);
      const lines = stdout
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','));
      const of = (village: string): readonly number[] =>
        ['numerator', 'denominator', 'left-out', 'unknown'].map(
          (part) => lines.filter((line) => line[4] === village && line[7] === part).length,
        );
      return [of('甲村'), of('乙村')];
    };
    // By the rows 甲村 has 1/3, one left out, one unknown, and 乙村 3/4: see the README of the fixture.
    expect(await counted('households')).toEqual([
      [1, 3, 1, 1],
      [3, 4, 0, 0],
    ]);
    // 甲村 declares six and has five rows: its own row stands, with two numbers taken away.
    expect(await counted('auto')).toEqual([
      [1, 1, 2, 0],
      [3, 4, 0, 0],
    ]);
  });

  test('the number is the one that the report prints', async () => {
    for (const metric of ['industry_coverage', 'poverty_gap', 'collective_income', 'spend_rate', 'overdue_projects']) {
      const { stdout: report } = await commandLine(['report', ...gaps, '--metrics', metric, '--format', 'json']);
      const { stdout: explained } = await commandLine(['explain', metric, ...gaps, '--format', 'json']);
      const { places } = JSON.parse(report) as {
        readonly places: readonly { readonly metrics: Readonly<Record<string, { text: string }>> }[];
      };
      const { places: shown } = JSON.parse(explained) as { readonly places: readonly { readonly place: unknown; readonly text: string }[] };
      expect(shown.filter(({ place }) => place !== null).map(({ text }) => text)).toEqual(
        places.map(({ metrics }) => metrics[metric]!.text),
      );
    }
  });

  test('only one place, or all of them', async () => {
    const { stdout } = await commandLine(['explain', 'industry_coverage', ...gaps, '--place', '乙村']);
    expect(stdout).toContain('乙村  2020  75.00%  3/4');
    expect(stdout).not.toContain('甲村');
    // 甲村 by its own row 3 of 6 − 2, 乙村 by its households 3 of 4; by households alone 1 of 3 and 3 of 4
    const all = ['explain', 'industry_coverage', ...gaps, '--by', 'all'];
    expect((await commandLine(all)).stdout).toContain('All  2020  75.00%  6/8');
    expect((await commandLine([...all, '--evidence', 'households'])).stdout).toContain('All  2020  57.14%  4/7');
  });

  test('rejected rows are counted with --partial, and stop everything without', async () => {
    const rows = 'household_id,village,period,persons,status,has_plan\nH1,村1,2020,3,exited,no\nH2,村1,2020,x,exited,no\n';
    expect((await commandLine(['explain', 'plan_coverage', '-'], { stdin: rows })).status).toBe(1);
    const { status, stdout } = await commandLine(['explain', 'plan_coverage', '-', '--partial'], { stdin: rows });
    expect(status).toBe(1);
    expect(stdout).toContain('Rejected: 1 row');
  });

  test('the sheet of a workbook stands beside the rows', async () => {
    const { stdout } = await commandLine(['explain', 'pairing_coverage', 'fixtures/formats/workbook/registry.xlsx']);
    expect(stdout).toMatch(/registry\.xlsx \[.+\] rows? \d/u);
  });

  test('no line is wider than a page', async () => {
    for (const lang of ['zh', 'en']) {
      const { stdout } = await commandLine(['explain', 'industry_coverage', 'fixtures/zhongshan/households.csv', '--lang', lang]);
      const widths = stdout.split('\n').map((line) => line.replaceAll(/[\u3000-\uffef]/gu, '##').length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(80);
    }
  });

  test.each([
    [['explain', 'industry_coverag', gaps[1]!], 'did you mean industry_coverage or industry_coverage_all or industry_coverage_assisted?'],
    [['explain', 'industry_coverage', '--format', 'csv'], '--format goes with files'],
    [['explain', 'industry_coverage', gaps[1]!, '--place', '丙村'], 'no place in the files is called "丙村"'],
    [['explain', 'industry_coverage', gaps[1]!, '--by', 'helper-unit'], '--by helper-unit is not known'],
  ])('%j cannot be done, and says how it could', async (argv, words) => {
    const { status, stdout, stderr } = await commandLine(argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });

  test('tallies no longer have the rows', async () => {
    const { stdout: tallies } = await commandLine(['report', gaps[1]!, '--format', 'tallies']);
    const { status, stderr } = await commandLine(['explain', 'industry_coverage', '-'], { stdin: tallies });
    expect(status).toBe(2);
    expect(stderr).toContain('tallies no longer have them');
  });
});
