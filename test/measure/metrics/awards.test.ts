import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { filesOf, household, householdsOf, measured, measuredAll, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

const of = (id: string, rows: readonly TableRow[], villages: readonly TableRow[] = []) => measured(filesOf(rows, villages), id);
const awards = (...cells: readonly (string | number)[]): readonly TableRow[] => householdsOf(cells.map((cell) => ({ award_yuan: cell })));

describe('awarded_households and award_yuan', () => {
  test('households with an award above 0, and what they were given', async () => {
    expect(seen(await of('awarded_households', awards(500, 0.01, 0, '')))).toMatchObject({
      value: '2/0',
      missing: 0,
      low: '2/0',
      high: '2/0',
      evidence: 'households',
    });
    expect(formatMeasured(await of('award_yuan', awards(500, 0.01, 0, '')))).toBe('500.01');
  });

  test('a blank is no award while the column is used, and unknown where it is blank throughout', async () => {
    expect(seen(await of('awarded_households', awards('', 0)))).toMatchObject({ value: '0/0' });
    expect(seen(await of('awarded_households', awards('', '')))).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(seen(await of('award_yuan', awards('', '')))).toMatchObject({ value: undefined, reason: 'no-data' });
  });

  test('never-poor and cancelled households are left out', async () => {
    const rows = householdsOf([{ award_yuan: 100 }, { award_yuan: 200, status: 'never' }, { award_yuan: 400, status: 'cancelled' }]);
    expect(formatMeasured(await of('awarded_households', rows))).toBe('1');
    expect(formatMeasured(await of('award_yuan', rows))).toBe('100.00');
  });

  test('a lower bound is an award, and the sum is at least that', async () => {
    expect(formatMeasured(await of('awarded_households', awards('500多', 300)))).toBe('2');
    expect(formatMeasured(await of('award_yuan', awards('500多', 300)))).toBe('≥800.00');
  });

  test('the village says it where no household rows do', async () => {
    const declared = village({ registered_poor_households: 9, awarded_households: 3, award_yuan: '1.5万元' });
    expect(seen(await of('awarded_households', [], [declared]))).toMatchObject({ value: '3/0', evidence: 'villages' });
    expect(formatMeasured(await of('award_yuan', [], [declared]))).toBe('15000.00');
    expect(seen(await of('awarded_households', [household(1)], [declared]))).toMatchObject({ value: '3/0', evidence: 'villages' });
  });

  test('where the village says nothing the household rows do; households that they lack are missing', async () => {
    const declared = village({ registered_poor_households: 5, awarded_households: '', award_yuan: '' });
    // 2 of 3 rows have one, 2 households absent: between 2 and 4
    const one = await of('awarded_households', awards(100, 200, 0), [declared]);
    expect(seen(one)).toMatchObject({ value: '2/0', missing: 2, low: '2/0', high: '4/0', evidence: 'partial' });
    expect(formatMeasured(one)).toBe('≥2');
    // Nobody knows how much the absent ones were given
    expect(seen(await of('award_yuan', awards(100, 200, 0), [declared]))).toMatchObject({
      value: '30000/0',
      low: '30000/0',
      high: undefined,
      marks: ['at-least'],
    });
  });

  test('household rows replace what the village says when they are as many as it declares, and not before', async () => {
    const declared = (registered: number) => village({ registered_poor_households: registered, awarded_households: 4, award_yuan: 900 });
    expect(seen(await of('awarded_households', awards(100, 200, 0), [declared(5)]))).toMatchObject({ value: '4/0', evidence: 'villages' });
    expect(seen(await of('award_yuan', awards(100, 200, 0), [declared(4)]))).toMatchObject({ value: '90000/0', evidence: 'villages' });
    expect(seen(await of('award_yuan', awards(100, 200, 0), [declared(3)]))).toMatchObject({ value: '30000/0', evidence: 'households' });
  });

  test('a rejected row need not be of a registered household: then another one was given nobody knows how much', async () => {
    const rows = householdsOf([{ award_yuan: 100 }, { award_yuan: 5, has_plan: 'vielleicht' }]);
    const one = await of('award_yuan', rows, [village({ registered_poor_households: 2 })]);
    expect(seen(one)).toMatchObject({ value: '10000/0', low: '10000/0', high: undefined });
    expect(one.rejected).toBe(1n);
    // Without a number declared nothing is absent: 5 yuan more at most
    expect(seen(await of('award_yuan', rows))).toMatchObject({ low: '10000/0', high: '10500/0' });
  });

  test('nothing there: no number', async () => {
    expect(seen(await of('awarded_households', [], [village({ registered_poor_households: 3 })]))).toMatchObject({
      value: undefined,
      reason: 'no-data',
    });
    expect(seen(await of('award_yuan', [], [village({ registered_poor_households: 3, award_yuan: '' })]))).toMatchObject({
      value: undefined,
      reason: 'no-data',
    });
  });

  test('a county is the sum of its villages, and at least that where one is silent', async () => {
    const [a, b] = [
      village({ village: 'A', awarded_households: 2, award_yuan: 100 }),
      village({ village: 'B', awarded_households: 3, award_yuan: 50 }),
    ];
    expect(formatMeasured(await of('awarded_households', [], [a, b]))).toBe('5');
    expect(formatMeasured(await of('award_yuan', [], [a, b]))).toBe('150.00');
    const silent = village({ village: 'C', awarded_households: '', award_yuan: '' });
    expect(formatMeasured(await of('awarded_households', [], [a, b, silent]))).toBe('≥5');
    expect(formatMeasured(await of('award_yuan', [], [a, b, silent]))).toBe('≥150.00');
  });
});

describe('industry_coverage_all', () => {
  test('exempt households count too', async () => {
    // 3 of 4 have one, two of the four being exempt
    const rows = householdsOf([
      { exempt: 'yes', has_industry: 'yes' },
      { exempt: 'yes', has_industry: 'no' },
      { exempt: 'no', has_industry: 'yes' },
      { exempt: '', has_industry: 'yes' },
    ]);
    expect(seen(await of('industry_coverage_all', rows))).toMatchObject({ value: '3/4', missing: 0 });
    // By the village row: 100 of 120 whatever is exempt
    const declared = village({ registered_poor_households: 120, exempt_households: 30, industry_households: 100 });
    expect(seen(await of('industry_coverage_all', [], [declared]))).toMatchObject({ value: '100/120', evidence: 'villages' });
  });

  test('a blank could be either', async () => {
    const rows = householdsOf([{ has_industry: 'yes' }, { has_industry: 'no' }, { has_industry: '' }]);
    expect(seen(await of('industry_coverage_all', rows))).toMatchObject({ value: '1/2', missing: 1, low: '1/3', high: '2/3' });
  });

  test('nothing there', async () => {
    expect(seen(await of('industry_coverage_all', [], [village({ registered_poor_households: 0, industry_households: 0 })]))).toMatchObject(
      {
        reason: 'zero-denominator',
      },
    );
    expect(seen(await of('industry_coverage_all', [], [village({ registered_poor_households: 7 })]))).toMatchObject({
      reason: 'no-data',
      missing: 7,
    });
  });

  test('a county is the sum of its villages', async () => {
    // 1/10 and 90/100: 91/110
    const rows = [
      village({ village: 'A', registered_poor_households: 10, industry_households: 1 }),
      village({ village: 'B', registered_poor_households: 100, industry_households: 90 }),
    ];
    expect(seen(await of('industry_coverage_all', [], rows))).toMatchObject({ value: '91/110' });
  });
});

describe('industry_households_by_type', () => {
  const kinds = async (rows: readonly TableRow[], villages: readonly TableRow[] = []) => {
    const one = await of('industry_households_by_type', rows, villages);
    return { ...seen(one), kinds: one.breakdown?.map(({ name, value }) => [name, Number(value)]) };
  };

  test('a household counts once in the total and once in each of its industries', async () => {
    const rows = householdsOf([{ industries: '优质稻、鸡' }, { industries: '鸡' }, { industries: '鸡、鸡' }, { industries: '' }]);
    // 3 households, of which 1 in 优质稻 and 3 in 鸡
    expect(await kinds(rows)).toMatchObject({
      value: '3/0',
      missing: 0,
      kinds: [
        ['鸡', 3],
        ['优质稻', 1],
      ],
    });
  });

  test('a household with an industry that is not named counts in the total', async () => {
    const rows = householdsOf([
      { has_industry: 'yes', industries: '鸡' },
      { has_industry: 'yes', industries: '' },
      { has_industry: 'no', industries: '' },
    ]);
    const one = await kinds(rows);
    expect(one).toMatchObject({ value: '2/0' });
    expect(one.kinds).toContainEqual(['鸡', 1]);
    expect(one.kinds!.reduce((sum, [, value]) => sum + (value as number), 0)).toBe(2);
  });

  test('never-poor and cancelled households are left out', async () => {
    const rows = householdsOf([{ industries: '鸡' }, { industries: '鸡', status: 'never' }, { industries: '猪', status: 'cancelled' }]);
    expect(await kinds(rows)).toMatchObject({ value: '1/0', kinds: [['鸡', 1]] });
  });

  test('nothing there', async () => {
    expect(await kinds([household(1)])).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(await kinds([], [village({ industry_households: 4, registered_poor_households: 5 })])).toMatchObject({
      value: undefined,
      reason: 'needs-households',
    });
  });

  test('the kinds of a county are the sums of those of its villages', async () => {
    const rows = householdsOf([
      { village: 'A', industries: '鸡' },
      { village: 'B', industries: '鸡、稻' },
      { village: 'B', industries: '稻' },
    ]);
    const { places, total } = await measuredAll(filesOf(rows), ['industry_households_by_type']);
    const of = (one: (typeof places)[number]) =>
      Object.fromEntries(one.measured[0]!.breakdown!.map(({ name, value }) => [name, Number(value)]));
    expect(places.map(of)).toEqual([{ 鸡: 1 }, { 鸡: 1, 稻: 2 }]);
    expect(of(total)).toEqual({ 鸡: 2, 稻: 2 });
  });
});
