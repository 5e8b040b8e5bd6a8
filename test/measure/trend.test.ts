import { describe, expect, test } from 'vitest';
import { metrics } from '../../src/measure/metrics/index.ts';
import { trend } from '../../src/measure/trend.ts';
import type { TrendPoint, TrendQuery } from '../../src/measure/trend.ts';
import { toDecimal } from '../../src/vocabulary/fraction.ts';
import type { Fraction } from '../../src/vocabulary/fraction.ts';
import { csvOf, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

interface Asked extends Partial<Omit<TrendQuery, 'metrics'>> {
  readonly kind?: 'year' | 'month';
  readonly place?: number | 'total';
}

/** The points of one metric at one place. */
async function points(files: Readonly<Record<string, readonly TableRow[]>>, id: string, asked: Asked = {}): Promise<readonly TrendPoint[]> {
  const { kind = 'year', place = 0, ...query } = asked;
  const { tallies } = await tallyTexts(Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, csvOf(rows)])));
  const followed = trend(tallies, { by: 'village', evidence: 'auto', ...query, metrics: metrics.filter((metric) => metric.id === id) });
  const at = place === 'total' ? followed.total : followed.places[place]!;
  return at.series.find((series) => series.kind === kind)!.points;
}

const village = (period: string, more: TableRow, name = '东村'): TableRow => ({ village: name, period, ...more });
const income = (period: string, yuan: number | string, name = '东村'): TableRow =>
  village(period, { collective_income: yuan, subsidy_income: 0, one_off_income: 0 }, name);
const incidence = (period: string, poor: number, population: number, name = '东村'): TableRow =>
  village(period, { remaining_poor_persons: poor, rural_population: population }, name);

const amount = (fen: Fraction | undefined): number | undefined => fen && Number(fen.numerator) / 100;
const percent = (one: Fraction | undefined): string | undefined =>
  one && toDecimal({ numerator: one.numerator * 100n, denominator: one.denominator }, 2);

describe('periods', () => {
  test('every year between the first and the last stands there, one without data as a gap', async () => {
    const found = await points({ v: [income('2017', 1), income('2020', 2)] }, 'collective_income');
    expect(found.map(({ period, measured }) => [period, measured === undefined])).toEqual([
      ['2017', false],
      ['2018', true],
      ['2019', true],
      ['2020', false],
    ]);
  });

  test('months run on over the end of the year, and stand apart from the years', async () => {
    const rows = [income('2019', 9), income('2019-11', 1), income('2020-02', 3), income('2020', 9)];
    const [months, years] = [
      await points({ v: rows }, 'collective_income', { kind: 'month' }),
      await points({ v: rows }, 'collective_income'),
    ];
    expect(months.map(({ period }) => period)).toEqual(['2019-11', '2019-12', '2020-01', '2020-02']);
    expect(years.map(({ period }) => period)).toEqual(['2019', '2020']);
  });

  // Twelve months are named one by one, of thirteen the first and the last.
  test('a long gap is one point, named by its ends, and nothing is compared across it', async () => {
    const across = async (last: string) =>
      (await points({ 'v.csv': [incidence('2018-12', 1, 100), incidence(last, 2, 100)] }, 'poverty_incidence', { kind: 'month' })).map(
        ({ period, measured, change }) => [period, measured !== undefined, change !== undefined],
      );
    expect(await across('2020-01')).toHaveLength(14);
    expect(await across('2020-02')).toEqual([
      ['2018-12', true, false],
      ['2019-01/2020-01', false, false],
      ['2020-02', true, false],
    ]);
  });

  test('a village that one period does not have is a gap there, in the middle of the others', async () => {
    const rows = [income('2018', 1), income('2018', 1, '西村'), income('2019', 1, '西村'), income('2020', 1), income('2020', 1, '西村')];
    const found = await points({ v: rows }, 'collective_income');
    expect(found.map(({ measured }) => measured !== undefined)).toEqual([true, false, true]);
  });

  test('periods that only projects have make no point of a figure about villages, and one of a figure about projects', async () => {
    const project = (period: string): TableRow => ({
      project_id: 'P1',
      name: '路',
      period,
      category: 'infrastructure',
      village: '东村',
      received_yuan: 5,
    });
    const files = { v: [income('2019', 1), income('2020', 2)], p: [project('2018'), project('2020')] };
    const [ofVillages, ofProjects] = [await points(files, 'collective_income'), await points(files, 'received_yuan')];
    expect(ofVillages.map(({ period }) => period)).toEqual(['2019', '2020']);
    const { tallies } = await tallyTexts({ v: csvOf(files.v), p: csvOf(files.p) });
    const both = metrics.filter(({ id }) => id === 'collective_income' || id === 'received_yuan');
    const { periods, total } = trend(tallies, { by: 'village', evidence: 'auto', metrics: both });
    expect(periods).toEqual(['2018', '2019', '2020']);
    expect(total.series.map(({ metric, points: all }) => `${metric.id} ${all[0]!.period}`)).toEqual([
      'collective_income 2019',
      'received_yuan 2018',
    ]);
    expect(ofProjects.map(({ period, measured }) => [period, amount(measured?.value)])).toEqual([
      ['2018', 5],
      ['2019', undefined],
      ['2020', 5],
    ]);
  });
});

describe('change and growth', () => {
  test('from 82 000 to 2 082 000 yuan', async () => {
    const [, found] = await points({ v: [income('2019', 82000), income('2020', 2082000)] }, 'collective_income');
    // 2 082 000 − 82 000 = 2 000 000; ÷ 82 000 = 24.390243… = 2439.02 %
    expect(amount(found!.change!.value)).toBe(2_000_000);
    expect(percent(found!.growth!.value)).toBe('2439.02');
    expect(found!.marks).toEqual([]);
  });

  test('nothing is compared across a gap', async () => {
    const found = await points({ v: [income('2018', 82000), income('2020', 2082000)] }, 'collective_income');
    expect(found.map(({ change, growthReason }) => [change, growthReason])).toEqual([
      [undefined, 'no-base'],
      [undefined, undefined],
      [undefined, 'no-base'],
    ]);
  });

  test('a month is compared with the month before, not with the same month of the year before', async () => {
    const found = await points({ v: [income('2019-12', 100), income('2020-01', 150)] }, 'collective_income', { kind: 'month' });
    // 150 − 100 = 50; 50 ÷ 100 = 50 %
    expect([amount(found[1]!.change!.value), percent(found[1]!.growth!.value)]).toEqual([50, '50.00']);
  });

  test.each<[string, string, readonly TableRow[]]>([
    ['an income', 'collective_income', [income('2019', 0), income('2020', 50)]],
    ['a share', 'poverty_incidence', [incidence('2019', 0, 100), incidence('2020', 1, 100)]],
  ])('%s that was nothing has a change, and no growth', async (_, id, rows) => {
    const [, found] = await points({ v: rows }, id);
    // 50 yuan − 0 = 5000 fen; 1/100 − 0/100 = 100/10 000
    expect([5000n, 100n]).toContain(found!.change!.value.numerator);
    expect([found!.growth, found!.growthReason]).toEqual([undefined, 'base-not-positive']);
  });

  test('a share changes by the difference of the shares, exactly', async () => {
    const [, found] = await points({ v: [incidence('2019', 1, 3), incidence('2020', 1, 4)] }, 'poverty_incidence');
    // 1/4 − 1/3 = −1/12 = −8.33 percentage points; (−1/12) ÷ (1/3) = −1/4 = −25 %
    const { numerator, denominator } = found!.change!.value;
    expect(numerator * 12n).toBe(-denominator);
    expect(percent(found!.growth!.value)).toBe('-25.00');
  });

  test('growth itself changes in percentage points and has no growth', async () => {
    const rows = [income('2018', 100), income('2019', 110), income('2020', 132)];
    const [, , found] = await points({ v: rows }, 'collective_income_growth');
    // 2019: +10 %; 2020: +20 %; difference 10 percentage points
    expect(percent(found!.change!.value)).toBe('10.00');
    expect([found!.growth, found!.growthReason]).toEqual([undefined, undefined]);
  });
});

describe('what is not certain', () => {
  test('the change has the range of both values', async () => {
    // 2019: 1 of 2 known to have an industry, 1 unknown: 1/3 to 2/3. 2020: 3 of 3.
    const household = (id: string, period: string, has: string): TableRow => ({
      household_id: id,
      village: '东村',
      period,
      persons: 2,
      status: 'remaining',
      exempt: '否',
      has_industry: has,
    });
    const rows = [
      ...['是', '否', ''].map((has, index) => household(`H${index}`, '2019', has)),
      ...['是', '是', '是'].map((has, index) => household(`H${index}`, '2020', has)),
    ];
    const [, found] = await points({ h: rows }, 'industry_coverage');
    // 1 − 1/2 = 50; least 1 − 2/3 = 33.33, greatest 1 − 1/3 = 66.67. Growth: 1 ÷ (1/2) − 1 = 100; 1 ÷ (2/3) − 1 = 50; 1 ÷ (1/3) − 1 = 200
    const { change, growth, marks } = found!;
    expect([change!.value, change!.low, change!.high].map(percent)).toEqual(['50.00', '33.33', '66.67']);
    expect([growth!.value, growth!.low, growth!.high].map(percent)).toEqual(['100.00', '50.00', '200.00']);
    expect(marks).toEqual(['uncertain']);
  });

  test('more than a lower bound is at most that much more', async () => {
    const [, found] = await points({ v: [income('2019', '80000多'), income('2020', 100000)] }, 'collective_income');
    // 100 000 − (80 000 or more) ≤ 20 000
    const { change, marks } = found!;
    expect([amount(change!.value), amount(change!.low), amount(change!.high)]).toEqual([20000, undefined, 20000]);
    expect(marks).toEqual(['uncertain']);
  });

  test('over a base that could be nothing no greatest growth is known', async () => {
    const before = village('2019', { collective_income: 100, subsidy_income: '', one_off_income: 0 });
    const [, found] = await points({ v: [before, income('2020', 150)] }, 'collective_income');
    // The base is 0 to 100: growth is at least 150 ÷ 100 − 1 = 50 %
    expect([percent(found!.growth!.low), found!.growth!.high]).toEqual(['50.00', undefined]);
  });
});

describe('what differs between the periods', () => {
  test('a change of evidence is marked', async () => {
    const declared = (period: string): TableRow =>
      village(period, { registered_poor_households: 1, exempt_households: 0, industry_households: 1 });
    const evidence = [
      { household_id: 'H1', village: '东村', period: '2020', persons: 2, status: 'remaining', exempt: '否', has_industry: '是' },
    ];
    const [, found] = await points({ v: [declared('2019'), declared('2020')], h: evidence }, 'industry_coverage');
    expect([found!.base!.evidence, found!.measured!.evidence]).toEqual(['villages', 'households']);
    expect(found!.marks).toEqual(['evidence-changed']);
  });

  test('of a larger place that has other villages than before, those in both periods are compared', async () => {
    const rows = [incidence('2019', 1, 100), incidence('2020', 1, 100), incidence('2020', 3, 100, '西村')];
    const [, found] = await points({ v: rows }, 'poverty_incidence', { place: 'total' });
    // The value is 4/200; the one village in both years stays at 1/100.
    expect(found!.measured!.value).toEqual({ numerator: 4n, denominator: 200n });
    expect([percent(found!.change!.value), found!.marks, found!.comparable]).toEqual(['0.00', ['villages-differ'], 1]);
    const [, ofOne] = await points({ v: rows }, 'poverty_incidence');
    expect(ofOne!.marks).toEqual([]);
  });

  test('of which nothing out of nothing is known in one period, all are compared: 80 % to 20 % is 60 points less', async () => {
    // A 80 of 100, B 0 of 0, C 0 of 0; then A 0 of 0, B 20 of 100, C 0 of 0: the county falls from 80/100 to 20/100
    const at = (period: string, ...counts: readonly (readonly [number, number])[]): readonly TableRow[] =>
      counts.map(([poor, people], index) => incidence(period, poor, people, 'ABC'[index]));
    const rows = [...at('2019', [80, 100], [0, 0], [0, 0]), ...at('2020', [0, 0], [20, 100], [0, 0])];
    const [, found] = await points({ v: rows }, 'poverty_incidence', { place: 'total' });
    expect([percent(found!.base!.value), percent(found!.measured!.value), percent(found!.change!.value)]).toEqual([
      '80.00',
      '20.00',
      '-60.00',
    ]);
    expect([found!.marks, found!.compared]).toEqual([[], undefined]);
  });

  test('with a village that is constant beside those that change places, the change is that of all three', async () => {
    // 50/100 + 80/100 and then 50/100 + 20/100: 130/200 = 65 % to 70/200 = 35 %
    const rows = [
      incidence('2019', 50, 100, 'A'),
      incidence('2019', 80, 100, 'B'),
      incidence('2019', 0, 0, 'C'),
      incidence('2020', 50, 100, 'A'),
      incidence('2020', 0, 0, 'B'),
      incidence('2020', 20, 100, 'C'),
    ];
    const [, found] = await points({ v: rows }, 'poverty_incidence', { place: 'total' });
    expect([percent(found!.change!.value), found!.marks]).toEqual(['-30.00', []]);
  });

  test('with a village that is not known in one period, those compared are named with what they come to', async () => {
    // All: 81/200 in 2019, 21/100 in 2020. In both: B alone, 1/100 to 21/100, 20 points more, though the county falls.
    const rows = [incidence('2019', 80, 100, 'A'), incidence('2019', 1, 100, 'B'), incidence('2020', 21, 100, 'B')];
    const [, found] = await points({ v: rows }, 'poverty_incidence', { place: 'total' });
    const { villages, before, now } = found!.compared!;
    expect(villages.map(({ village: name }) => name)).toEqual(['B']);
    expect([percent(before.value), percent(now.value), percent(found!.change!.value)]).toEqual(['1.00', '21.00', '20.00']);
    expect([percent(found!.base!.value), percent(found!.measured!.value)]).toEqual(['40.50', '21.00']);
  });

  test('of a growth, a base of nothing is known too', async () => {
    // 2019: A 0 → 10, B 10 → 20; 2020: A 10 → 30, B 20 → 30. (30 − 10) / 10 = 200 %; (60 − 30) / 30 = 100 %
    const rows = [
      income('2018', 0, 'A'),
      income('2018', 10, 'B'),
      income('2019', 10, 'A'),
      income('2019', 20, 'B'),
      income('2020', 30, 'A'),
      income('2020', 30, 'B'),
    ];
    const [, , found] = await points({ v: rows }, 'collective_income_growth', { place: 'total' });
    expect([percent(found!.base!.value), percent(found!.measured!.value), percent(found!.change!.value)]).toEqual([
      '200.00',
      '100.00',
      '-100.00',
    ]);
    expect(found!.compared).toBeUndefined();
  });

  test('with no village that has a value in both periods nothing is compared', async () => {
    const rows = [incidence('2019', 1, 100), incidence('2020', 3, 100, '西村')];
    const [, found] = await points({ v: rows }, 'poverty_incidence', { place: 'total' });
    expect(found).toMatchObject({ change: undefined, growth: undefined, comparable: 0 });
  });
});
