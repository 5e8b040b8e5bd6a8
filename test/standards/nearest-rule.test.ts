import { describe, expect, test } from 'vitest';
import { standardInForce } from '../../src/standards/in-force.ts';
import { readStandards } from '../../src/standards/read-standards.ts';
import type { IsoDate } from '../../src/vocabulary/period.ts';

/** A rule of one region with a value for each stretch of years. */
const rule = (region: string, values: readonly (readonly [from: number, until: number, value: string])[], more: object = {}) => ({
  id: 'village-exit/poverty-incidence',
  region,
  level: 'village',
  label: { zh: '贫困发生率', en: 'Poverty incidence' },
  unit: 'share',
  comparison: 'below',
  wording: '低于',
  values: values.map(([from, until, value]) => ({
    from: `${from}-01-01`,
    until: `${until}-12-31`,
    value,
    source: { title: '通知', issuer: '县扶贫办', published: '2016', confidence: 'hearsay' },
  })),
  lastChecked: '2020-01-15',
  ...more,
});
const bookOf = (...standards: readonly object[]) => readStandards(JSON.stringify({ standards }), 'own.json');
const on = (book: ReturnType<typeof bookOf>, region: string | undefined, day: string) =>
  standardInForce(book, 'village-exit/poverty-incidence', region, day as IsoDate);

describe('the rule of the smallest region that has one', () => {
  const book = bookOf(
    rule('CN', [[2015, 2021, '3%']]),
    rule('45', [
      [2016, 2016, '2%'],
      [2018, 2018, '1%'],
    ]),
  );

  test.each([
    ['before its first day the wider rule judges', '2015-12-31', '3%'],
    ['on its first day it judges', '2016-01-01', '2%'],
    ['on the last day of a value it judges', '2016-12-31', '2%'],
    ['on its last day it judges', '2018-12-31', '1%'],
    ['after its last day the wider rule judges again', '2019-01-01', '3%'],
  ])('%s: %s by %s', (_, day, value) => {
    expect(on(book, '45', day)).toMatchObject({ value: { value } });
  });

  test.each(['2017-01-01', '2017-12-31'])('in a gap between two of its values nothing judges: %s', (day) => {
    expect(on(book, '45', day)).toMatchObject({ reason: 'no-value-in-force' });
  });
});

describe('the days that have a value, where the one asked for has none', () => {
  const book = bookOf(rule('CN', [[2016, 2016, '3%']], { appliesTo: 'west' }), rule('CN', [[2017, 2017, '2%']], { appliesTo: 'not-west' }));
  const daysFor = (region: string | undefined, asked = book): readonly string[] => {
    const found = on(asked, region, '2020-06-30');
    return 'reason' in found && found.reason === 'no-value-in-force' ? found.periods.map(({ from }) => from) : [];
  };

  test('are those of the half of the country that the region lies in', () => {
    expect(daysFor('45')).toEqual(['2016-01-01']);
    expect(daysFor('43')).toEqual(['2017-01-01']);
  });

  test('are those of both halves where nothing says in which it lies', () => {
    expect(daysFor(undefined)).toEqual(['2016-01-01', '2017-01-01']);
  });

  test('and those of a rule for the whole country, whichever half it is', () => {
    expect(daysFor('45', bookOf(rule('CN', [[2016, 2016, '3%']])))).toEqual(['2016-01-01']);
  });
});
