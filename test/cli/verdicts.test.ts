import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { commandLine, reportJson } from '../support/command-line.ts';
import { csvOf, household, householdsOf, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

interface VerdictJson {
  readonly standard: string;
  readonly comparison: string;
  readonly threshold: number;
  readonly thresholdText: string;
  readonly met: string;
  readonly shortBy?: { readonly amount: number; readonly unit: string };
  readonly hiddenByRounding?: boolean;
}

const poor = (more: TableRow = {}): TableRow =>
  village({ province: '广西', county: '云岭县', rural_population: 1000, remaining_poor_persons: 30, ...more });
const verdictOf = async (row: TableRow, ...argv: readonly string[]): Promise<VerdictJson | undefined> => {
  const { json } = await reportJson(['-', '--metrics', 'poverty_incidence', ...argv], { stdin: csvOf([row]) });
  return json.places[0]!.metrics.poverty_incidence!.verdict as VerdictJson | undefined;
};

describe('report shows verdicts where a standard is in force', () => {
  test('in JSON, with the threshold as a number and as the document writes it', async () => {
    expect(await verdictOf(poor())).toMatchObject({
      standard: 'village-exit/poverty-incidence',
      comparison: 'below',
      threshold: 0.03,
      thresholdText: '3%',
      met: 'no',
      shortBy: { amount: 1, unit: 'persons' },
    });
    expect(await verdictOf(poor({ rural_population: 25_000, remaining_poor_persons: 749 }))).toMatchObject({
      met: 'yes',
      hiddenByRounding: true,
    });
  });

  test('in a table, marked where rounding would hide it', async () => {
    const { stdout } = await commandLine(['report', '-', '--metrics', 'poverty_incidence', '--format', 'table'], {
      stdin: csvOf([poor({ rural_population: 25_000, remaining_poor_persons: 749 })]),
    });
    expect(stdout).toContain('3.00%');
    expect(stdout).toContain('2.996%');
  });

  test('in long CSV, in its own column', async () => {
    const { stdout } = await commandLine(['report', '-', '--long', '--metrics', 'poverty_incidence'], { stdin: csvOf([poor()]) });
    const [first] = parse<Record<string, string>>(stdout, { columns: true });
    expect(first).toMatchObject({ metric: 'poverty_incidence', value: '0.03', unit: 'share', verdict: 'no' });
  });

  test('in 2021 there is none: a note says so, and the status is 0', async () => {
    const { status, stdout, stderr } = await commandLine(['report', '-', '--metrics', 'poverty_incidence', '--format', 'json'], {
      stdin: csvOf([poor({ period: 2021 })]),
    });
    expect(status).toBe(0);
    expect(stdout).not.toContain('"verdict"');
    expect(stderr).toContain('2021-12-31');
  });

  test('a place that does not say where it lies is not judged, and --region is advised', async () => {
    const row = poor({ province: undefined, county: '钟山县' });
    const { stderr } = await commandLine(['report', '-', '--metrics', 'poverty_incidence'], { stdin: csvOf([row]) });
    expect(stderr).toContain('--region');
    expect(await verdictOf(row)).toBeUndefined();
    expect(await verdictOf(row, '--region', '45')).toMatchObject({ met: 'no' });
    expect(await verdictOf(row, '--region', 'Guangxi')).toMatchObject({ met: 'no' });
    const refused = await commandLine(['report', '-', '--region', '钟山县'], { stdin: csvOf([row]) });
    expect([refused.status, refused.stdout]).toEqual([2, '']);
  });

  test('--as-of chooses the day', async () => {
    expect(await verdictOf(poor({ period: 2021 }), '--as-of', '2020-12-31')).toMatchObject({ met: 'no' });
    expect(await verdictOf(poor(), '--as-of', '2021-01-01')).toBeUndefined();
  });

  test('a rejected row with --partial could decide: undetermined, and the status of the data', async () => {
    const rows = householdsOf(
      [...Array<string>(5).fill('yes'), ...Array<string>(3).fill('no')].map((has_industry) => ({
        province: '广西',
        exempt: 'no',
        has_industry,
      })),
    );
    const broken = household(99, { province: '广西', exempt: 'no', has_industry: 'vielleicht' });
    // 5 of 8 is 62.5 %; with the ninth between 5/9 = 55.6 % and 6/9
    const { status, json } = await reportJson(['-', '--partial', '--metrics', 'industry_coverage'], { stdin: csvOf([...rows, broken]) });
    expect(status).toBe(1);
    expect(json.places[0]!.metrics.industry_coverage!.verdict).toMatchObject({ met: 'undetermined', shortBy: { amount: 1 } });
  });

  test.each<[string, TableRow, number]>([
    ['met', { remaining_poor_persons: 29 }, 0],
    ['not met', {}, 3],
    ['undetermined', { remaining_poor_persons: '' }, 3],
    ['not assessable', { remaining_poor_persons: undefined }, 0],
    ['no standard in force', { period: 2021 }, 0],
  ])('--fail-on-unmet, %s', async (_, more, status) => {
    // With a figure that nothing judges beside it: a report without one figure ends with 1, whatever it judges.
    const argv = ['report', '-', '--metrics', 'poverty_incidence,collective_income_total'];
    const stdin = csvOf([poor({ collective_income: 1000, ...more })]);
    expect((await commandLine([...argv, '--fail-on-unmet'], { stdin })).status).toBe(status);
    expect((await commandLine(argv, { stdin })).status).toBe(0);
  });

  test.each(['', undefined])('not one figure: 1 comes before 3', async (remaining_poor_persons) => {
    const argv = ['report', '-', '--metrics', 'poverty_incidence', '--fail-on-unmet'];
    expect((await commandLine(argv, { stdin: csvOf([poor({ remaining_poor_persons })]) })).status).toBe(1);
  });

  test('a user’s standard takes the place of the shipped one', async () => {
    const income = { ...poor(), period: 2019, collective_income: 40_000, subsidy_income: 0, one_off_income: 0 };
    const verdict = async (...argv: readonly string[]) => {
      const { json } = await reportJson(['-', '--metrics', 'collective_income', ...argv], { stdin: csvOf([income]) });
      return json.places[0]!.metrics.collective_income!.verdict as VerdictJson | undefined;
    };
    expect(await verdict()).toBeUndefined();
    expect(await verdict('--standards', 'fixtures/standards/guangxi-2019.json')).toMatchObject({ threshold: 40_000, met: 'yes' });
  });
});

describe('report by helping unit', () => {
  const rows = householdsOf([
    { helper_name: '干部01', helper_unit: '县委' },
    { helper_name: '干部01', helper_unit: '县委' },
    { helper_name: '', helper_unit: '' },
  ]);

  test('each unit with its share', async () => {
    const { stdout, status } = await commandLine(
      ['report', '-', '--by', 'helper-unit', '--metrics', 'pairing_coverage,households_per_helper', '--format', 'table'],
      {
        stdin: csvOf(rows),
      },
    );
    expect(status).toBe(0);
    // 2 of 3 households by one helper
    for (const text of ['县委', '66.67%', '2/3', '2.00']) expect(stdout).toContain(text);
    expect(stdout).not.toContain('干部01');
  });

  test('metrics that say nothing of units are refused', async () => {
    const { status, stderr } = await commandLine(['report', '-', '--by', 'helper-unit', '--metrics', 'poverty_incidence'], {
      stdin: csvOf(rows),
    });
    expect(status).toBe(2);
    expect(stderr).toContain('poverty_incidence');
  });
});

describe('breakdowns', () => {
  test('are rows of their own in long CSV, as metric:key', async () => {
    const { stdout } = await commandLine(['report', '-', '--long', '--metrics', 'industry_households_by_type'], {
      stdin: csvOf(householdsOf([{ industries: '鸡、优质稻' }, { industries: '鸡' }, { industries: '' }])),
    });
    const rows = parse<Record<string, string>>(stdout, { columns: true }).filter(({ village: name }) => name === '大桥村');
    expect(rows.map(({ metric, value }) => [metric, value])).toEqual([
      ['industry_households_by_type', '2'],
      ['industry_households_by_type:鸡', '2'],
      ['industry_households_by_type:优质稻', '1'],
    ]);
  });

  test('are a list in JSON', async () => {
    const { json } = await reportJson(['-', '--metrics', 'industry_households_by_type'], {
      stdin: csvOf(householdsOf([{ industries: '鸡' }, { industries: '' }])),
    });
    expect(json.places[0]!.metrics.industry_households_by_type!.breakdown).toEqual([
      { key: '鸡', label: '鸡', value: 1, unit: 'households' },
    ]);
  });
});
