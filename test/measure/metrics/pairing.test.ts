import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { filesOf, household, householdsOf, measured, measuredAll, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

const of = (id: string, rows: readonly TableRow[], villages: readonly TableRow[] = []) => measured(filesOf(rows, villages), id);
const helped = (helper_name: string, helper_unit: string | undefined, more: TableRow = {}): TableRow => ({
  helper_name,
  helper_unit,
  ...more,
});

describe('pairing_coverage', () => {
  test('a helper or a helping unit pairs a household', async () => {
    const rows = householdsOf([helped('干部01', '县委'), helped('干部02', ''), helped('', '县委'), helped('', '')]);
    expect(seen(await of('pairing_coverage', rows))).toMatchObject({ value: '3/4', low: '3/4', high: '3/4', missing: 0 });
  });

  test('everybody is 100 %, nobody is 0 %', async () => {
    expect(formatMeasured(await of('pairing_coverage', householdsOf([helped('干部01', '')])))).toBe('100.00%');
    expect(formatMeasured(await of('pairing_coverage', [], [village({ registered_poor_households: 3, paired_households: 0 })]))).toBe(
      '0.00%',
    );
  });

  test('columns that are blank throughout say nothing', async () => {
    expect(seen(await of('pairing_coverage', householdsOf([helped('', ''), helped('', '')])))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      missing: 2,
    });
  });

  test('never-poor and cancelled households are left out', async () => {
    const rows = householdsOf([
      helped('干部01', ''),
      helped('', ''),
      helped('干部01', '', { status: 'never' }),
      helped('干部02', '', { status: 'cancelled' }),
    ]);
    expect(seen(await of('pairing_coverage', rows))).toMatchObject({ value: '1/2' });
  });

  test('nobody registered: nothing to divide by', async () => {
    expect(seen(await of('pairing_coverage', [], [village({ registered_poor_households: 0, paired_households: 0 })]))).toMatchObject({
      reason: 'zero-denominator',
    });
  });

  test('a county is the sum of its villages, and a silent one widens it', async () => {
    // 1/10 and 90/100 are 91/110; with 10 unknown ones between 91/120 and 101/120
    const rows = [
      village({ village: 'A', registered_poor_households: 10, paired_households: 1 }),
      village({ village: 'B', registered_poor_households: 100, paired_households: 90 }),
    ];
    expect(seen(await of('pairing_coverage', [], rows))).toMatchObject({ value: '91/110' });
    const silent = village({ village: 'C', registered_poor_households: 10, paired_households: '' });
    expect(seen(await of('pairing_coverage', [], [...rows, silent]))).toMatchObject({
      value: '91/110',
      missing: 10,
      low: '91/120',
      high: '101/120',
    });
  });
});

describe('plan_coverage', () => {
  test('households with a plan out of all registered; a blank is unknown', async () => {
    const rows = householdsOf([{ has_plan: 'yes' }, { has_plan: 'no' }, { has_plan: '' }, { has_plan: 'yes', status: 'never' }]);
    expect(seen(await of('plan_coverage', rows))).toMatchObject({ value: '1/2', missing: 1, low: '1/3', high: '2/3' });
  });

  test('everybody is 100 %', async () => {
    expect(formatMeasured(await of('plan_coverage', [], [village({ registered_poor_households: 67, planned_households: 67 })]))).toBe(
      '100.00%',
    );
  });

  test('nothing there', async () => {
    expect(seen(await of('plan_coverage', [], [village({ registered_poor_households: 67 })]))).toMatchObject({
      reason: 'no-data',
      missing: 67,
    });
    expect(seen(await of('plan_coverage', householdsOf([{ has_plan: 'yes', status: 'never' }])))).toMatchObject({
      reason: 'zero-denominator',
    });
  });

  test('a county is the sum of its villages', async () => {
    const rows = householdsOf([{ village: 'A', has_plan: 'yes' }, ...['no', 'no', 'yes'].map((has_plan) => ({ village: 'B', has_plan }))]);
    expect(seen(await of('plan_coverage', rows))).toMatchObject({ value: '2/4' });
  });
});

describe('households_per_helper', () => {
  const ID = 'households_per_helper';

  test('the article: 76 households by 41 helpers are 1.85 each', async () => {
    // 76 ÷ 41 = 1.8536…; 41 helpers, 35 of them with two households
    const rows = householdsOf(Array.from({ length: 76 }, (_, index) => helped(`干部${index % 41}`, '县委组织部')));
    const one = await of(ID, rows);
    expect(seen(one)).toMatchObject({ value: '76/41', missing: 0, evidence: 'households' });
    expect(formatMeasured(one)).toBe('1.85');
    expect(one.metric.unit).toBe('per-helper');
  });

  test('the same name and unit is one helper, in however many villages', async () => {
    const rows = householdsOf([
      helped('干部01', '县委', { village: 'A' }),
      helped('干部01', '县委', { village: 'B' }),
      helped('干部02', '县委', { village: 'B' }),
    ]);
    const { places, total } = await measuredAll(filesOf(rows), [ID]);
    // A 1 by 1, B 2 by 2; together 3 by 2, not 3 by 3
    expect(places.map(({ measured: [one] }) => seen(one!).value)).toEqual(['1/1', '2/2']);
    expect(seen(total.measured[0]!)).toMatchObject({ value: '3/2', marks: [] });
  });

  test('one name in two units are two helpers', async () => {
    expect(seen(await of(ID, householdsOf([helped('干部01', '县委'), helped('干部01', '县府')])))).toMatchObject({ value: '2/2' });
  });

  test('a household with two helpers counts once, each of its helpers too', async () => {
    expect(seen(await of(ID, householdsOf([helped('干部01、干部02', '县委、县府'), helped('干部02', '县府')])))).toMatchObject({
      value: '2/2',
    });
  });

  test('never-poor and cancelled households bring no helpers', async () => {
    const rows = householdsOf([
      helped('干部01', '县委'),
      helped('干部02', '县委', { status: 'never' }),
      helped('干部03', '县委', { status: 'cancelled' }),
    ]);
    expect(seen(await of(ID, rows))).toMatchObject({ value: '1/1' });
  });

  test('without units the names alone tell helpers apart', async () => {
    expect(
      seen(await of(ID, householdsOf([helped('干部01', undefined), helped('干部01', undefined), helped('干部02', undefined)]))),
    ).toMatchObject({
      value: '3/2',
    });
  });

  test('by the village row: its two numbers; over several villages a lower bound, for helpers may be in more than one', async () => {
    const row = (name: string, paired: number | string, helpers: number | string) =>
      village({ village: name, registered_poor_households: 20, paired_households: paired, helpers });
    const one = await of(ID, [], [row('A', 10, 5)]);
    expect(seen(one)).toMatchObject({ value: '10/5', evidence: 'villages', marks: [] });
    // (10 + 6) ÷ (5 + 3), and more where the 8 are fewer persons
    expect(formatMeasured(await of(ID, [], [row('A', 10, 5), row('B', 6, 3)]))).toBe('≥2.00');
    expect(seen(await of(ID, [], [row('A', 10, '')]))).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(seen(await of(ID, [], [row('A', 0, 0)]))).toMatchObject({ value: undefined, reason: 'zero-denominator' });
  });

  test('a village that only counts its helpers beside one that names them is a lower bound', async () => {
    const rows = householdsOf([helped('干部01', '县委', { village: 'A' })]);
    const villages = [
      village({ village: 'A', registered_poor_households: 1 }),
      village({ village: 'B', registered_poor_households: 5, paired_households: 5, helpers: 2 }),
    ];
    // (1 + 5) ÷ (1 + 2)
    const one = await of(ID, rows, villages);
    expect(seen(one)).toMatchObject({ value: '6/3', marks: ['at-least'] });
  });

  test('nobody paired: no number, and no division by 0', async () => {
    const one = await of(ID, householdsOf([helped('', ''), helped('', '')]));
    expect(one.value).toBeUndefined();
    expect(seen(await of(ID, [household(1)]))).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(seen(await of(ID, householdsOf([helped('干部01', '县委', { status: 'never' }), helped('', '')])))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
    });
  });

  test('households that the file lacks are missing: what their helpers do to it nobody knows', async () => {
    expect(seen(await of(ID, householdsOf([helped('干部01', '县委')]), [village({ registered_poor_households: 4 })]))).toMatchObject({
      value: '1/1',
      missing: 3,
      low: undefined,
      high: undefined,
      evidence: 'partial',
    });
  });
});

describe('--by helper-unit', () => {
  const rows = householdsOf([
    helped('干部01', '县委', { village: 'A' }),
    helped('干部01', '县委', { village: 'B' }),
    helped('干部02', '县委', { village: 'B' }),
    helped('干部01', '县府', { village: 'B' }),
    helped('', '', { village: 'B' }),
  ]);
  const units = async (households: readonly TableRow[], villages: readonly TableRow[] = []) => {
    const { places, total } = await measuredAll(
      filesOf(households, villages),
      ['pairing_coverage', 'households_per_helper', 'food_coverage'],
      {
        by: 'helper-unit',
      },
    );
    return { total, units: places.map(({ unit, measured: all }) => [unit, ...all.map((one) => seen(one).value)]) };
  };

  test('shows each unit with its share of all registered households and its own helpers, the largest first', async () => {
    const by = await units(rows);
    // 县委 3 of 5 by 干部01 and 干部02, 县府 1 of 5 by its own 干部01
    expect(by.units).toEqual([
      ['县委', '3/5', '3/2', undefined],
      ['县府', '1/5', '1/1', undefined],
    ]);
    expect(by.total.measured.map((one) => seen(one).value)).toEqual(['4/5', '4/3', undefined]);
  });

  test('a household helped by two units counts with each of them', async () => {
    const by = await units(householdsOf([helped('干部01、干部02', '县委、县府'), helped('干部01', '县委')]));
    expect(by.units.map(([unit, share]) => [unit, share])).toEqual([
      ['县委', '2/2'],
      ['县府', '1/2'],
    ]);
    expect(seen(by.total.measured[0]!)).toMatchObject({ value: '2/2' });
  });

  test('village rows know no units', async () => {
    const by = await units([], [village({ registered_poor_households: 5, paired_households: 4, helpers: 2 })]);
    expect(by.units).toEqual([]);
  });
});
