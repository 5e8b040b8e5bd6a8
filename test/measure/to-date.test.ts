import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../src/report/format-value.ts';
import { commandLine, reportJson } from '../support/command-line.ts';
import { csvOf, filesOf, household, measured, measuredAll, project, seen, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';
import type { Period } from '../../src/vocabulary/period.ts';

/** A village of Guangxi in a month: its mark of 2020 is 50 000 yuan a year. */
const month = (number: number, yuan: number | string, more: TableRow = {}): TableRow =>
  village({
    province: '广西',
    county: '云岭县',
    period: `2020-${String(number).padStart(2, '0')}`,
    collective_income: yuan,
    subsidy_income: 0,
    one_off_income: 0,
    ...more,
  });
const report = async (rows: readonly TableRow[], ...argv: readonly string[]) => {
  const { json, status } = await reportJson(['-', '--metrics', 'collective_income', ...argv], { stdin: csvOf(rows) });
  const one = json.places[0]!.metrics.collective_income as {
    value: number | null;
    text: string;
    high: number | null;
    reason?: string;
    verdict?: { met: string };
  };
  return { status, value: one.value, text: one.text, high: one.high, reason: one.reason, met: one.verdict?.met };
};

describe('a mark of a year judges no month', () => {
  test.each([
    [4, 60_000],
    [4, 10],
    [12, 10],
  ])('month %i with %i yuan', async (number, yuan) => {
    const one = await report([month(number, yuan)], '--fail-on-unmet');
    expect(one).toMatchObject({ value: yuan, reason: 'annual-standard', met: undefined, status: 0 });
  });

  test('the year itself is judged', async () => {
    expect(await report([month(1, 60_000, { period: '2020' })])).toMatchObject({ met: 'yes', reason: undefined });
    expect(await report([month(1, 10, { period: '2020' })], '--fail-on-unmet')).toMatchObject({ met: 'no', status: 3 });
  });

  test('long CSV has the reason in its column, and a note says what to do', async () => {
    const { stdout, stderr } = await commandLine(['report', '-', '--long', '--metrics', 'collective_income'], {
      stdin: csvOf([month(4, 10)]),
    });
    expect(stdout.split('\n')[1]).toMatch(/,annual-standard$/u);
    expect(stderr).toContain('--to-date');
  });

  test('poverty incidence of a month is what stands at its end, and is judged', async () => {
    const rows = [month(4, 10, { rural_population: 1000, remaining_poor_persons: 31 })];
    const { json, status } = await reportJson(['-', '--metrics', 'core', '--fail-on-unmet'], { stdin: csvOf(rows) });
    expect(json.places[0]!.metrics.poverty_incidence).toMatchObject({ verdict: { met: 'no' } });
    expect(status).toBe(3);
  });

  test('the acceptance sheet gives no verdict on it either', async () => {
    const { stdout, status } = await commandLine(['assess', '-', '--format', 'json', '--fail-on-unmet'], { stdin: csvOf([month(4, 10)]) });
    const { places } = JSON.parse(stdout) as {
      places: { criteria: { number: number; met: string; parts: { id: string; met: string; reason?: string; verdict?: unknown }[] }[] }[];
    };
    const part = places[0]!.criteria.flatMap(({ parts }) => parts).find(({ id }) => id === 'collective_income')!;
    expect(part).toMatchObject({ met: 'not-assessable', reason: 'annual-standard' });
    expect(part.verdict).toBeUndefined();
    expect(status).toBe(0);
  });

  test('an income of a month is compared with no line', async () => {
    const rows = [household(1, { province: '广西', period: '2020-04', net_income_per_capita: 300 })];
    const parameters = { poverty_line: 400_000n };
    for (const id of ['poverty_gap', 'income_gap_ratio'])
      expect(seen(await measured(filesOf(rows), id, {}, { parameters }))).toMatchObject({ value: undefined, reason: 'annual-standard' });
    const listed = await commandLine(['list', 'below-line', '-'], { stdin: csvOf(rows) });
    expect(listed).toMatchObject({ status: 2, stdout: '' });
    expect(listed.stderr).toContain('annual-standard');
    const sheet = await commandLine(['assess', '-', '--for', 'households', '--format', 'json'], { stdin: csvOf(rows) });
    const [one] = (JSON.parse(sheet.stdout) as { households: { open: { number: number; met: string; remarks?: string[] }[] }[] })
      .households;
    const criterion = one!.open.find(({ number }) => number === 9)!;
    expect(criterion.met).toBe('not-assessable');
    expect(criterion.remarks!.join()).toContain('annual-standard');
  });
});

describe('--to-date', () => {
  test('adds the months of the year up; the mark is met as soon as it is reached', async () => {
    const rows = [month(1, 20_000), month(2, 29_999), month(3, 1)];
    // 20 000 + 29 999 + 1 = 50 000
    expect(await report(rows, '--to-date')).toMatchObject({ text: '50000.00', met: 'yes' });
    // 49 999 in February: ten months are to come
    expect(await report(rows, '--to-date', '--period', '2020-02')).toMatchObject({ text: '49999.00', met: 'undetermined' });
    expect(await report(rows, '--to-date', '--period', '2020-02', '--fail-on-unmet')).toMatchObject({ status: 3 });
  });

  test('a month that is lacking, or blank, makes a lower bound', async () => {
    expect(await report([month(1, 30_000), month(3, 10_000)], '--to-date')).toMatchObject({
      text: '≥40000.00',
      high: null,
      met: 'undetermined',
    });
    expect(await report([month(1, 30_000), month(2, ''), month(3, 20_000)], '--to-date')).toMatchObject({ text: '≥50000.00', met: 'yes' });
    expect(await report([month(1, 30_000), month(2, 20_000, { subsidy_income: '' })], '--to-date')).toMatchObject({
      value: 50_000,
      met: 'undetermined',
    });
  });

  test('with December the year is over: decided, unless a month is lacking', async () => {
    const all = Array.from({ length: 12 }, (_, index) => month(index + 1, 4000));
    // 12 × 4000 = 48 000
    expect(await report(all, '--to-date')).toMatchObject({ text: '48000.00', met: 'no' });
    expect(await report(all.slice(1), '--to-date')).toMatchObject({ text: '≥44000.00', met: 'undetermined' });
    expect(
      await report(
        all.map((row) => ({ ...row, collective_income: 4166.67 })),
        '--to-date',
      ),
    ).toMatchObject({ met: 'yes' });
  });

  test('the months of another year, and the row of the year, are not added', async () => {
    const rows = [month(12, 7, { period: '2019-12' }), month(1, 1), month(2, 2), month(1, 900, { period: '2020' })];
    expect(await report(rows, '--to-date', '--period', '2020-02')).toMatchObject({ text: '3.00' });
    expect(await report(rows, '--to-date', '--period', '2020')).toMatchObject({ text: '900.00', met: 'no' });
  });

  test('what stands is that of the month, never added', async () => {
    const rows = [1, 2].map((number) => month(number, 5, { registered_poor_households: 10, paired_households: 4 + number }));
    const { total } = await measuredAll(filesOf([], rows), ['pairing_coverage', 'collective_income'], { toDate: true });
    expect(total.measured.map(formatMeasured)).toEqual(['60.00%', '10.00']);
  });

  test('a county is the sum of its villages; one that the last month lacks is at least what it had', async () => {
    const rows = [month(1, 10), month(2, 20), month(1, 5, { village: '江台村' })];
    const { places, total } = await measuredAll(filesOf([], rows), ['collective_income'], { toDate: true });
    expect(places.map(({ place, measured: [one] }) => `${place.village} ${formatMeasured(one!)}`)).toEqual([
      '大桥村 30.00',
      '江台村 ≥5.00',
    ]);
    expect(formatMeasured(total.measured[0]!)).toBe('≥35.00');
  });

  test('growth compares the same months of both years', async () => {
    const rows = [
      month(1, 10, { period: '2019-01' }),
      month(2, 30, { period: '2019-02' }),
      month(3, 999, { period: '2019-03' }),
      month(1, 20),
      month(2, 40),
    ];
    // (20 + 40) ÷ (10 + 30) − 1 = 50 %
    const one = await measured(filesOf([], rows), 'collective_income_growth', { toDate: true, period: '2020-02' as Period });
    expect(formatMeasured(one)).toBe('+50.00% (1.50×)');
  });

  test('households of two months may be the same: the sum is the most, the greater month the least', async () => {
    const rows = [month(1, 0, { awarded_households: 3 }), month(2, 0, { awarded_households: 2 })];
    const one = await measured(filesOf([], rows), 'awarded_households', { toDate: true });
    expect(formatMeasured(one)).toBe('≤5');
    expect(one.low!.numerator).toBe(3n);
  });

  test('projects: a month in which this place has no row had no flow, one without any project is lacking', async () => {
    const at = (id: string, number: number, yuan: number, name = '大桥村'): TableRow =>
      project(id, { village: name, period: `2020-0${number}`, received_yuan: yuan, spent_yuan: yuan / 2 });
    const files = { 'p.csv': csvOf([at('P1', 1, 100), at('P2', 2, 40, '江台村'), at('P1', 3, 10)]) };
    const { places } = await measuredAll(files, ['received_yuan', 'spend_rate'], { toDate: true });
    const [bridge] = places;
    expect(bridge!.measured.map(formatMeasured)).toEqual(['110.00', '50.00%']);
    const gap = { 'p.csv': csvOf([at('P1', 1, 100), at('P1', 3, 10)]) };
    expect(formatMeasured(await measured(gap, 'received_yuan', { toDate: true }))).toBe('≥110.00');
  });

  test('tallies keep each period apart', async () => {
    const { status } = await commandLine(['report', '-', '--to-date', '--format', 'tallies'], { stdin: csvOf([month(1, 1)]) });
    expect(status).toBe(2);
  });
});
