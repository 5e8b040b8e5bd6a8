import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { toNumber } from '../../../src/vocabulary/fraction.ts';
import { csvOf, filesOf, household, householdsOf, measured, measuredAll, seen, tallyTexts, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

/** The six guarantees, by the column that a household answers them in. */
const GUARANTEES = ['food', 'clothing', 'education', 'medical', 'housing', 'water'] as const;
const idOf = (column: string): string => `${column}_coverage`;
const of = (id: string, households: readonly TableRow[], villages: readonly TableRow[] = []) => measured(filesOf(households, villages), id);
const answers = (column: string, ...cells: readonly string[]): readonly TableRow[] =>
  householdsOf(cells.map((cell) => ({ [column]: cell })));

describe.each(GUARANTEES)('%s_coverage', (column) => {
  const id = idOf(column);

  test('those with yes out of those with yes or no', async () => {
    const one = await of(id, answers(column, 'yes', 'yes', 'yes', 'no'));
    expect(seen(one)).toMatchObject({ value: '3/4', low: '3/4', high: '3/4', missing: 0, evidence: 'households' });
    expect(formatMeasured(one)).toBe('75.00%');
  });

  test('everybody is 100 %, nobody is 0 %', async () => {
    expect(formatMeasured(await of(id, answers(column, 'yes', 'yes')))).toBe('100.00%');
    expect(formatMeasured(await of(id, answers(column, 'no', 'no')))).toBe('0.00%');
  });

  test('a blank is unknown, never no: it is missing and could be either', async () => {
    // 2 yes, 1 no, 2 blank: 2/3; least 2 ÷ (3 + 2), greatest (2 + 2) ÷ (3 + 2)
    expect(seen(await of(id, answers(column, 'yes', 'yes', 'no', '', '')))).toMatchObject({
      value: '2/3',
      missing: 2,
      low: '2/5',
      high: '4/5',
    });
  });

  test('nobody answered: no number, all of them missing, anything possible', async () => {
    const rows = [household(1, { [column]: '' }), household(2, { [column]: '' }), household(3, { status: 'never', [column]: 'yes' })];
    expect(seen(await of(id, rows))).toMatchObject({ value: undefined, reason: 'no-data', missing: 2, low: '0/2', high: '2/2' });
  });

  test('a household file without the column says nothing', async () => {
    expect(seen(await of(id, householdsOf([{}, {}])))).toMatchObject({ value: undefined, reason: 'no-data', missing: 2 });
  });

  test('the village table alone cannot give it', async () => {
    expect(seen(await of(id, [], [village({ registered_poor_households: 5 })]))).toMatchObject({
      value: undefined,
      reason: 'needs-households',
      missing: 5,
    });
  });

  test('without a registered household there is nothing to divide by', async () => {
    expect(seen(await of(id, [household(1, { status: 'never', [column]: 'yes' })]))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
      missing: 0,
    });
  });

  test('cancelled and never-poor households are left out, remaining, returned and pre-exit ones are in', async () => {
    const rows = householdsOf([
      { status: 'remaining', [column]: 'no' },
      { status: 'returned', [column]: 'no' },
      { status: 'pre-exit', [column]: 'yes' },
      { status: 'exited', [column]: 'yes' },
      { status: 'never', [column]: 'no' },
      { status: 'cancelled', [column]: 'no' },
      // 建档立卡 said outright counts more than the status.
      { status: 'never', registered: 'yes', [column]: 'yes' },
      { status: 'exited', registered: 'no', [column]: 'no' },
    ]);
    expect(seen(await of(id, rows))).toMatchObject({ value: '3/5', missing: 0 });
  });

  test('households that the village declares and the file lacks could be either', async () => {
    // 1 of 2 known, 3 of 5 absent: least 1/5, greatest 4/5
    expect(seen(await of(id, answers(column, 'yes', 'no'), [village({ registered_poor_households: 5 })]))).toMatchObject({
      value: '1/2',
      missing: 3,
      low: '1/5',
      high: '4/5',
      evidence: 'partial',
    });
  });

  test('a county is the sum of its villages, not the mean of their rates', async () => {
    // A 1/1, B 0/3: 1/4, the mean of the rates would be 1/2; a village without households adds what is missing
    const rows = [
      household(1, { village: 'A', [column]: 'yes' }),
      ...[2, 3, 4].map((id) => household(id, { village: 'B', [column]: 'no' })),
    ];
    expect(seen(await of(id, rows))).toMatchObject({ value: '1/4' });
    const villages = [village({ village: 'A' }), village({ village: 'B' }), village({ village: 'C', registered_poor_households: 4 })];
    const withC = await of(id, rows, villages);
    expect(seen(withC)).toMatchObject({ value: '1/4', missing: 4, low: '1/8', high: '5/8' });
    expect(withC.villages).toEqual({ used: 2, inFile: 3 });
  });
});

describe('education_coverage', () => {
  test('households without a child of school age are in neither count', async () => {
    // 2 yes, 1 no, 3 n/a: 2/3
    expect(seen(await of('education_coverage', answers('education', 'yes', 'yes', 'no', 'n/a', 'n/a', '不适用')))).toMatchObject({
      value: '2/3',
      missing: 0,
      low: '2/3',
      high: '2/3',
    });
  });

  test('with no child of school age anywhere there is nothing to divide by', async () => {
    expect(seen(await of('education_coverage', answers('education', 'n/a', 'n/a')))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
      missing: 0,
    });
  });
});

describe('housing_coverage', () => {
  const houses = (...cells: readonly (readonly [housing: string, grade: string])[]): readonly TableRow[] =>
    householdsOf(cells.map(([housing, grade]) => ({ housing, house_grade: grade })));

  test.each(['C', 'D'])('yes with grade %s is a finding and unknown', async (grade) => {
    const rows = houses(['yes', 'A'], ['yes', grade], ['no', 'D']);
    // 1 yes, 1 no, 1 doubtful: 1/2, between 1/3 and 2/3
    expect(seen(await of('housing_coverage', rows))).toMatchObject({ value: '1/2', missing: 1, low: '1/3', high: '2/3' });
    const { findings } = await tallyTexts(filesOf(rows));
    expect(findings).toMatchObject([{ code: 'unsafe-house-called-safe', severity: 'warning', row: 3 }]);
  });

  test.each(['A', 'B', ''])('yes with grade "%s" is yes', async (grade) => {
    expect(seen(await of('housing_coverage', houses(['yes', grade], ['no', 'D'])))).toMatchObject({ value: '1/2', missing: 0 });
  });

  test('no is no whatever the grade', async () => {
    expect(seen(await of('housing_coverage', houses(['no', 'A'], ['no', 'C'], ['yes', 'B'])))).toMatchObject({ value: '1/3', missing: 0 });
  });
});

describe('all_guarantees_coverage', () => {
  const all = (more: TableRow): TableRow => ({ ...Object.fromEntries(GUARANTEES.map((column) => [column, 'yes'])), ...more });
  const share = (...rows: readonly TableRow[]) => of('all_guarantees_coverage', householdsOf(rows.map(all)));

  test('a household has them all or it lacks them', async () => {
    expect(seen(await share({}, {}, { food: 'no' }))).toMatchObject({ value: '2/3', missing: 0 });
  });

  test.each(GUARANTEES)('one no in %s is enough to lack them, whatever is blank', async (column) => {
    const blank = column === 'food' ? 'water' : 'food';
    expect(seen(await share({}, { [column]: 'no', [blank]: '' }))).toMatchObject({ value: '1/2', missing: 0 });
  });

  test.each(GUARANTEES)('without a no, one blank in %s is unknown', async (column) => {
    // 1 has them all, 1 lacks one, 1 unknown: 1/2, between 1/3 and 2/3
    expect(seen(await share({}, { [column]: '' }, { [column]: 'no' }))).toMatchObject({
      value: '1/2',
      missing: 1,
      low: '1/3',
      high: '2/3',
    });
  });

  test('no child of school age is no obstacle', async () => {
    expect(seen(await share({ education: 'n/a' }, { education: 'n/a', water: 'no' }))).toMatchObject({ value: '1/2', missing: 0 });
  });

  test('a house called safe and graded D makes it unknown, with a no elsewhere it is no', async () => {
    expect(seen(await share({ house_grade: 'A' }, { house_grade: 'D' }, { house_grade: 'D', food: 'no' }))).toMatchObject({
      value: '1/2',
      missing: 1,
    });
  });

  test('a file without one of the six columns cannot say who has them all', async () => {
    const rows = householdsOf([all({ water: undefined }), all({ water: undefined })]);
    expect(seen(await of('all_guarantees_coverage', rows))).toMatchObject({ value: undefined, reason: 'no-data', missing: 2 });
  });

  test('the village table alone cannot give it', async () => {
    expect(seen(await of('all_guarantees_coverage', [], [village({ registered_poor_households: 2 })]))).toMatchObject({
      reason: 'needs-households',
    });
  });

  test('a county is the sum of its villages', async () => {
    const rows = [household(1, all({ village: 'A' })), ...[2, 3].map((id) => household(id, all({ village: 'B', medical: 'no' })))];
    const { places, total } = await measuredAll(filesOf(rows), ['all_guarantees_coverage']);
    expect(places.map(({ measured: [one] }) => seen(one!).value)).toEqual(['1/1', '0/2']);
    expect(seen(total.measured[0]!)).toMatchObject({ value: '1/3' });
  });
});

describe('all_guarantees_coverage where a column is not there', () => {
  const row = (id: number, food: string): TableRow => ({
    household_id: `H${id}`,
    village: '大桥村',
    period: 2020,
    persons: 3,
    status: 'exited',
    food,
    clothing: 'yes',
    education: 'yes',
    medical: 'yes',
    housing: 'yes',
  });

  test('a plain no decides, the others are unknown', async () => {
    // Without a column of water nobody can have all six; one household lacks food: 0/1, and the other two could go either way: 0/3 to 2/3.
    const one = await measured({ 'h.csv': csvOf([row(1, 'no'), row(2, 'yes'), row(3, 'yes')]) }, 'all_guarantees_coverage');
    expect(one).toMatchObject({ value: { numerator: 0n, denominator: 1n }, missing: 2n });
    expect([one.low, one.high].map((bound) => bound && toNumber(bound))).toEqual([0, 2 / 3]);
  });
});
