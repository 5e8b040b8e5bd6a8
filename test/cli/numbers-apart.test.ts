import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';
import { csvOf, household, project, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'numbers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, rows: readonly TableRow[]): string => {
  const path = join(folder, name);
  writeFileSync(path, csvOf(rows));
  return path;
};

describe('a year and its own months', () => {
  const money = (period: string, planned: number, received: number, spent = received): TableRow =>
    project('P1', { period, planned_yuan: planned, received_yuan: received, spent_yuan: spent });
  const codes = async (rows: readonly TableRow[]) => {
    const { json } = await checkJson([file('p.csv', rows)]);
    return json.findings.map(({ code, row }) => [code, row]);
  };

  test('received is not more than planned where the year says what its months say', async () =>
    // 60 + 40 in the months, 100 in the year: 100 of 100
    expect(await codes([money('2020', 100, 100), money('2020-03', 100, 60), money('2020-06', 100, 40)])).toEqual([]));
  test('months that are more than planned are said, at the month, and the year by itself', async () =>
    // 60, then 60 + 50 = 110 of 100; the year says 100
    expect(await codes([money('2020', 100, 100), money('2020-03', 100, 60), money('2020-06', 100, 50)])).toEqual([
      ['received-exceeds-planned', 4],
    ]));
  test('a year that is more than planned is said at the year', async () =>
    expect(await codes([money('2020', 90, 100), money('2020-03', 90, 60)])).toEqual([['received-exceeds-planned', 2]]));
  test('years add up', async () =>
    // 60 + 50 = 110 of 100
    expect(await codes([money('2019', 100, 60), money('2020', 100, 50), money('2019-05', 100, 60)])).toEqual([
      ['received-exceeds-planned', 3],
    ]));
  test('spent is held against received in the same way', async () =>
    // the months of 2020 received 50 and spent 50; the year received 50, and is not 100
    expect(await codes([money('2020', 100, 50, 50), money('2020-03', 100, 50, 50), money('2021', 100, 0, 40)])).toEqual([
      ['spent-exceeds-received', 4],
    ]));
});

describe('household rows of another period than the report', () => {
  const villages = (period: number | string) => file('v.csv', [village({ period, registered_poor_households: 2 })]);
  const households = (...periods: readonly (number | string)[]) =>
    file(
      'h.csv',
      periods.map((period, index) => household(index, { period, has_industry: 'yes' })),
    );
  const said = async (argv: readonly string[]) => {
    const { stderr } = await commandLine(['report', ...argv, '--metrics', 'all']);
    return /(\d+) household rows? (?:is|are) of ([^ ].*?) and not counted in (\S+):/u.exec(stderr)?.slice(1);
  };

  test.each<readonly [title: string, village: string, households: readonly string[], argv: readonly string[], string[] | undefined]>([
    ['of a month beside a report of the year', '2020', ['2020-12', '2020-12'], [], ['2', '2020-12', '2020']],
    ['the same where the period is asked for', '2020', ['2020-12'], ['--period', '2020'], ['1', '2020-12', '2020']],
    ['of the year beside a report of a month', '2020-12', ['2020'], ['--period', '2020-12'], ['1', '2020', '2020-12']],
    ['of another year alone', '2020', ['2019'], ['--period', '2020'], ['1', '2019', '2020']],
    ['of a month, where others are of the year', '2020', ['2020', '2020-12'], ['--period', '2020'], ['1', '2020-12', '2020']],
    ['of the report: nothing', '2020', ['2020'], ['--period', '2020'], undefined],
    ['of years before, where others are of the report: nothing', '2020', ['2020', '2019'], ['--period', '2020'], undefined],
  ])('%s', async (_, of, rows, argv, expected) => expect(await said([villages(of), households(...rows), ...argv])).toEqual(expected));
});

describe('helpers whose number alone is known', () => {
  const helped = (id: number, place: string, helper: string, more: TableRow = {}): TableRow =>
    household(id, { village: place, helper_name: helper, ...more });
  const perHelper = async (rows: readonly TableRow[], more: readonly string[] = []) => {
    const [rowsFile, tallies] = [file('h.csv', rows), join(folder, 't.csv')];
    await commandLine(['tally', rowsFile, '-o', tallies, '--partial']);
    const { json } = await reportJson([tallies, '--metrics', 'households_per_helper', ...more]);
    return {
      total: json.total.metrics.households_per_helper!.text,
      places: json.places.map(({ metrics }) => metrics.households_per_helper!.text),
    };
  };

  test('may be in several villages: the total keeps its mark', async () =>
    // 3 households, 1 + 1 helpers, who may be one
    expect(await perHelper([helped(1, '甲村', '张三'), helped(2, '甲村', '张三'), helped(3, '乙村', '张三')])).toEqual({
      total: '≥1.50',
      places: ['1.00', '2.00'],
    }));
  test('also with a rejected row, and with one that is not known', async () => {
    for (const more of [{ persons: 'x' }, { helper_name: '不详' }])
      expect(
        (
          await perHelper([
            helped(1, '甲村', '张三'),
            helped(2, '甲村', '张三'),
            helped(3, '乙村', '张三'),
            helped(4, '乙村', '李四', more),
          ])
        ).total,
      ).toBe('≥1.50');
  });
  test('one village alone has none', async () =>
    expect((await perHelper([helped(1, '甲村', '张三'), helped(2, '甲村', '张三', { persons: 'x' })])).total).toBe('1.00'));
});
