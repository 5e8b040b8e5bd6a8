import { describe, expect, test } from 'vitest';
import { defineStandard } from '../../../src/standards/define.ts';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { filesOf, household, measured, measuredAll, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

/** Households of a year, each with the net income per person, the persons, and its status. */
const year = (period: number, ...rows: readonly (readonly [income: number | string, persons?: number, more?: TableRow])[]) =>
  rows.map(([net_income_per_capita, persons = 1, more = {}], index) =>
    household(`${index}`, { period, net_income_per_capita, persons, ...more }),
  );
const of = (id: string, rows: readonly TableRow[], villages: readonly TableRow[] = []) => measured(filesOf(rows, villages), id);

describe('exited_income_per_person', () => {
  const id = 'exited_income_per_person';

  test('the mean over the persons of the exited alone', async () => {
    // (12 000 × 3 + 9 000 × 1) ÷ 4 = 11 250; remaining, returned, pre-exit and never-registered households are not in it
    const others = ['remaining', 'returned', 'pre-exit', 'never', 'cancelled'].map((status) => [100, 5, { status }] as const);
    const one = await of(id, year(2023, [12000, 3], [9000, 1], ...others));
    expect(formatMeasured(one)).toBe('11250.00');
    expect(seen(one)).toMatchObject({ value: '4500000/4', low: '4500000/4', high: '4500000/4', missing: 0 });
  });

  test('an income that is not known leaves its persons out, and the mean without bounds', async () => {
    expect(seen(await of(id, year(2023, [12000, 3], ['', 2])))).toMatchObject({
      value: '3600000/3',
      missing: 2,
      low: undefined,
      high: undefined,
    });
  });

  test('an unknown income of a household that has not exited does not matter', async () => {
    expect(seen(await of(id, year(2023, [12000, 3], ['', 2, { status: 'remaining' }])))).toMatchObject({
      missing: 0,
      high: '3600000/3',
    });
  });

  test('nothing there', async () => {
    expect(seen(await of(id, year(2023, [12000, 1, { status: 'remaining' }])))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
    });
    expect(seen(await of(id, [household(1, { period: 2023 })]))).toMatchObject({ value: undefined, reason: 'no-data', missing: 3 });
    expect(seen(await of(id, [], [village({ registered_poor_households: 4 })]))).toMatchObject({ reason: 'needs-households' });
  });
});

describe('exited_income_growth', () => {
  const id = 'exited_income_growth';

  test('the published case: 12 550 after 1 810 more is 16.9 %', async () => {
    // 12 550 − 1 810 = 10 740; 1 810 ÷ 10 740 = 0.16853
    expect(formatMeasured(await of(id, [...year(2021, [12550]), ...year(2020, [10740])]))).toBe('+16.85% (1.17×)');
    // 14 051 − 1 463 = 12 588; 1 463 ÷ 12 588 = 0.11622
    expect(formatMeasured(await of(id, [...year(2022, [14051]), ...year(2021, [12588])]))).toBe('+11.62% (1.12×)');
  });

  test('after a mean of nothing, or of less, there is no growth and no range of one', async () => {
    for (const before of [0, -1]) {
      const one = await of(id, [...year(2021, [0]), ...year(2020, [before])]);
      expect([one.value, one.low, one.high]).toEqual([undefined, undefined, undefined]);
    }
  });

  test('each year with those who had exited then, weighted by persons', async () => {
    // now (200 × 1 + 100 × 3) ÷ 4 = 125; then 100 × 2 ÷ 2 = 100, the household of 50 had not exited: +25 %
    const rows = [...year(2023, [200, 1], [100, 3]), ...year(2022, [100, 2], [50, 3, { status: 'remaining' }])];
    const one = await of(id, rows);
    expect(formatMeasured(one)).toBe('+25.00% (1.25×)');
    expect(one.low).toEqual(one.value);
    expect(one.high).toEqual(one.value);
  });

  test('villages are added up before the means are made: not the mean of their growths', async () => {
    const of2 = (name: string, now: number, then: number, persons: number) => [
      household(name, { village: name, period: 2023, net_income_per_capita: now, persons }),
      household(name, { village: name, period: 2022, net_income_per_capita: then, persons }),
    ];
    // now (200 + 3 × 100) ÷ 4 = 125; then (100 + 3 × 100) ÷ 4 = 100
    const { places, total } = await measuredAll(filesOf([...of2('A', 200, 100, 1), ...of2('B', 100, 100, 3)]), [id]);
    expect(places.map(({ measured: [one] }) => formatMeasured(one!))).toEqual(['+100.00% (2.00×)', '+0.00% (1.00×)']);
    expect(formatMeasured(total.measured[0]!)).toBe('+25.00% (1.25×)');
  });

  test('a village that lacks one of the years is left out, and leaves the bounds open', async () => {
    const rows = [...year(2023, [150, 1], [900, 1, { village: 'B' }]), ...year(2022, [100, 1])];
    const one = await of(id, rows);
    expect(formatMeasured(one)).toBe('+50.00% (1.50×)');
    expect(one.low).toBeUndefined();
    expect(one.villages).toEqual({ used: 1, inFile: 2 });
  });

  test('an income that is not known in either year leaves the bounds open', async () => {
    const one = await of(id, [...year(2023, [150], ['', 2]), ...year(2022, [100])]);
    expect(formatMeasured(one)).toBe('+50.00% (1.50×)');
    expect([one.low, one.high, one.missing]).toEqual([undefined, undefined, 2n]);
  });

  test('nothing there: no year before, nobody exited then, a mean that is not positive', async () => {
    expect(seen(await of(id, year(2023, [100])))).toMatchObject({ value: undefined, reason: 'no-base' });
    expect(seen(await of(id, [...year(2023, [100]), ...year(2022, [100, 1, { status: 'remaining' }])]))).toMatchObject({
      value: undefined,
      reason: 'base-not-positive',
    });
    expect(seen(await of(id, [...year(2023, [100]), ...year(2022, [-5])]))).toMatchObject({
      value: undefined,
      reason: 'base-not-positive',
    });
    expect(seen(await of(id, [...year(2023, ['']), ...year(2022, [100])]))).toMatchObject({ value: undefined, reason: 'no-data' });
  });

  test('judged against the rate that the user gives, exactly, and by nothing that is shipped', async () => {
    const standard = (value: string) =>
      defineStandard({
        id: 'exited-income/growth',
        region: '45',
        level: 'village',
        label: { zh: '农民人均可支配收入增速', en: 'Growth of all farmers' },
        unit: 'share',
        comparison: 'above',
        wording: '高于当地农民',
        values: [{ from: '2023-01-01', until: '2023-12-31', value, source: { title: '统计公报', issuer: '某县', confidence: 'hearsay' } }],
        lastChecked: '2026-11-26',
      });
    const rows = [...year(2023, [110, 1, { province: '广西' }]), ...year(2022, [100, 1, { province: '广西' }])];
    const met = async (value: string) => {
      const book = { standards: [standard(value)], schemes: [] };
      return (await measuredAll(filesOf(rows), [id], { standards: { book } })).places[0]!.measured[0]!.verdict?.met;
    };
    // +10 % is above 9.99 %, and not above 10 %
    expect([await met('9.99%'), await met('10%')]).toEqual(['yes', 'no']);
  });
});

describe.each([
  ['exited_wage_income', 'wage_income'],
  ['exited_business_income', 'business_income'],
  ['exited_property_income', 'property_income'],
  ['exited_transfer_income', 'transfer_income'],
  ['exited_migrant_income', 'migrant_income'],
])('%s', (id, column) => {
  const rows = (...all: readonly (readonly [income: string | number | undefined, persons: number, status?: string])[]) =>
    all.map(([income, persons, status = 'exited'], index) => household(index, { period: 2023, [column]: income, persons, status }));

  test('what exited households had of it, over their persons; the column is of the whole household', async () => {
    // (30 000 + 0) ÷ (3 + 2) = 6 000
    const one = await of(id, rows([30000, 3], [0, 2], [99999, 1, 'remaining']));
    expect(formatMeasured(one)).toBe('6000.00');
    expect(seen(one)).toMatchObject({ value: '3000000/5', high: '3000000/5', missing: 0 });
  });

  test('a blank is not zero: its persons are missing', async () => {
    expect(seen(await of(id, rows([30000, 3], ['', 2])))).toMatchObject({ value: '3000000/3', missing: 2, high: undefined });
  });

  test('nothing there', async () => {
    expect(seen(await of(id, rows([undefined, 3])))).toMatchObject({ value: undefined, reason: 'no-data', missing: 3 });
    expect(seen(await of(id, rows([1, 3, 'remaining'])))).toMatchObject({ value: undefined, reason: 'zero-denominator' });
  });
});

describe('farmers_income_growth and exited_income_lead', () => {
  const farmers = (period: number, farmers_income_per_capita: number | string, more: TableRow = {}): TableRow =>
    village({ period, farmers_income_per_capita, rural_population: 100, ...more });
  const exitedOf = (now: number | string, then: number | string, more: TableRow = {}) => [
    ...year(2023, [now, 1, more]),
    ...year(2022, [then, 1, more]),
  ];

  test('the published case: 16.9 % against 10.5 % is 6.4 points ahead', async () => {
    // 1 810 ÷ 10 740 = 16.853 %, 1 050 ÷ 10 000 = 10.5 %: 6.353 points
    const villages = [farmers(2023, 11050), farmers(2022, 10000)];
    const one = await of('exited_income_lead', exitedOf(12550, 10740), villages);
    expect(formatMeasured(one)).toBe('6.35%');
    expect(one.low).toEqual(one.value);
    expect(formatMeasured(await of('farmers_income_growth', [], villages))).toBe('+10.50% (1.11×)');
  });

  test('behind is below zero, alike is zero', async () => {
    // +10 % against +20 %, +20 % against +20 %
    const villages = [farmers(2023, 12000), farmers(2022, 10000)];
    expect(formatMeasured(await of('exited_income_lead', exitedOf(110, 100), villages))).toBe('-10.00%');
    expect(formatMeasured(await of('exited_income_lead', exitedOf(120, 100), villages))).toBe('0.00%');
  });

  test('villages weigh their persons: the means are made of their sums', async () => {
    // now (100 × 30 + 300 × 10) ÷ 400 = 15, then 10: +50 %
    const villages = [
      farmers(2023, 30, { village: 'A' }),
      farmers(2022, 10, { village: 'A' }),
      farmers(2023, 10, { village: 'B', rural_population: 300 }),
      farmers(2022, 10, { village: 'B', rural_population: 300 }),
    ];
    expect(formatMeasured(await of('farmers_income_growth', [], villages))).toBe('+50.00% (1.50×)');
  });

  test('something missing: no number of the village, and open bounds', async () => {
    expect(seen(await of('exited_income_lead', exitedOf(110, 100), [farmers(2023, 12000)]))).toMatchObject({
      value: undefined,
      reason: 'no-base',
    });
    expect(seen(await of('exited_income_lead', exitedOf(110, 100), [farmers(2023, ''), farmers(2022, 10000)]))).toMatchObject({
      value: undefined,
      reason: 'no-data',
    });
    expect(
      seen(await of('farmers_income_growth', [], [farmers(2023, 12000), farmers(2022, 10000, { rural_population: '' })])),
    ).toMatchObject({
      value: undefined,
      reason: 'no-base',
    });
    const partly = [...exitedOf(110, 100), household('x', { period: 2023, net_income_per_capita: '', persons: 2 })];
    const one = await of('exited_income_lead', partly, [farmers(2023, 12000), farmers(2022, 10000)]);
    expect([formatMeasured(one), one.low, one.high]).toEqual(['-10.00%', undefined, undefined]);
  });

  test('nothing to divide by', async () => {
    expect(seen(await of('exited_income_lead', exitedOf(110, 100), [farmers(2023, 12000), farmers(2022, 0)]))).toMatchObject({
      value: undefined,
      reason: 'base-not-positive',
    });
    expect(seen(await of('farmers_income_growth', [], [farmers(2023, 5), farmers(2022, 0)]))).toMatchObject({
      value: undefined,
      reason: 'base-not-positive',
    });
  });
});
