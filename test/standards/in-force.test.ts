import { describe, expect, test } from 'vitest';
import { schemeInForce, standardInForce } from '../../src/standards/in-force.ts';
import { shippedBook } from '../../src/standards/regions/index.ts';
import type { Book, SchemeId } from '../../src/standards/standard.ts';
import type { IsoDate } from '../../src/vocabulary/period.ts';

/** The region and the value that judge, or why none does. */
function judgedBy(id: string, region: string | undefined, date: string, book: Book = shippedBook): string {
  const found = standardInForce(book, id, region, date as IsoDate);
  return 'reason' in found ? found.reason : `${found.standard.region} ${found.standard.comparison} ${found.value.value}`;
}

describe('the standard in force', () => {
  test.each([
    // The form holds from the first day of 2017 to the last of 2020, and not a day longer.
    ['village-exit/poverty-incidence', '45', '2017-01-01', '45 below 3%'],
    ['village-exit/poverty-incidence', '45', '2020-12-31', '45 below 3%'],
    ['village-exit/poverty-incidence', '45', '2021-01-01', 'no-value-in-force'],
    ['village-exit/industry-coverage', '451122', '2018-12-31', '45 at-least 60%'],
    ['village-exit/industry-coverage', '45', '2016-12-31', 'no-value-in-force'],
    // Before the form the nation's rule judged, from the day it was made public.
    ['village-exit/poverty-incidence', '45', '2016-12-31', 'CN below 3%'],
    ['village-exit/poverty-incidence', '45', '2016-04-28', 'CN below 3%'],
    ['village-exit/poverty-incidence', '45', '2016-04-27', 'no-value-in-force'],
    // West or not is told by the province.
    ['village-exit/poverty-incidence', '42', '2018-12-31', 'CN below 2%'],
    ['village-exit/poverty-incidence', '5203', '2018-12-31', 'CN below 3%'],
    ['county-exit/poverty-incidence', '360881', '2016-12-31', 'CN below 2%'],
    // A mark holds for its year; a year between two marks is not judged by the one before it.
    ['village-exit/collective-income', '45', '2017-12-31', '45 at-least 20000 yuan'],
    ['village-exit/collective-income', '45', '2018-12-31', '45 at-least 30000 yuan'],
    ['village-exit/collective-income', '45', '2019-12-31', 'no-value-in-force'],
    ['village-exit/collective-income', '45', '2020-12-31', '45 at-least 50000 yuan'],
    ['poverty-line', '45', '2016-12-31', 'CN above 2952 yuan'],
    ['poverty-line', undefined, '2020-06-30', 'CN above 4000 yuan'],
    ['poverty-line', '45', '2017-01-01', 'no-value-in-force'],
    ['household-exit/floor-area', '45', '2019-12-31', '45 at-least 13 m2'],
    // Where the answer depends on the region, and nothing says it.
    ['village-exit/poverty-incidence', undefined, '2018-12-31', 'region-unknown'],
    ['village-exit/poverty-incidence', 'CN', '2018-12-31', 'region-unknown'],
    ['village-exit/industry-coverage', undefined, '2018-12-31', 'region-unknown'],
    ['village-exit/industry-coverage', undefined, '2021-12-31', 'no-value-in-force'],
    ['village-exit/no-such-thing', '45', '2018-12-31', 'no-value-in-force'],
  ])('%s in %s on %s: %s', (id, region, date, answer) => {
    expect(judgedBy(id, region, date)).toBe(answer);
  });

  test('a gap in a region own rule is not filled by the wider rule, and the answer names the days that have a value', () => {
    const widened: Book = {
      ...shippedBook,
      standards: shippedBook.standards.flatMap((standard) =>
        standard.id === 'village-exit/collective-income'
          ? [
              standard,
              {
                ...standard,
                region: 'CN',
                values: [{ ...standard.values[0]!, from: '2016-01-01' as IsoDate, until: '2020-12-31' as IsoDate }],
              },
            ]
          : [standard],
      ),
    };
    expect(judgedBy('village-exit/collective-income', '45', '2016-12-31', widened)).toBe('CN at-least 20000 yuan');
    expect(judgedBy('village-exit/collective-income', '45', '2019-12-31', widened)).toBe('no-value-in-force');
    expect(judgedBy('village-exit/collective-income', '52', '2019-12-31', widened)).toBe('CN at-least 20000 yuan');
    const answer = standardInForce(shippedBook, 'village-exit/collective-income', '45', '2019-12-31' as IsoDate);
    expect(answer).toEqual({
      reason: 'no-value-in-force',
      periods: [2017, 2018, 2020].map((year) => ({ region: '45', from: `${year}-01-01`, until: `${year}-12-31` })),
    });
  });

  test('an amendment that was not read stands beside the value from its day on', () => {
    const numbers = (date: string): readonly string[] => {
      const found = standardInForce(shippedBook, 'village-exit/water', '45', date as IsoDate);
      return 'reason' in found ? [found.reason] : found.amendments.map(({ number }) => number);
    };
    expect(numbers('2017-12-31')).toEqual([]);
    expect(numbers('2018-01-01')).toEqual(['桂扶领发〔2018〕13号']);
  });
});

describe('the scheme in force', () => {
  test.each<[SchemeId, string | undefined, string, string]>([
    ['village-exit', '451122', '2020-12-31', '45: 12'],
    ['county-exit', '451122', '2017-01-01', '45: 10'],
    ['household-exit', '45', '2018-12-31', '45: 9'],
    ['village-exit', '45', '2016-12-31', 'CN: 5'],
    ['village-exit', '52', '2018-12-31', 'CN: 5'],
    ['household-exit', '52', '2018-12-31', 'CN: 5'],
    ['village-exit', '45', '2021-01-01', 'no-value-in-force'],
    ['household-exit', undefined, '2016-12-31', 'CN: 5'],
    // A place that does not say where it lies may lie in a region that has its own.
    ['household-exit', undefined, '2018-12-31', 'region-unknown'],
    ['village-exit', undefined, '2020-12-31', 'region-unknown'],
    ['village-exit', 'CN', '2020-12-31', 'CN: 5'],
  ])('%s in %s on %s: %s criteria', (id, region, date, answer) => {
    const found = schemeInForce(shippedBook, id, region, date as IsoDate);
    expect('reason' in found ? found.reason : `${found.scheme.region}: ${found.scheme.criteria.length}`).toBe(answer);
  });
});
