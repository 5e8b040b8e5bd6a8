import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { filesOf, household, householdsOf, measured, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

const of = (id: string, rows: readonly TableRow[], villages: readonly TableRow[] = []) => measured(filesOf(rows, villages), id);
const statuses = (...names: readonly string[]): readonly TableRow[] => householdsOf(names.map((status) => ({ status })));

describe('exited_share', () => {
  test('exited out of all registered: those remaining, returned and in pre-exit have not left poverty', async () => {
    const rows = statuses('exited', 'exited', 'exited', 'remaining', 'returned', 'pre-exit', 'never', 'cancelled');
    expect(seen(await of('exited_share', rows))).toMatchObject({ value: '3/6', low: '3/6', high: '3/6', missing: 0 });
  });

  test('everybody is 100 %, nobody 0 %', async () => {
    expect(formatMeasured(await of('exited_share', statuses('exited')))).toBe('100.00%');
    expect(formatMeasured(await of('exited_share', statuses('pre-exit')))).toBe('0.00%');
  });

  test('nothing there', async () => {
    expect(seen(await of('exited_share', statuses('never')))).toMatchObject({ value: undefined, reason: 'zero-denominator' });
    const declared = village({ registered_poor_households: 5, remaining_poor_households: 1 });
    expect(seen(await of('exited_share', [], [declared]))).toMatchObject({ value: undefined, reason: 'needs-households', missing: 5 });
  });

  test('households that the file lacks could be either', async () => {
    // 1 of 2 known, 2 absent: between 1/4 and 3/4
    expect(seen(await of('exited_share', statuses('exited', 'remaining'), [village({ registered_poor_households: 4 })]))).toMatchObject({
      value: '1/2',
      missing: 2,
      low: '1/4',
      high: '3/4',
      evidence: 'partial',
    });
  });

  test('a county is the sum of its villages', async () => {
    // 1/1 and 0/3: 1/4
    const rows = householdsOf([{ village: 'A' }, ...['remaining', 'remaining', 'returned'].map((status) => ({ village: 'B', status }))]);
    expect(seen(await of('exited_share', rows))).toMatchObject({ value: '1/4' });
  });
});

describe('returned_households', () => {
  test('households whose status is returned', async () => {
    expect(seen(await of('returned_households', statuses('returned', 'returned', 'exited', 'remaining')))).toMatchObject({
      value: '2/0',
      missing: 0,
    });
    expect(seen(await of('returned_households', statuses('exited')))).toMatchObject({ value: '0/0' });
  });

  test('the village says it where no household rows do', async () => {
    const declared = village({ registered_poor_households: 5, returned_households: 2 });
    expect(seen(await of('returned_households', [], [declared]))).toMatchObject({ value: '2/0', evidence: 'villages' });
    expect(seen(await of('returned_households', [], [village({ registered_poor_households: 5 })]))).toMatchObject({
      value: undefined,
      reason: 'no-data',
    });
  });

  test('a county is the sum of its villages, and at least that where households are absent', async () => {
    const rows = householdsOf([
      { village: 'A', status: 'returned' },
      { village: 'B', status: 'returned' },
    ]);
    expect(formatMeasured(await of('returned_households', rows))).toBe('2');
    const villages = [village({ village: 'A', registered_poor_households: 3 }), village({ village: 'B', registered_poor_households: 1 })];
    const one = await of('returned_households', rows, villages);
    expect(seen(one)).toMatchObject({ value: '2/0', missing: 2, low: '2/0', high: '4/0' });
    expect(formatMeasured(one)).toBe('≥2');
  });
});

describe('monitored_households', () => {
  const monitored = (...rows: readonly (readonly [type: string, cleared: string | undefined, status?: string])[]): readonly TableRow[] =>
    householdsOf(rows.map(([monitoring_type, risk_cleared, status = 'exited']) => ({ monitoring_type, risk_cleared, status })));

  test('any of the three types whose risk is not cleared', async () => {
    const rows = monitored(
      ['脱贫不稳定户', 'no'],
      ['边缘易致贫户', '风险未消除'],
      ['突发严重困难户', 'no'],
      ['脱贫不稳定户', 'yes'],
      ['无', ''],
      ['', ''],
    );
    expect(seen(await of('monitored_households', rows))).toMatchObject({ value: '3/0', missing: 0, evidence: 'households' });
  });

  test('never-registered households are in, cancelled ones are not', async () => {
    const rows = monitored(['边缘易致贫户', 'no', 'never'], ['边缘易致贫户', 'no', 'cancelled'], ['', '', 'exited']);
    expect(seen(await of('monitored_households', rows))).toMatchObject({ value: '1/0' });
  });

  test('a risk of which it is not said whether it is cleared may be', async () => {
    // 1 for certain, 1 unknown: between 1 and 2
    const one = await of('monitored_households', monitored(['脱贫不稳定户', 'no'], ['脱贫不稳定户', ''], ['', '']));
    expect(seen(one)).toMatchObject({ value: '1/0', missing: 1, low: '1/0', high: '2/0' });
    expect(formatMeasured(one)).toBe('≥1');
  });

  test('a file without the column of cleared risks, or of types, does not tell; the village may', async () => {
    const withoutCleared = monitored(['脱贫不稳定户', undefined], ['', undefined]);
    expect(seen(await of('monitored_households', withoutCleared))).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(seen(await of('monitored_households', [household(1, { risk_cleared: 'no' })]))).toMatchObject({
      value: undefined,
      reason: 'no-data',
    });
    const declared = village({ registered_poor_households: 2, monitored_households: 1 });
    expect(seen(await of('monitored_households', withoutCleared, [declared]))).toMatchObject({ value: '1/0', evidence: 'villages' });
  });

  test('types that are blank throughout say nothing, one of them makes the blanks none', async () => {
    expect(seen(await of('monitored_households', monitored(['', 'no'], ['', 'no'])))).toMatchObject({
      value: undefined,
      reason: 'no-data',
    });
    expect(seen(await of('monitored_households', monitored(['无', ''], ['', ''], ['边缘户', 'yes'])))).toMatchObject({
      value: '0/0',
      missing: 0,
    });
  });

  test('a county is the sum of its villages', async () => {
    const declared = [village({ village: 'A', monitored_households: 2 }), village({ village: 'B', monitored_households: 3 })];
    expect(formatMeasured(await of('monitored_households', [], declared))).toBe('5');
    expect(formatMeasured(await of('monitored_households', [], [...declared, village({ village: 'C', monitored_households: '' })]))).toBe(
      '≥5',
    );
  });
});

describe('households that the file lacks', () => {
  test('may be monitored, and a rejected row need not be one of them', async () => {
    // 2 registered declared: one row known, one row rejected. The rejected one may be never-poor, and then another registered one is absent.
    const rows = householdsOf([
      { monitoring_type: '无', risk_cleared: 'no', housing_aid_yuan: 0 },
      { monitoring_type: '边缘户', risk_cleared: 'no', housing_aid_yuan: 9, status: 'never', has_plan: 'vielleicht' },
    ]);
    for (const id of ['monitored_households', 'housing_aid_households'])
      expect(seen(await of(id, rows, [village({ registered_poor_households: 2 })]))).toMatchObject({
        value: '0/0',
        low: '0/0',
        high: '2/0',
      });
  });
});

describe('housing_aid_households', () => {
  const aided = (...cells: readonly (readonly [aid: string | number, status?: string])[]): readonly TableRow[] =>
    householdsOf(cells.map(([housing_aid_yuan, status = 'exited']) => ({ housing_aid_yuan, status })));

  test('households with aid above 0', async () => {
    expect(seen(await of('housing_aid_households', aided([8000], ['1万多'], [0], [''])))).toMatchObject({ value: '2/0', missing: 0 });
  });

  test('cancelled households are left out', async () => {
    expect(seen(await of('housing_aid_households', aided([8000], [9000, 'cancelled'])))).toMatchObject({ value: '1/0' });
  });

  test('blank throughout, or no column, says nothing; without household rows it is wanting', async () => {
    expect(seen(await of('housing_aid_households', aided([''], [''])))).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(seen(await of('housing_aid_households', [household(1)]))).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(seen(await of('housing_aid_households', [], [village({ registered_poor_households: 2 })]))).toMatchObject({
      value: undefined,
      reason: 'needs-households',
    });
  });

  test('a county is the sum of its villages', async () => {
    const rows = householdsOf([
      { village: 'A', housing_aid_yuan: 1 },
      { village: 'B', housing_aid_yuan: 1 },
      { village: 'B', housing_aid_yuan: 0 },
    ]);
    expect(formatMeasured(await of('housing_aid_households', rows))).toBe('2');
  });
});
