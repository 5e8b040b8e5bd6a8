import { describe, expect, test } from 'vitest';
import { comparePeriods, isIsoDate, isPeriod, periodEnd, yearBefore, kindOf, periodAfter } from '../../src/vocabulary/period.ts';
import type { Period } from '../../src/vocabulary/period.ts';

const period = (text: string): Period => text as Period;

describe('periods', () => {
  test.each(['2020', '2020-04', '1999-12'])('%s is one', (text) => expect(isPeriod(text)).toBe(true));
  test.each(['2020-13', '2020-00', '20', '2020-4', '3020', ''])('%s is none', (text) => expect(isPeriod(text)).toBe(false));

  test.each([
    ['2020', '2020-12-31'],
    ['2020-02', '2020-02-29'],
    ['2019-02', '2019-02-28'],
    ['2020-04', '2020-04-30'],
  ])('%s ends on %s', (text, end) => expect(periodEnd(period(text))).toBe(end));

  test('a year later is compared with the year, a month with the same month', () => {
    expect(yearBefore(period('2020'))).toBe('2019');
    expect(yearBefore(period('2020-04'))).toBe('2019-04');
  });

  test('they sort by their ends, a year after its December', () => {
    const sorted = ['2021-01', '2020', '2019', '2020-12', '2020-04'].map(period).toSorted(comparePeriods);
    expect(sorted).toEqual(['2019', '2020-04', '2020-12', '2020', '2021-01']);
  });

  test('a day that does not exist is no date', () => {
    expect(isIsoDate('2020-02-29')).toBe(true);
    expect(isIsoDate('2019-02-29')).toBe(false);
  });
});

test.each([
  ['2019', '2020'],
  ['1999', '2000'],
  ['2019-01', '2019-02'],
  ['2019-09', '2019-10'],
  ['2019-12', '2020-01'],
])('after %s comes %s', (period, next) => {
  expect(periodAfter(period as Period)).toBe(next);
  expect(kindOf(period as Period)).toBe(period.length === 4 ? 'year' : 'month');
});
