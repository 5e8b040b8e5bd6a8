import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { filesOf, household, householdsOf, measured, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

/** A household of so many persons with so much net income for each of them. */
const earning = (persons: number, income: number | string, more: TableRow = {}): TableRow => ({
  persons,
  net_income_per_capita: income,
  ...more,
});
const LINE = { parameters: { poverty_line: 400_000n } }; // 4000 yuan, in fen
const of = (id: string, rows: readonly TableRow[], villages: readonly TableRow[] = [], given: Parameters<typeof measured>[3] = LINE) =>
  measured(filesOf(rows, villages), id, {}, given);

describe('net_income_per_person', () => {
  const ID = 'net_income_per_person';

  test('a household weighs its persons', async () => {
    // (3 × 4000 + 1 × 8000) ÷ 4 = 5000; the mean of the two households would be 6000
    const one = await of(ID, householdsOf([earning(3, 4000), earning(1, 8000)]));
    expect(formatMeasured(one)).toBe('5000.00');
    expect(seen(one)).toMatchObject({ value: '2000000/4', missing: 0, evidence: 'households' });
    expect(one.metric.unit).toBe('yuan');
  });

  test('a third of a yuan is kept until it is printed', async () => {
    // (2 × 1000 + 1 × 1001) ÷ 3 = 1000.333…
    expect(formatMeasured(await of(ID, householdsOf([earning(2, 1000), earning(1, 1001)])))).toBe('1000.33');
  });

  test('an income below nothing counts as it is', async () => {
    // (−500 + 1500) ÷ 2 = 500
    expect(formatMeasured(await of(ID, householdsOf([earning(1, -500), earning(1, 1500)])))).toBe('500.00');
  });

  test('no income is an income of 0, a blank is none known', async () => {
    expect(formatMeasured(await of(ID, householdsOf([earning(1, 0), earning(1, 1000)])))).toBe('500.00');
    const one = seen(await of(ID, householdsOf([earning(4, ''), earning(2, 3000)])));
    // The 4 persons are missing; an income may be anything, so there are no bounds
    expect(one).toMatchObject({ value: '600000/2', missing: 4, low: undefined, high: undefined });
  });

  test('nobody whose income is known: no number, and the persons missing', async () => {
    const rows = householdsOf([earning(4, ''), earning(2, ''), earning(1, 5000, { status: 'never' })]);
    expect(seen(await of(ID, rows))).toMatchObject({ value: undefined, reason: 'no-data', missing: 6 });
  });

  test('a file without the column says nothing; the village table cannot give it', async () => {
    expect(seen(await of(ID, [household(1)]))).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(seen(await of(ID, [], [village({ registered_poor_households: 1 })]))).toMatchObject({
      value: undefined,
      reason: 'needs-households',
    });
  });

  test('nobody registered: nothing to divide by', async () => {
    expect(seen(await of(ID, householdsOf([earning(3, 4000, { status: 'never' })])))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
    });
  });

  test('never-poor and cancelled households do not weigh', async () => {
    const rows = householdsOf([earning(1, 3000), earning(9, 90_000, { status: 'never' }), earning(9, 0, { status: 'cancelled' })]);
    expect(seen(await of(ID, rows))).toMatchObject({ value: '300000/1', missing: 0 });
  });

  test('persons of households that the file lacks are missing', async () => {
    const declared = village({ registered_poor_households: 3, registered_poor_persons: 10, rural_population: 100 });
    expect(seen(await of(ID, householdsOf([earning(3, 4000)]), [declared]))).toMatchObject({
      value: '1200000/3',
      missing: 7,
      low: undefined,
      high: undefined,
      evidence: 'partial',
    });
  });

  test('a rejected household is one row, however many persons it has', async () => {
    const one = await of(ID, householdsOf([earning(3, 4000), earning(5, 4000, { has_plan: 'vielleicht' })]));
    expect(one).toMatchObject({ rejected: 1n, low: undefined, high: undefined });
  });

  test('a county is divided once, over all its persons', async () => {
    // A 1 × 1000, B 9 × 2000: 19 000 ÷ 10 = 1900, the mean of the villages would be 1500
    const rows = householdsOf([earning(1, 1000, { village: 'A' }), earning(9, 2000, { village: 'B' })]);
    expect(formatMeasured(await of(ID, rows))).toBe('1900.00');
  });
});

describe('poverty_gap', () => {
  const ID = 'poverty_gap';

  test('what those below fall short of the line, out of the line for everybody', async () => {
    // Line 4000. 2 persons with 3000 fall short of 2 × 1000, 8 with 9000 of nothing: 2000 ÷ (4000 × 10) = 5 %
    const one = await of(ID, householdsOf([earning(2, 3000), earning(8, 9000)]));
    expect(formatMeasured(one)).toBe('5.00%');
    expect(seen(one)).toMatchObject({ value: '200000/4000000', low: '200000/4000000', high: '200000/4000000', missing: 0 });
  });

  test('somebody exactly on the line falls short of nothing, one fen below does', async () => {
    expect(seen(await of(ID, householdsOf([earning(5, 4000)])))).toMatchObject({ value: '0/2000000' });
    expect(seen(await of(ID, householdsOf([earning(5, 3999.99)])))).toMatchObject({ value: '5/2000000' });
  });

  test('without any income everybody falls short of the whole line', async () => {
    expect(formatMeasured(await of(ID, householdsOf([earning(5, 0)])))).toBe('100.00%');
  });

  test('an income below nothing falls short of more than the line', async () => {
    // 4000 − (−1000) = 5000 of 4000
    expect(formatMeasured(await of(ID, householdsOf([earning(1, -1000)])))).toBe('125.00%');
  });

  test('persons whose income is not known are missing; the least has them on the line, the most is open', async () => {
    // 2000 ÷ 8000 × 100 fen; with 3 unknown persons at the line: 2000 ÷ (4000 × 5)
    expect(seen(await of(ID, householdsOf([earning(2, 3000), earning(3, '')])))).toMatchObject({
      value: '200000/800000',
      missing: 3,
      low: '200000/2000000',
      high: undefined,
    });
  });

  test('no line in force is the reason, whatever is known of incomes', async () => {
    expect(seen(await of(ID, householdsOf([earning(2, 3000)]), [], {}))).toMatchObject({
      value: undefined,
      reason: 'no-line-in-force',
    });
  });

  test('nothing known: no number', async () => {
    expect(seen(await of(ID, householdsOf([earning(2, '')])))).toMatchObject({ value: undefined, reason: 'no-data', missing: 2 });
    expect(seen(await of(ID, [household(1)]))).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(seen(await of(ID, [], [village({ registered_poor_households: 1 })]))).toMatchObject({
      value: undefined,
      reason: 'needs-households',
    });
    expect(seen(await of(ID, householdsOf([earning(2, 1, { status: 'never' })])))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
    });
  });

  test('a county sums its villages', async () => {
    // A 1 person short of 4000, B 3 persons short of nothing: 4000 ÷ (4 × 4000)
    const rows = householdsOf([earning(1, 0, { village: 'A' }), earning(3, 5000, { village: 'B' })]);
    expect(formatMeasured(await of(ID, rows))).toBe('25.00%');
  });
});

describe('income_gap_ratio', () => {
  const ID = 'income_gap_ratio';

  test('only those below the line count, above and below', async () => {
    // 2 persons with 3000: 2 × 1000 ÷ (2 × 4000) = 25 %; the 8 others are left out
    const one = await of(ID, householdsOf([earning(2, 3000), earning(8, 9000)]));
    expect(formatMeasured(one)).toBe('25.00%');
    expect(seen(one)).toMatchObject({ value: '200000/800000', missing: 0 });
  });

  test('somebody exactly on the line is not below it', async () => {
    // 1 × 4000 ÷ (1 × 4000); the 9 on the line are left out
    expect(seen(await of(ID, householdsOf([earning(1, 0), earning(9, 4000)])))).toMatchObject({ value: '400000/400000' });
  });

  test('nobody below: nothing to divide by, and no 0 %', async () => {
    expect(seen(await of(ID, householdsOf([earning(9, 4000)])))).toMatchObject({ value: undefined, reason: 'zero-denominator' });
  });

  test('nobody known to be below, and somebody unknown: no number for want of data', async () => {
    expect(seen(await of(ID, householdsOf([earning(9, 4000), earning(2, '')])))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      missing: 2,
    });
  });

  test('no line in force is the reason', async () => {
    expect(seen(await of(ID, householdsOf([earning(2, 3000)]), [], {}))).toMatchObject({ reason: 'no-line-in-force' });
  });

  test('the village table alone cannot give it', async () => {
    expect(seen(await of(ID, [], [village({ registered_poor_households: 1 })]))).toMatchObject({ reason: 'needs-households' });
  });

  test('a county sums its villages', async () => {
    // A 1 × 4000 of 4000, B 3 × 1000 of 12 000: 7000 ÷ 16 000 = 43.75 %; the mean would be 62.5 %
    const rows = householdsOf([earning(1, 0, { village: 'A' }), earning(3, 3000, { village: 'B' })]);
    expect(formatMeasured(await of(ID, rows))).toBe('43.75%');
  });
});
