import { describe, expect, test } from 'vitest';
import { csvOf, filesOf, household, householdsOf, measured, project, seen, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

/** Worked cases in the middle of the bounds: what unknown and rejected rows add, and to which side. */

/** A cell that no number can be read from: its row is rejected. */
const UNREADABLE = '不清';
const whole = { rural_population: 1000, remaining_poor_persons: 10 };

describe('of a village row', () => {
  test('a rejected row without a village may be of any, and opens the numbers of each', async () => {
    const rows = [village(whole), { ...village({ ...whole }), village: '' }];
    const number = await measured({ 'villages.csv': csvOf(rows) }, 'poverty_incidence');
    expect(seen(number)).toMatchObject({ value: '10/1000', low: undefined, high: undefined });
    expect(number.rejected).toBe(1n);
  });

  test('so does a quote that is not closed, behind which any number of rows may stand', async () => {
    const text = `${csvOf([village(whole)])}"小桥村,2020,500,1\n`;
    const number = await measured({ 'villages.csv': text }, 'poverty_incidence');
    expect(seen(number)).toMatchObject({ value: '10/1000', low: undefined, high: undefined });
    expect(number.rejected).toBe(1n);
  });

  test('a rejected row is rejected, and not missing as well', async () => {
    const number = await measured(
      { 'villages.csv': csvOf([village({ households: UNREADABLE, dropout_children: 3 })]) },
      'dropout_children',
    );
    expect(seen(number)).toMatchObject({ value: undefined, missing: 0 });
    expect(number.rejected).toBe(1n);
  });

  test('a rejected row whose whole can be read says how large the whole is: anything from none of 1000 to all', async () => {
    const rows = [village({ rural_population: 1000, remaining_poor_persons: UNREADABLE })];
    expect(seen(await measured({ 'villages.csv': csvOf(rows) }, 'poverty_incidence'))).toMatchObject({ low: '0/1000', high: '1000/1000' });
  });

  test.each<readonly [string, TableRow]>([
    ['is blank', { rural_population: '', remaining_poor_persons: 5 }],
    ['cannot be read', { rural_population: UNREADABLE, remaining_poor_persons: 5 }],
  ])('a village whose population %s leaves the least of the whole county open', async (_, cells) => {
    const rows = [village(whole), village({ village: '小桥村', ...cells })];
    const { low, value } = await measured({ 'villages.csv': csvOf(rows) }, 'poverty_incidence');
    // Among ever more people 10 + 5 persons are as small a share as one likes.
    expect(low).toBeUndefined();
    expect(value).toEqual({ numerator: 10n, denominator: 1000n });
  });

  test('so does a village whose file has no column for the population', async () => {
    const files = {
      'a.csv': csvOf([village(whole)]),
      'b.csv': csvOf([village({ village: '小桥村', remaining_poor_persons: 5 })]),
    };
    const { low } = await measured(files, 'poverty_incidence');
    expect(low).toBeUndefined();
  });
});

describe('of household rows', () => {
  const fed = (answers: readonly string[]): readonly TableRow[] => householdsOf(answers.map((food) => ({ food })));
  const rejected = household(99, { persons: UNREADABLE });

  test('households that the village declares and the rows lack are missing, the rejected ones not among them', async () => {
    const files = filesOf(
      [...fed(['yes', 'yes', 'yes', 'no']), { ...rejected, food: 'yes' }],
      [village({ registered_poor_households: 10 })],
    );
    const number = await measured(files, 'food_coverage');
    // 10 declared − 3 − 1 that answered − 1 rejected = 5 of whom nothing is known.
    // Least: 3 of (3 + 1 + 1 + 5) = 10. Greatest: 3 + 1 + 5 = 9 of 10.
    expect(seen(number)).toMatchObject({ value: '3/4', missing: 5, low: '3/10', high: '9/10' });
    expect(number.rejected).toBe(1n);
  });

  test('more rows than the village declares lack nobody', async () => {
    const files = filesOf(fed(['yes', 'yes', 'no']), [village({ registered_poor_households: 1 })]);
    expect(seen(await measured(files, 'food_coverage'))).toMatchObject({ value: '2/3', missing: 0, low: '2/3', high: '2/3' });
  });

  test('taken alone they are all that there is, whatever the village declares', async () => {
    const files = filesOf(fed(['yes', 'yes', 'no']), [village({ registered_poor_households: 10 })]);
    const number = await measured(files, 'food_coverage', { evidence: 'households' });
    expect(seen(number)).toMatchObject({ value: '2/3', missing: 0, low: '2/3', high: '2/3', evidence: 'households' });
  });

  test('a quote that is not closed hides any number of households, and one row is still evidence', async () => {
    const files = { 'households.csv': `${csvOf(fed(['yes']))}"H2,大桥村,2020,3,exited,no\n` };
    const number = await measured(files, 'food_coverage');
    expect(seen(number)).toMatchObject({ value: '1/1', low: undefined, high: undefined });
    expect(number.rejected).toBe(1n);
  });

  test.each(['poverty_incidence', 'industry_coverage'])(
    'the word of the village is no evidence where households alone count: %s',
    async (id) => {
      const row = village({ ...whole, registered_poor_households: 20, exempt_households: 0, industry_households: 15 });
      expect((await measured({ 'villages.csv': csvOf([row]) }, id)).value).toBeDefined();
      expect((await measured({ 'villages.csv': csvOf([row]) }, id, { evidence: 'households' })).value).toBeUndefined();
    },
  );

  test('household rows are no evidence where the word of villages alone counts', async () => {
    const rows = householdsOf([{ net_income_per_capita: 5000 }]);
    expect((await measured(filesOf(rows), 'net_income_per_person')).value).toBeDefined();
    expect((await measured(filesOf(rows), 'net_income_per_person', { evidence: 'villages' })).value).toBeUndefined();
  });

  test('a rejected household may have any number of persons: the greatest incidence is open where the number cannot be read', async () => {
    const rows = [household(1, { status: 'remaining' }), household(2, { status: 'remaining', persons: UNREADABLE })];
    const { value, low, high, marks } = await measured(filesOf(rows, [village({ rural_population: 1000 })]), 'poverty_incidence');
    expect([value, low, high]).toEqual([{ numerator: 3n, denominator: 1000n }, { numerator: 3n, denominator: 1000n }, undefined]);
    expect(marks).toEqual([]);
  });

  test('and has the persons that it says, where something else is wrong with its row', async () => {
    const rows = [household(1, { status: 'remaining' }), household(2, { status: 'remaining', persons: 4, exempt: 'often' })];
    const number = await measured(filesOf(rows, [village({ rural_population: 1000 })]), 'poverty_incidence');
    // Least: the 3 persons of the first. Greatest: 3 + 4 of 1000. A share has its range, and no sign.
    expect(seen(number)).toMatchObject({ value: '3/1000', low: '3/1000', high: '7/1000', marks: [] });
  });

  test('of all households, not the registered alone, those that the rows lack are missing once', async () => {
    const rows = [
      household(1, { monitoring_type: '边缘易致贫户', risk_cleared: 'no' }),
      household(2, { monitoring_type: '边缘易致贫户', risk_cleared: '' }),
      household(3, { monitoring_type: '无', risk_cleared: '' }),
      household(4, { persons: UNREADABLE, monitoring_type: '无', risk_cleared: '' }),
    ];
    const number = await measured(filesOf(rows, [village({ registered_poor_households: 5 })]), 'monitored_households');
    // One is monitored. Missing: one whose risk is not known, and 5 − 3 − 1 rejected = 1 without a row.
    // Greatest: 1 + 1 unknown + 1 rejected + 2, because the rejected row need not be of one of the five.
    expect(seen(number)).toMatchObject({ value: '1/0', missing: 2, low: '1/0', high: '5/0' });
  });
});

test('where every household row is rejected, none of them says that nobody returned', async () => {
  const rows = [household(1, { persons: UNREADABLE })];
  const own = [village({ households: 50 })];
  expect(seen(await measured(filesOf(rows, own), 'returned_households'))).toMatchObject({
    value: undefined,
    reason: 'no-data',
    low: '0/0',
    high: '1/0',
  });
  // Beside a sound row that did not: none, and perhaps the other one.
  const beside = await measured(filesOf([...rows, household(2)], own), 'returned_households');
  expect(seen(beside)).toMatchObject({ value: '0/0', low: '0/0', high: '1/0' });
});

test('a village without anybody to count does not answer for one whose size is blank', async () => {
  const numbers = (name: string, registered: number | '', exempt: number) =>
    village({ village: name, registered_poor_households: registered, exempt_households: exempt, industry_households: '' });
  const rows = [numbers('甲村', 4, 4), numbers('乙村', '', 0)];
  // 甲村: 0 of 4 − 4. 乙村: any number of any number. Together nobody knows: not "nothing to divide by".
  expect(seen(await measured({ 'villages.csv': csvOf(rows) }, 'industry_coverage'))).toMatchObject({ value: undefined, reason: 'no-data' });
  expect(seen(await measured({ 'villages.csv': csvOf(rows.slice(0, 1)) }, 'industry_coverage'))).toMatchObject({
    reason: 'zero-denominator',
  });
});

describe('of numbers of households beside those of the village', () => {
  const declares = { registered_poor_households: 4, exempt_households: 1, industry_exempt_households: 0 };

  test('household rows of which one is rejected replace what the village says, and give no more than bounds', async () => {
    const rows = [
      ...householdsOf([{ has_industry: 'yes' }, { has_industry: 'yes' }, { has_industry: 'no' }]),
      household(4, { persons: UNREADABLE }),
    ];
    const files = filesOf(rows, [village({ ...declares, industry_households: 3 })]);
    // All four declared have a row: their word counts. Two have an industry, the rejected one may: 2 or 3 of 4 − 1.
    expect(seen(await measured(files, 'industry_coverage'))).toMatchObject({ value: undefined, low: '2/3', high: '3/3' });
  });

  const half = householdsOf([{ has_industry: 'yes' }, { has_industry: 'yes' }, { has_industry: 'no' }, { has_industry: '' }]);

  test('so do rows of which one gives no answer', async () => {
    const files = filesOf(half, [village({ ...declares, industry_households: 3 })]);
    expect(seen(await measured(files, 'industry_coverage'))).toMatchObject({ value: undefined, low: '2/3', high: '3/3' });
  });

  test('where the village does not say it either, the rows give the bounds', async () => {
    const files = filesOf(half, [village({ ...declares, industry_households: '' })]);
    // Two have an industry, one may, none of them is exempt: 2 or 3 of 4 − 1.
    expect(seen(await measured(files, 'industry_coverage'))).toMatchObject({ value: undefined, low: '2/3', high: '3/3' });
  });
});

describe('of projects', () => {
  const files = (rows: readonly TableRow[]) => ({ 'projects.csv': csvOf(rows) });

  test('a recorded 0 is a number, beside a blank', async () => {
    const number = await measured(files([project('P1', { spent_yuan: 0 }), project('P2', { spent_yuan: '' })]), 'spent_yuan');
    expect(seen(number)).toMatchObject({ value: '0/0', missing: 1, high: undefined, marks: ['at-least'] });
  });

  test('where no row says how much there is no number', async () => {
    const number = await measured(files([project('P1', { spent_yuan: '' }), project('P2', { spent_yuan: '' })]), 'spent_yuan');
    expect(seen(number)).toMatchObject({ value: undefined, reason: 'no-data', missing: 2 });
  });

  test('nor where the file has no column for it: every row is missing', async () => {
    const number = await measured(files([project('P1'), project('P2')]), 'spent_yuan');
    expect(seen(number)).toMatchObject({ value: undefined, reason: 'no-data', missing: 2 });
  });

  test('rows of two files, one without the column, are known in part', async () => {
    const number = await measured(
      { 'a.csv': csvOf([project('P1', { spent_yuan: 7 }), project('P2', { spent_yuan: '' })]), 'b.csv': csvOf([project('P3')]) },
      'spent_yuan',
    );
    // 7 yuan of P1; P2 is blank, P3 has no such column.
    expect(seen(number)).toMatchObject({ value: '700/0', missing: 2, low: '700/0', high: undefined });
  });

  test.each([
    ['spent_yuan', 'cannot be read', { spent_yuan: UNREADABLE }, undefined],
    ['spent_yuan', 'stands in a row that is rejected for another cell', { spent_yuan: 7, planned_yuan: UNREADABLE }, '700/0'],
    ['planned_yuan', 'cannot be read', { planned_yuan: UNREADABLE }, undefined],
    ['projects', 'is that of one rejected row', { planned_yuan: UNREADABLE }, '1/0'],
  ])('%s: where the only figure %s there is no number, because nothing that counts says that it is 0', async (id, _, cells, high) => {
    const number = await measured(files([project('P1', cells)]), id);
    expect(seen(number)).toMatchObject({ value: undefined, reason: 'no-data', low: '0/0', high });
    expect(number.rejected).toBe(1n);
  });

  test('beside a recorded 0 a rejected row leaves the number 0, and may be more', async () => {
    const number = await measured(files([project('P1', { spent_yuan: 0 }), project('P2', { spent_yuan: UNREADABLE })]), 'spent_yuan');
    expect(seen(number)).toMatchObject({ value: '0/0', low: '0/0', high: undefined, marks: ['at-least'] });
  });

  test('beside a blank it leaves none', async () => {
    const number = await measured(files([project('P1', { spent_yuan: '' }), project('P2', { spent_yuan: UNREADABLE })]), 'spent_yuan');
    expect(seen(number)).toMatchObject({ value: undefined, reason: 'no-data', missing: 1, high: undefined });
  });

  test('a quote that is not closed is one rejected row', async () => {
    const number = await measured({ 'projects.csv': `${csvOf([project('P1', { spent_yuan: 7 })])}"P2,项目,大桥村\n` }, 'spent_yuan');
    expect(seen(number)).toMatchObject({ value: '700/0', high: undefined });
    expect(number.rejected).toBe(1n);
  });
});
