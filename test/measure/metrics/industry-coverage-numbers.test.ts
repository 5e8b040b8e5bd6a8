import { describe, expect, test } from 'vitest';
import { csvOf, filesOf, householdsOf, measured, measuredAll, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

const ID = 'industry_coverage';
const numbers = (registered: number | string, exempt: number | string, industry: number | string, both?: number | string): TableRow =>
  village({
    registered_poor_households: registered,
    exempt_households: exempt,
    industry_households: industry,
    industry_exempt_households: both,
  });
const coverage = async (...rows: readonly TableRow[]) => seen(await measured({ 'villages.csv': csvOf(rows) }, ID));

describe('by the numbers of a village', () => {
  test('with all four known there is one answer: 5 − 2 of 10 − 4', async () => {
    expect(await coverage(numbers(10, 4, 5, 2))).toMatchObject({ value: '3/6', low: '3/6', high: '3/6', missing: 0, marks: [] });
  });

  test('where exempt ones among those with an industry are blank they may be none of the 5, or 4: 5 or 1 of 6', async () => {
    expect(await coverage(numbers(10, 4, 5, ''))).toMatchObject({ value: '5/6', low: '1/6', high: '5/6' });
  });

  test('those who could have one and of whom it is not known are missing: 10 − 4', async () => {
    expect(await coverage(numbers(10, 4, '', 0))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      missing: 6,
      low: '0/6',
      high: '6/6',
    });
  });

  test('"150 and more" of 166 is a lower bound, and nothing else makes one', async () => {
    expect(await coverage(numbers(166, 0, '≥150', 0))).toMatchObject({
      value: '150/166',
      low: '150/166',
      high: '166/166',
      marks: ['at-least'],
    });
    expect(await coverage(numbers(166, 0, 150, 0))).toMatchObject({ marks: [] });
  });

  test('an unreadable number leaves all or nothing of the households that its row declares, and none of them is missing', async () => {
    const number = await measured({ 'villages.csv': csvOf([numbers(50, '不清', 20, 0)]) }, ID);
    expect(seen(number)).toMatchObject({ value: undefined, missing: 0, low: '0/50', high: '50/50' });
    expect(number.rejected).toBe(1n);
  });

  test('where that is how many there are, nothing bounds the county', async () => {
    const rows = [numbers(10, 0, 9, 0), { ...numbers('不清', 0, 20, 0), village: '小桥村' }];
    expect(await coverage(...rows)).toMatchObject({ value: '9/10', low: undefined, high: undefined });
  });
});

describe('of nobody who could have one there is no coverage, and no 0 %', () => {
  test.each<readonly [string, readonly TableRow[]]>([
    ['nobody is registered', [numbers(0, 0, 0, 0)]],
    ['all who are registered are exempt', [numbers(5, 5, 0, 0)]],
    ['all are, and have an industry', [numbers(5, 5, 5, 5)]],
    ['two such villages', [numbers(5, 5, 0, 0), { ...numbers(0, 0, 0, 0), village: '小桥村' }]],
  ])('%s', async (_, rows) => {
    expect(await coverage(...rows)).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
      low: undefined,
      high: undefined,
      missing: 0,
    });
  });

  test('such a village adds nothing to its county: 9 of 10', async () => {
    const rows = [numbers(10, 0, 9, 0), { ...numbers(5, 5, 3, 3), village: '小桥村' }];
    expect(await coverage(...rows)).toMatchObject({ value: '9/10', low: '9/10', high: '9/10' });
  });

  const answered = (answers: readonly (readonly [exempt: string, industry: string])[]) =>
    filesOf(householdsOf(answers.map(([exempt, has_industry]) => ({ exempt, has_industry }))));

  test('nor of households that are all exempt', async () => {
    const number = await measured(
      answered([
        ['yes', 'yes'],
        ['yes', 'no'],
      ]),
      ID,
    );
    expect(seen(number)).toMatchObject({ value: undefined, reason: 'zero-denominator', low: undefined, high: undefined, missing: 0 });
  });

  test('one household of whom nothing is known makes it unknown: it may be exempt, or without an industry, or have one', async () => {
    const number = await measured(
      answered([
        ['yes', 'yes'],
        ['', ''],
      ]),
      ID,
    );
    expect(seen(number)).toMatchObject({ value: undefined, reason: 'no-data', low: '0/1', high: '1/1', missing: 1 });
  });

  test('nor is a rejected household nobody', async () => {
    const rows = householdsOf([{ exempt: 'yes' }, { exempt: 'often' }]).map((row) => ({ ...row, has_industry: 'yes' }));
    const number = await measured(filesOf(rows), ID);
    expect(seen(number)).toMatchObject({ value: undefined, reason: 'no-data', missing: 0, low: '0/1', high: '1/1' });
    expect(number.rejected).toBe(1n);
  });

  test('a county of such a village and one that is known is the known one: both by households', async () => {
    const rows = householdsOf([
      { exempt: 'yes', has_industry: 'no' },
      { exempt: 'no', has_industry: 'yes' },
    ]).map((row, index) => ({
      ...row,
      village: ['东村', '西村'][index],
    }));
    const { places, total } = await measuredAll(filesOf(rows), [ID]);
    expect(places.map(({ measured: [one] }) => one!.reason)).toEqual(['zero-denominator', undefined]);
    expect(seen(total.measured[0]!)).toMatchObject({ value: '1/1', low: '1/1', high: '1/1' });
  });
});
