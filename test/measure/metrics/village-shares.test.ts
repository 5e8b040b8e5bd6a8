import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { filesOf, household, measured, measuredAll, seen, tallyTexts, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

const SHARES = [
  ['village_housing_share', 'safe_housing_households', 'households'],
  ['village_water_share', 'safe_water_households', 'households'],
  ['village_power_share', 'powered_households', 'households'],
  ['village_tv_share', 'tv_households', 'households'],
  ['village_insured_share', 'insured_persons', 'rural_population'],
  ['village_pension_share', 'pension_persons', 'pension_eligible_persons'],
] as const;

describe.each(SHARES)('%s', (id, part, whole) => {
  const of = (villages: readonly TableRow[], households: readonly TableRow[] = []) => measured(filesOf(households, villages), id);

  test('all farm households or persons of the village, poor or not', async () => {
    // 735 of 742 = 99.0566…%: the registered ones do not matter
    const one = await of([village({ [part]: 735, [whole]: 742, registered_poor_households: 60, registered_poor_persons: 200 })]);
    expect(formatMeasured(one)).toBe('99.06%');
    expect(seen(one)).toMatchObject({ value: '735/742', low: '735/742', high: '735/742', missing: 0, evidence: 'villages' });
  });

  test('all of them is 100 %, none of them 0 %', async () => {
    expect(formatMeasured(await of([village({ [part]: 50, [whole]: 50 })]))).toBe('100.00%');
    expect(formatMeasured(await of([village({ [part]: 0, [whole]: 50 })]))).toBe('0.00%');
  });

  test('a blank part: no number, the whole village missing, anything possible', async () => {
    expect(seen(await of([village({ [part]: '', [whole]: 50 })]))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      missing: 50,
      low: '0/50',
      high: '50/50',
    });
  });

  test('an absent column is a blank one', async () => {
    expect(seen(await of([village({ [whole]: 50 })]))).toMatchObject({ value: undefined, reason: 'no-data', missing: 50 });
  });

  test('a blank whole: no number', async () => {
    expect(seen(await of([village({ [part]: 50, [whole]: '' })]))).toMatchObject({ value: undefined, reason: 'no-data' });
  });

  test('an empty village: nothing to divide by', async () => {
    expect(seen(await of([village({ [part]: 0, [whole]: 0 })]))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
      missing: 0,
    });
  });

  test('household rows cannot give it: they hold the registered ones', async () => {
    const rows = [household(1, { housing: 'yes', water: 'yes', power: 'yes', tv: 'yes' })];
    expect(seen(await of([], rows))).toMatchObject({ value: undefined, reason: 'needs-villages' });
    expect(seen(await of([village({ [part]: 9, [whole]: 10 })], rows))).toMatchObject({ value: '9/10', evidence: 'villages' });
  });

  test('a county is the sum of its villages; one that cannot answer widens the range', async () => {
    // 90/100 and 10/10 are 100/110, the mean would be 95 %; with C unknown: between 100/130 and 120/130
    const two = [village({ village: 'A', [part]: 90, [whole]: 100 }), village({ village: 'B', [part]: 10, [whole]: 10 })];
    expect(seen(await of(two))).toMatchObject({ value: '100/110' });
    const one = await of([...two, village({ village: 'C', [part]: '', [whole]: 20 })]);
    expect(seen(one)).toMatchObject({ value: '100/110', missing: 20, low: '100/130', high: '120/130' });
    expect(one.villages).toEqual({ used: 2, inFile: 3 });
  });

  test('more than there are is found and is no number; it widens the range of the county', async () => {
    const { findings } = await tallyTexts(filesOf([], [village({ [part]: 51, [whole]: 50 })]));
    // Residents registered elsewhere may be insured here: of persons it is a warning, of households an error.
    const severity = whole === 'households' ? 'error' : 'warning';
    expect(findings).toMatchObject([{ code: 'part-exceeds-whole', severity }]);
    const one = await of([village({ village: 'A', [part]: 9, [whole]: 10 }), village({ village: 'B', [part]: 51, [whole]: 50 })]);
    // B could be anything of its 50: between 9/60 and 59/60
    expect(seen(one)).toMatchObject({ value: '9/10', low: '9/60', high: '59/60' });
    expect(one.rejected).toBe(severity === 'error' ? 1n : 0n);
  });

  test('a lower bound is shown as one', async () => {
    expect(formatMeasured(await of([village({ [part]: '40多', [whole]: 50 })]))).toBe('≥80.00%');
  });
});

describe('the base of the pension share', () => {
  test('is those who should be insured, never all residents', async () => {
    // 270 of 300 who should be insured are 90 %; of 400 residents they are 67.5 %
    const row = village({ rural_population: 400, pension_eligible_persons: 300, pension_persons: 270 });
    expect(formatMeasured(await measured(filesOf([], [row]), 'village_pension_share'))).toBe('90.00%');
    const without = village({ rural_population: 400, pension_persons: 390 });
    const one = await measured(filesOf([], [without]), 'village_pension_share');
    expect(seen(one)).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(one.lacking).toEqual([{ column: 'pension_eligible_persons', absent: true }]);
  });

  test.each(['应参保人数', '应参加养老保险人数', '城乡居民养老保险应参保人数', '养老保险应参保人数（人）', 'pension_eligible_persons'])(
    'is read under the heading %s',
    async (heading) => {
      const files = { 'v.csv': `村,年度,参加养老保险人数,${heading}\n大桥村,2020,45,50\n` };
      expect(formatMeasured(await measured(files, 'village_pension_share'))).toBe('90.00%');
    },
  );

  test('more than all residents are a finding of their own', async () => {
    const row = village({ rural_population: 400, pension_eligible_persons: 401, pension_persons: 300 });
    const { findings } = await tallyTexts(filesOf([], [row]));
    expect(findings).toMatchObject([{ code: 'part-exceeds-whole', severity: 'warning', column: 'pension_eligible_persons' }]);
  });
});

describe('dropout_children', () => {
  const of = (...villages: readonly TableRow[]) => measured(filesOf([], villages), 'dropout_children');

  test('the children that the village declares, none of them being a number too', async () => {
    expect(formatMeasured(await of(village({ dropout_children: 2, households: 10 })))).toBe('2');
    const none = await of(village({ dropout_children: 0, households: 10 }));
    expect(formatMeasured(none)).toBe('0');
    expect(none.metric.unit).toBe('children');
  });

  test('a blank is unknown, not zero', async () => {
    expect(seen(await of(village({ dropout_children: '', households: 10 })))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      missing: 1,
      high: undefined,
    });
  });

  test('without a village table it is wanting', async () => {
    expect(seen(await measured(filesOf([household(1)]), 'dropout_children'))).toMatchObject({
      value: undefined,
      reason: 'needs-villages',
    });
  });

  test('a county is the sum of its villages, and at least that where one does not answer', async () => {
    const [a, b] = [village({ village: 'A', dropout_children: 2 }), village({ village: 'B', dropout_children: 1 })];
    expect(formatMeasured(await of(a, b))).toBe('3');
    expect(formatMeasured(await of(a, b, village({ village: 'C', dropout_children: '' })))).toBe('≥3');
  });

  test('the children of one period, never of two', async () => {
    const rows = [village({ period: 2019, dropout_children: 5 }), village({ dropout_children: 1 })];
    const { total } = await measuredAll(filesOf([], rows), ['dropout_children']);
    expect(formatMeasured(total.measured[0]!)).toBe('1');
  });
});
