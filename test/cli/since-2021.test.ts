import { describe, expect, test } from 'vitest';
import { commandLine, reportJson } from '../support/command-line.ts';
import { csvOf, household, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const OF_EXITS = ['industry_coverage', 'poverty_incidence', 'collective_income', 'collective_income_growth'];
const SINCE = [
  'industry_coverage_assisted',
  'collective_operating_income',
  'collective_operating_income_growth',
  'monitored_households',
  'risk_cleared_share',
];

/** A village that exited in 2019, by the words of a row that would meet every mark of the exit form. */
const row = (period: number | string, more: TableRow = {}): TableRow =>
  village({
    province: '广西',
    county: '云岭县',
    period,
    rural_population: 1000,
    remaining_poor_persons: 0,
    registered_poor_households: 10,
    industry_households: 10,
    exempt_households: 0,
    collective_income: 90000,
    subsidy_income: 0,
    one_off_income: 0,
    ...more,
  });
const metricsOf = async (rows: readonly TableRow[], ...argv: readonly string[]) => {
  const { json } = await reportJson(['-', ...argv], { stdin: csvOf(rows) });
  return { ids: Object.keys(json.places[0]!.metrics), metrics: json.places[0]!.metrics };
};

describe('the core figures follow the period of the report', () => {
  test.each([
    [2019, OF_EXITS],
    [2020, OF_EXITS],
    ['2020-12', OF_EXITS],
    ['2021-01', SINCE],
    [2021, SINCE],
    [2025, SINCE],
    [2026, SINCE],
  ])('of %s', async (period, ids) => {
    expect((await metricsOf([row(period)])).ids).toEqual(ids);
    expect((await metricsOf([row(period)], '--metrics', 'core')).ids).toEqual(ids);
  });

  test('of the latest period in the files, or of the one asked for', async () => {
    expect((await metricsOf([row(2020), row(2023)])).ids).toEqual(SINCE);
    expect((await metricsOf([row(2020), row(2023)], '--period', '2020')).ids).toEqual(OF_EXITS);
  });

  test('the old ones are there by name, alone or beside the core', async () => {
    const { ids, metrics } = await metricsOf([row(2023)], '--metrics', `${OF_EXITS.join(',')},core`);
    expect(ids.toSorted()).toEqual([...OF_EXITS, ...SINCE].toSorted());
    expect(metrics.industry_coverage!.value).toBe(1);
    expect(metrics.collective_income!.value).toBe(90000);
  });

  test('a note says so once, where nobody named them, and names the old ones', async () => {
    const notes = async (rows: readonly TableRow[], ...argv: readonly string[]) =>
      (await commandLine(['report', '-', ...argv], { stdin: csvOf(rows) })).stderr
        .split('\n')
        .filter((line) => line.includes('since 2021'));
    const [note, ...more] = await notes([row(2023), row(2023, { village: '乙村' })]);
    expect(note).toContain(OF_EXITS.join(','));
    expect(more).toEqual([]);
    expect(await notes([row(2023)], '--metrics', 'core')).toEqual([note]);
    expect(await notes([row(2023)], '--metrics', SINCE.join(','))).toEqual([]);
    expect(await notes([row(2020)])).toEqual([]);
    expect((await commandLine(['report', '-', '--lang', 'zh'], { stdin: csvOf([row(2023)]) })).stderr).toContain('2021年起核心指标是');
  });

  test('a trend follows the figures of its latest period', async () => {
    const trend = async (...periods: readonly number[]) => {
      const { stdout, stderr } = await commandLine(['trend', '-', '--format', 'json'], {
        stdin: csvOf(periods.map((period) => row(period))),
      });
      const { places } = JSON.parse(stdout) as { places: readonly { metrics: Readonly<Record<string, unknown>> }[] };
      return { ids: Object.keys(places[0]!.metrics), isNoted: stderr.includes('since 2021') };
    };
    expect(await trend(2019, 2020)).toEqual({ ids: OF_EXITS, isNoted: false });
    expect(await trend(2020, 2021)).toEqual({ ids: SINCE, isNoted: true });
  });

  test('an office abroad, with a region of its own, keeps its figures and hears of nothing', async () => {
    const abroad = ['fixtures/abroad/villages.csv', '--profile', 'fixtures/abroad/profile.json', '--period', '2023'];
    const { json } = await reportJson(abroad);
    expect(Object.keys(json.places[0]!.metrics)).toEqual(OF_EXITS);
    expect((await commandLine(['report', ...abroad])).stderr).not.toContain('since 2021');
  });

  test('of projects alone the funds are reported, in any year', async () => {
    const rows = [{ project_id: 'P', name: 'a', village: 'A', period: 2023, category: 'industry', received_yuan: 5 }];
    expect((await metricsOf(rows)).ids).toContain('received_yuan');
  });
});

describe('what is never judged since 2021', () => {
  const incidence = async (more: TableRow, ...argv: readonly string[]) =>
    (await metricsOf([row(2023, more)], '--metrics', 'poverty_incidence', ...argv)).metrics.poverty_incidence!;

  test.each([
    ['a village', {}],
    ['a poverty village', { poverty_village: 'yes' }],
    ['a village that exited in 2019', { poverty_village: 'yes', exit_year: 2019 }],
    ['a village that says it exited in 2020', { exit_year: 2020 }],
    ['a village that says it exited in 2022', { exit_year: 2022 }],
  ])('the poverty incidence of %s: the number is there, and no verdict', async (_, more) => {
    const one = await incidence(more);
    expect(one.value).toBe(0);
    expect(one.verdict).toBeUndefined();
    expect((await incidence(more, '--by', 'county')).verdict).toBeUndefined();
  });

  test('nor by an earlier day, nor in any region', async () => {
    for (const province of ['广西', '甘肃', '湖南', '四川', '内蒙古'])
      expect((await incidence({ province, exit_year: 2018 })).verdict).toBeUndefined();
  });

  test('the same village is judged in the years of exit', async () => {
    const { metrics } = await metricsOf([row(2020, { exit_year: 2019 })], '--metrics', 'poverty_incidence');
    expect(metrics.poverty_incidence!.verdict).toMatchObject({ met: 'yes' });
  });

  test('a sheet of acceptance of a later year is that of the year of exit, without a verdict on poverty', async () => {
    const { stdout } = await commandLine(['assess', '-', '--format', 'json'], {
      stdin: csvOf([row(2023, { poverty_village: 'yes', exit_year: 2018 })]),
    });
    const [place] = (
      JSON.parse(stdout) as { places: readonly { criteria: readonly { parts: readonly { id: string; met: string }[] }[] }[] }
    ).places;
    const parts = place!.criteria.flatMap((criterion) => criterion.parts);
    expect(parts.find(({ id }) => id === 'poverty_incidence')?.met).toBe('not-assessable');
    expect(parts.find(({ id }) => id === 'collective_income')?.met).not.toBe('not-assessable');
  });

  test('the share of cleared risks has no target, whoever is left', async () => {
    const rows = ['是', '否', '否'].map((risk_cleared, index) =>
      household(index, { province: '广西', period: 2023, monitoring_type: '边缘易致贫户', risk_cleared, status: 'never' }),
    );
    for (const by of ['village', 'county', 'all']) {
      const { metrics } = await metricsOf(
        rows,
        '--metrics',
        'risk_cleared_share,monitored_households,industry_coverage_assisted',
        '--by',
        by,
      );
      for (const one of Object.values(metrics)) expect(one.verdict).toBeUndefined();
    }
  });

  test('no standard in force in 2023 is a line of incomes', async () => {
    const { stdout } = await commandLine(['standards', '--on', '2023-12-31', '--format', 'json']);
    const { standards } = JSON.parse(stdout) as { standards: readonly { id: string }[] };
    expect([...new Set(standards.map(({ id }) => id))].toSorted()).toEqual([
      'bridging-funds/central-industry-share',
      'bridging-funds/provincial-industry-share',
      'monitoring/recognition-days',
      'operating-income-band/lower',
      'operating-income-band/upper',
    ]);
  });

  test('households of a later year are not held against a line that nobody gave', async () => {
    const { stderr, status } = await commandLine(['list', 'below-line', '-'], {
      stdin: csvOf([household(1, { province: '广西', period: 2023, net_income_per_capita: 3000 })]),
    });
    expect(status).not.toBe(0);
    expect(stderr).not.toBe('');
  });
});
