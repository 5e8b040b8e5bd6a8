import { describe, expect, test } from 'vitest';
import { metrics } from '../../src/measure/metrics/index.ts';
import { trend } from '../../src/measure/trend.ts';
import type { Trend, TrendQuery } from '../../src/measure/trend.ts';
import { compareFractions } from '../support/fractions.ts';
import { csvOf, household, project, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

/** Follows one metric over the periods of some files. */
async function followed(files: Readonly<Record<string, readonly TableRow[]>>, id: string, by: TrendQuery['by'] = 'county'): Promise<Trend> {
  const { tallies } = await tallyTexts(Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, csvOf(rows)])));
  return trend(tallies, { by, evidence: 'auto', metrics: metrics.filter((metric) => metric.id === id) });
}

/** The last point of a place's series, with its change as text. */
const lastOf = ({ series }: Trend['places'][number]) => {
  const { change, marks, comparable, measured } = series[0]!.points.at(-1)!;
  return {
    change: change && `${change.value.numerator}/${change.value.denominator}`,
    marks,
    comparable,
    value: measured?.value !== undefined,
  };
};

const incidence = (village: string, period: number, poor: number | string, population = 100): TableRow => ({
  county: '甲县',
  village,
  period,
  remaining_poor_persons: poor,
  rural_population: population,
});
const income = (period: number, more: TableRow): TableRow => ({ county: '甲县', village: '东村', period, one_off_income: 0, ...more });

describe('which villages a change compares', () => {
  test('all of them, where the same ones are known in both years: 3 − 5 of 200, without a mark', async () => {
    const rows = [incidence('东村', 2019, 4), incidence('西村', 2019, 1), incidence('东村', 2020, 2), incidence('西村', 2020, 1)];
    const { places, total } = await followed({ v: rows }, 'poverty_incidence');
    // 3/200 − 5/200 = −400/40000
    expect(lastOf(places[0]!)).toEqual({ change: '-400/40000', marks: [], comparable: undefined, value: true });
    expect(lastOf(total)).toEqual(lastOf(places[0]!));
  });

  test.each<readonly [string, readonly TableRow[]]>([
    ['that is new in the second year', [incidence('东村', 2019, 4), incidence('东村', 2020, 2), incidence('西村', 2020, 9)]],
    ['that is gone in the second year', [incidence('东村', 2019, 4), incidence('西村', 2019, 9), incidence('东村', 2020, 2)]],
    [
      'whose number is blank in the second year',
      [incidence('东村', 2019, 4), incidence('西村', 2019, 9), incidence('东村', 2020, 2), incidence('西村', 2020, '')],
    ],
    [
      'whose number is blank in the first year',
      [incidence('东村', 2019, 4), incidence('西村', 2019, ''), incidence('东村', 2020, 2), incidence('西村', 2020, 9)],
    ],
  ])('not one %s: the other one alone, 2 − 4 of 100', async (_, rows) => {
    const { places, total } = await followed({ v: rows }, 'poverty_incidence');
    expect(lastOf(places[0]!)).toEqual({ change: '-200/10000', marks: ['villages-differ'], comparable: 1, value: true });
    expect(lastOf(total)).toEqual(lastOf(places[0]!));
    // Village by village the whole of the files is compared in the same way.
    expect(lastOf((await followed({ v: rows }, 'poverty_incidence', 'village')).total)).toEqual(lastOf(total));
  });

  test('two counties are compared each by its own villages', async () => {
    const rows = [
      incidence('东村', 2019, 4),
      incidence('东村', 2020, 2),
      { ...incidence('南村', 2019, 8), county: '乙县' },
      { ...incidence('南村', 2020, 7), county: '乙县' },
      { ...incidence('北村', 2020, 1), county: '乙县' },
    ];
    const { places } = await followed({ v: rows }, 'poverty_incidence');
    expect(places.map(lastOf)).toMatchObject([
      { change: '-200/10000', marks: [], comparable: undefined },
      { change: '-100/10000', marks: ['villages-differ'], comparable: 1 },
    ]);
  });

  test('projects are of no village: what is spent is compared as it is', async () => {
    const spent = (id: string, village: string, period: number, yuan: number) =>
      project(id, { county: '甲县', village, period, spent_yuan: yuan });
    const { places, villages } = await followed({ p: [spent('P1', '东村', 2019, 5), spent('P2', '西村', 2020, 9)] }, 'spent_yuan');
    // 9 − 5 yuan
    expect(lastOf(places[0]!)).toEqual({ change: '400/0', marks: [], comparable: undefined, value: true });
    expect(villages).toBe(0);
  });

  test('villages are counted once, whatever the periods, and places of projects are none', async () => {
    const files = {
      v: [incidence('东村', 2019, 4), incidence('东村', 2020, 2), incidence('西村', 2020, 2)],
      p: [project('P1', { county: '甲县', village: '北村', period: 2021, spent_yuan: 1 })],
    };
    const { villages, periods } = await followed(files, 'poverty_incidence');
    expect(villages).toBe(2);
    // 2021 is of projects alone, and makes no point of a figure about villages.
    expect(periods).toEqual(['2019', '2020']);
  });

  test('a figure about villages has a reason for its periods even where the files hold projects alone', async () => {
    const { periods, places } = await followed({ p: [project('P1', { county: '甲县', spent_yuan: 1 })] }, 'poverty_incidence');
    expect(periods).toEqual(['2020']);
    expect(places.map(({ series }) => series[0]!.points.map(({ period }) => period))).toEqual([['2020']]);
  });
});

describe('whether a change is certain', () => {
  test('a difference of amounts is, where both are known, and is not, where one could be less', async () => {
    const known = { collective_income: 150, subsidy_income: 0 };
    const base = income(2019, { collective_income: 100, subsidy_income: 0 });
    expect(lastOf((await followed({ v: [base, income(2020, known)] }, 'collective_income')).places[0]!)).toMatchObject({
      change: '5000/0',
      marks: [],
    });
    // What of the 150 is subsidies is not known: between −100 and +50.
    const blank = income(2020, { collective_income: 150, subsidy_income: '' });
    expect(lastOf((await followed({ v: [base, blank] }, 'collective_income')).places[0]!)).toMatchObject({
      change: '5000/0',
      marks: ['uncertain'],
    });
  });

  /** Households of one year: with an industry, without one, and one without that may be exempt. */
  const covered = (year: number, answers: readonly (readonly [industry: string, exempt: string])[]): readonly TableRow[] =>
    answers.map(([has_industry, exempt], index) => household(index + 1, { period: year, county: '甲县', has_industry, exempt }));

  test('two shares with one numerator over two denominators are not equal', async () => {
    // 0 of 2 in 2019. In 2020 1 of 2, or 1 of 3 if the third is not exempt: +1/2, at least +1/3. From 0 both differences have the numerator 2 × 1.
    const rows = [
      ...covered(2019, [
        ['no', 'no'],
        ['no', 'no'],
      ]),
      ...covered(2020, [
        ['yes', 'no'],
        ['no', 'no'],
        ['no', ''],
      ]),
    ];
    const { places } = await followed({ h: rows }, 'industry_coverage');
    const { change, marks } = places[0]!.series[0]!.points[1]!;
    expect(compareFractions(change!.value, { numerator: 1n, denominator: 2n })).toBe(0);
    expect(compareFractions(change!.low!, { numerator: 1n, denominator: 3n })).toBe(0);
    expect(change!.low!.numerator).toBe(change!.value.numerator);
    expect(compareFractions(change!.high!, change!.value)).toBe(0);
    expect(marks).toEqual(['uncertain']);
  });

  test('1 of 2 in both years has not changed, and that is certain', async () => {
    const rows = [
      ...covered(2019, [
        ['yes', 'no'],
        ['no', 'no'],
      ]),
      ...covered(2020, [
        ['yes', 'no'],
        ['no', 'no'],
      ]),
    ];
    const { places } = await followed({ h: rows }, 'industry_coverage');
    expect(lastOf(places[0]!)).toMatchObject({ change: '0/4', marks: [] });
  });

  test('0 of 2 and 0 of 3 are one number: whoever may be left out of 0 % makes nothing uncertain', async () => {
    // 1 of 2 in 2019, 0 of 2 or of 3 in 2020: half less, either way.
    const rows = [
      ...covered(2019, [
        ['yes', 'no'],
        ['no', 'no'],
      ]),
      ...covered(2020, [
        ['no', 'no'],
        ['no', 'no'],
        ['no', ''],
      ]),
    ];
    const { places } = await followed({ h: rows }, 'industry_coverage');
    const { change, marks } = places[0]!.series[0]!.points[1]!;
    expect(compareFractions(change!.low!, { numerator: -1n, denominator: 2n })).toBe(0);
    expect(change!.low!.denominator).not.toBe(change!.value.denominator);
    expect(marks).toEqual([]);
  });

  test('where one of the two is not known there is nothing to mark', async () => {
    const known = incidence('东村', 2020, 2);
    const unknown = incidence('东村', 2020, '');
    for (const [then, now] of [
      [known, unknown],
      [unknown, known],
    ]) {
      const rows = [
        { ...then, period: 2019 },
        { ...now, period: 2020 },
      ] as readonly TableRow[];
      const { places } = await followed({ v: rows }, 'poverty_incidence', 'village');
      expect(lastOf(places[0]!)).toMatchObject({ change: undefined, marks: [], comparable: undefined });
    }
  });
});
