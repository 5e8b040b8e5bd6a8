import { describe, expect, test } from 'vitest';
import type { Period } from '../../../src/vocabulary/period.ts';
import { filesOf, household, measured, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

const UNSTABLE = '脱贫不稳定户';
const MARGINAL = '边缘易致贫户';
const SUDDEN = '突发严重困难户';

const monitored = (id: number, type: string, more: TableRow = {}): TableRow =>
  household(id, { monitoring_type: type, risk_cleared: 'no', ...more });
const of = (id: string, rows: readonly TableRow[], villages: readonly TableRow[] = [], period?: string) =>
  measured(filesOf(rows, villages), id, period === undefined ? {} : { period: period as Period });
const kindsOf = async (id: string, rows: readonly TableRow[]) =>
  ((await of(id, rows)).breakdown ?? []).map(({ name, value }) => [name, Number(value)]);

describe('monitored households and persons by type', () => {
  // Two unstable (3 + 4 persons), one marginal that was never registered (2), one sudden cleared, one cancelled.
  const rows = [
    monitored(1, UNSTABLE),
    monitored(2, UNSTABLE, { persons: 4 }),
    monitored(3, MARGINAL, { status: 'never', persons: 2 }),
    monitored(4, SUDDEN, { risk_cleared: 'yes' }),
    monitored(5, SUDDEN, { status: 'cancelled' }),
    household(6, { monitoring_type: '无' }),
  ];

  test('those not cleared, registered or not', async () => {
    expect(seen(await of('monitored_households_by_type', rows))).toMatchObject({ value: '3/0', low: '3/0', high: '3/0', missing: 0 });
    expect(await kindsOf('monitored_households_by_type', rows)).toEqual([
      ['unstable', 2],
      ['marginal', 1],
    ]);
    // 3 + 4 + 2
    expect(seen(await of('monitored_persons_by_type', rows))).toMatchObject({ value: '9/0', missing: 0 });
    expect(await kindsOf('monitored_persons_by_type', rows)).toEqual([
      ['unstable', 7],
      ['marginal', 2],
    ]);
  });

  test('an object of help of no type, as since 2026, is monitored and stands apart', async () => {
    const one = [monitored(1, '防止返贫致贫对象'), monitored(2, MARGINAL, { status: '边缘易致贫户' })];
    expect(seen(await of('monitored_households', one))).toMatchObject({ value: '2/0' });
    expect(await kindsOf('monitored_households_by_type', one)).toEqual([
      ['marginal', 1],
      ['unspecified', 1],
    ]);
  });

  test('nobody monitored is none; files without the column say nothing; village rows alone neither', async () => {
    expect(seen(await of('monitored_persons_by_type', [monitored(1, UNSTABLE, { risk_cleared: 'yes' })]))).toMatchObject({ value: '0/0' });
    expect(seen(await of('monitored_persons_by_type', [household(1)]))).toMatchObject({ value: undefined, reason: 'no-data' });
    const declared = village({ registered_poor_households: 3, monitored_households: 2 });
    expect((await of('monitored_households_by_type', [], [declared])).value).toBeUndefined();
  });

  test('one that does not say whether it is cleared is missing, and may be', async () => {
    const open = [monitored(1, UNSTABLE), monitored(2, SUDDEN, { risk_cleared: '', persons: 5 })];
    expect(seen(await of('monitored_households_by_type', open))).toMatchObject({ value: '1/0', low: '1/0', high: '2/0', missing: 1 });
    expect(seen(await of('monitored_persons_by_type', open))).toMatchObject({ value: '3/0', low: '3/0', high: '8/0', missing: 5 });
  });
});

describe('monitored_persons_share', () => {
  test('persons not cleared out of the rural registered population', async () => {
    // 3 of 600: 0.5 %
    const one = await of('monitored_persons_share', [monitored(1, UNSTABLE)], [village({ rural_population: 600 })]);
    expect(seen(one)).toMatchObject({ value: '3/600', low: '3/600', high: '3/600', evidence: 'households' });
    expect(one.verdict).toBeUndefined();
  });

  test('residents are no base, and nobody lives there: no number', async () => {
    const rows = [monitored(1, UNSTABLE)];
    expect((await of('monitored_persons_share', rows, [village({ resident_population: 600 })])).value).toBeUndefined();
    const empty = await of(
      'monitored_persons_share',
      [monitored(1, UNSTABLE, { risk_cleared: 'yes' })],
      [village({ rural_population: 0 })],
    );
    expect(seen(empty)).toMatchObject({ value: undefined, reason: 'zero-denominator' });
  });

  test('an unknown household widens it', async () => {
    const rows = [monitored(1, UNSTABLE), monitored(2, SUDDEN, { risk_cleared: '' })];
    expect(seen(await of('monitored_persons_share', rows, [village({ rural_population: 600 })]))).toMatchObject({
      value: '3/600',
      low: '3/600',
      high: '6/600',
      missing: 3,
    });
  });
});

describe('newly monitored and cleared within the period', () => {
  const rows = [
    monitored(1, UNSTABLE, { identified_on: '2020-01-01' }),
    monitored(2, MARGINAL, { identified_on: '2020-12-31', risk_cleared: 'yes', cleared_on: '2021-01-01' }),
    monitored(3, SUDDEN, { identified_on: '2019-12-31', risk_cleared: 'yes', cleared_on: '2020-07' }),
    // A year, where the period is that year.
    monitored(4, SUDDEN, { identified_on: '2020' }),
  ];

  test('the first and the last day of the period are in it', async () => {
    expect(seen(await of('newly_monitored_households', rows))).toMatchObject({ value: '3/0', low: '3/0', high: '3/0', missing: 0 });
    expect(await kindsOf('newly_monitored_households', rows)).toEqual([
      ['marginal', 1],
      ['sudden', 1],
      ['unstable', 1],
    ]);
    expect(seen(await of('cleared_households', rows))).toMatchObject({ value: '1/0', missing: 0 });
  });

  test('in a month a year says nothing, another month is out of it', async () => {
    const monthly = rows.map((row) => ({ ...row, period: '2020-12' }));
    // H2 is; H4, of 2020, may be.
    expect(seen(await of('newly_monitored_households', monthly))).toMatchObject({ value: '1/0', low: '1/0', high: '2/0', missing: 1 });
    // Of none is it July 2020 in December.
    expect(seen(await of('cleared_households', monthly))).toMatchObject({ value: '0/0', high: '0/0', missing: 0 });
  });

  test('a blank day is missing; without the column there is no number', async () => {
    const open = [...rows, monitored(5, UNSTABLE, { identified_on: '', risk_cleared: 'yes', cleared_on: '' })];
    expect(seen(await of('newly_monitored_households', open))).toMatchObject({ value: '3/0', high: '4/0', missing: 1 });
    expect(seen(await of('cleared_households', open))).toMatchObject({ value: '1/0', high: '2/0', missing: 1 });
    expect(seen(await of('cleared_households', [monitored(1, UNSTABLE)]))).toMatchObject({ value: undefined, reason: 'no-data' });
  });
});
