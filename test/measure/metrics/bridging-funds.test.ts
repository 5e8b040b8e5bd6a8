import { describe, expect, test } from 'vitest';
import { shippedBook } from '../../../src/standards/regions/index.ts';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { verdictOf } from '../../../src/report/verdict.ts';
import { csvOf, measured, measuredAll, project, seen } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

const CENTRAL = 'central_industry_fund_share';
const PROVINCIAL = 'provincial_industry_fund_share';

/** Funds of a county of one province and year, each by source, category and yuan. */
const funds = (
  province: string,
  period: number | string,
  ...all: readonly (readonly [source: string, category: string, received: string | number])[]
) =>
  all.map(([source, category, received_yuan], index) =>
    project(`P${index}`, { province, county: '甲县', period, source, category, received_yuan }),
  );
const county = async (rows: readonly TableRow[], id: string, more = {}) =>
  (await measuredAll({ 'p.csv': csvOf(rows) }, [id], { by: 'county', standards: { book: shippedBook }, ...more })).places[0]!.measured[0]!;
const met = async (rows: readonly TableRow[], id: string) => (await county(rows, id)).verdict?.met;

describe.each([
  [CENTRAL, 'central', 'province'],
  [PROVINCIAL, 'province', 'central'],
])('%s', (id, own, other) => {
  test('industry out of all that came from it, whatever other sources did and whatever --source says', async () => {
    const rows = funds('四川', 2023, [own, 'industry', 60], [own, 'housing', 40], [other, 'industry', 999]);
    const one = await measured({ 'p.csv': csvOf(rows) }, id, { source: other });
    expect(seen(one)).toMatchObject({ value: '6000/10000', low: '6000/10000', high: '6000/10000', missing: 0 });
    expect(formatMeasured(one)).toBe('60.00%');
  });

  test('a project without a source may be of it', async () => {
    // 60 of 100, and 20 for housing of which nobody says whose: between 60/120 and 60/100
    const rows = funds('四川', 2023, [own, 'industry', 60], [own, 'housing', 40], ['', 'housing', 20]);
    expect(seen(await measured({ 'p.csv': csvOf(rows) }, id))).toMatchObject({
      value: '6000/10000',
      low: '6000/12000',
      high: '6000/10000',
    });
  });

  test('nothing of it: nothing to divide by', async () => {
    expect(seen(await measured({ 'p.csv': csvOf(funds('四川', 2023, [other, 'industry', 5])) }, id))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
    });
  });
});

describe('the marks by region and year', () => {
  test('Sichuan 2023: at least 60 % of the central and 50 % of the provincial funds, both at once', async () => {
    const rows = (central: number, provincial: number) =>
      funds(
        '四川',
        2023,
        ['central', 'industry', central],
        ['central', 'other', 1000 - central],
        ['province', 'industry', provincial],
        ['province', 'other', 1000 - provincial],
      );
    expect([await met(rows(600, 500), CENTRAL), await met(rows(600, 500), PROVINCIAL)]).toEqual(['yes', 'yes']);
    // 59.9 % and 49.9 %
    expect([await met(rows(599, 499), CENTRAL), await met(rows(599, 499), PROVINCIAL)]).toEqual(['no', 'no']);
  });

  test('no other year and no other region is judged', async () => {
    const of = (province: string, period: number | string) =>
      met(funds(province, period, ['central', 'industry', 9], ['central', 'other', 1]), CENTRAL);
    expect([await of('四川', 2022), await of('四川', 2024), await of('广西', 2023), await of('内蒙古', 2023)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    // nor a month of the year
    expect(await of('四川', '2023-06')).toBeUndefined();
  });

  test('a village or a township is not judged: the mark is of the funds of a county', async () => {
    const rows = funds('四川', 2023, ['central', 'industry', 9]);
    for (const by of ['village', 'township', 'province'] as const)
      expect(
        (
          await county(
            rows.map((row) => ({ ...row, township: '乙镇' })),
            CENTRAL,
            { by },
          )
        ).verdict,
      ).toBeUndefined();
  });

  describe('Inner Mongolia 2022: at least 55 %, and not under the share of 2021', () => {
    const of = (now: number, before?: number) => [
      ...funds('内蒙古', 2022, ['central', 'industry', now], ['central', 'other', 1000 - now]),
      ...(before === undefined ? [] : funds('内蒙古', 2021, ['central', 'industry', before], ['central', 'other', 1000 - before])),
    ];

    test.each([
      ['above both', 600, 590, 'yes'],
      ['the share of 2021 itself', 600, 600, 'yes'],
      ['above 55 %, under 2021', 600, 601, 'no'],
      ['the mark itself, above 2021', 550, 500, 'yes'],
      ['under 55 %, above 2021', 549, 500, 'no'],
    ])('%s', async (_, now, before, expected) => {
      expect(await met(of(now, before), CENTRAL)).toBe(expected);
    });

    test('the larger of the two is the mark, and how much is lacking follows from it', async () => {
      // 61 % of 1 000 is 610: 10 yuan more
      const one = await county(of(600, 610), CENTRAL);
      expect(verdictOf(one, 'en')!.text).toBe('not met ≥61.00% (the year before), needs 10 more yuan');
      expect(verdictOf(one, 'zh')!.text).toBe('未达标 ≥61.00%（上年的占比），还差 10 元');
    });

    test('without the projects of 2021 only a failure is certain', async () => {
      expect([await met(of(600), CENTRAL), await met(of(549), CENTRAL)]).toEqual(['not-assessable', 'no']);
      expect(verdictOf(await county(of(600), CENTRAL), 'zh')!.text).toBe('无法评定 ≥55%（2022年），还要不低于上年，上年的数不清楚');
    });

    test('a share of 2021 that is a range decides where it lies on one side', async () => {
      const loose = (now: number) => [
        ...of(now),
        // 500 of 800, and 200 for other things that may be central or not: 2021 lies between 50 % and 62.5 %
        ...funds('内蒙古', 2021, ['central', 'industry', 500], ['central', 'other', 300], ['', 'other', 200]),
      ];
      expect([await met(loose(625), CENTRAL), await met(loose(600), CENTRAL), await met(loose(549), CENTRAL)]).toEqual([
        'yes',
        'undetermined',
        'no',
      ]);
    });

    test('a county without a project this year in a place that had one last year counts that place last year', async () => {
      const rows = [
        ...of(600),
        project('Q', {
          village: '别村',
          province: '内蒙古',
          county: '甲县',
          period: 2021,
          source: 'central',
          category: 'industry',
          received_yuan: 9,
        }),
      ];
      // 2021 was 100 %
      expect(await met(rows, CENTRAL)).toBe('no');
    });
  });
});

describe('money_left_yuan', () => {
  const id = 'money_left_yuan';
  const flow = (name: string, period: number | string, received_yuan: string | number, spent_yuan: string | number) =>
    project(name, { period, received_yuan, spent_yuan });
  const of = (rows: readonly TableRow[], period: string, asOf?: string) =>
    measured({ 'p.csv': csvOf(rows) }, id, { period: period as never }, asOf === undefined ? {} : { asOf });

  test('what is left of all periods, by the age of the oldest of it', async () => {
    const rows = [
      // 2021: 100, 2023: 50; spent 60: 90 left, the oldest of the end of 2021
      flow('A', 2021, 100, 60),
      flow('A', 2023, 50, 0),
      // 30 left of 2022
      flow('B', 2022, 30, 0),
      flow('B', 2023, 0, 0),
      // 5 left of this year
      flow('C', 2023, 15, 10),
      // spent more than it received: takes nothing from the others
      flow('D', 2023, 10, 40),
    ];
    const one = await of(rows, '2023');
    expect(formatMeasured(one)).toBe('125.00');
    expect(one.breakdown!.map(({ name, value }) => [name, Number(value)])).toEqual([
      ['two-years-and-more', 9000],
      ['one-year', 3000],
      ['under-one-year', 500],
    ]);
  });

  test('two full years on the day, and not a day before', async () => {
    const ageOn = async (asOf: string) =>
      (await of([flow('A', 2021, 100, 0), flow('A', 2023, 0, 0)], '2023', asOf)).breakdown!.map(({ name }) => name);
    expect(await ageOn('2023-12-30')).toEqual(['one-year']);
    expect(await ageOn('2023-12-31')).toEqual(['two-years-and-more']);
  });

  test('what is not known to be spent may all be left or gone: at least the others', async () => {
    expect(formatMeasured(await of([flow('A', 2023, 100, 60), flow('B', 2023, 100, '')], '2023'))).toBe('≥40.00');
    expect(seen(await of([flow('B', 2023, 100, '')], '2023'))).toMatchObject({ value: undefined, reason: 'no-data' });
  });

  test('nothing left is 0', async () => {
    expect(formatMeasured(await of([flow('A', 2023, 100, 100)], '2023'))).toBe('0.00');
  });
});
