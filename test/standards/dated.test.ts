import { describe, expect, test } from 'vitest';
import { without } from '../../src/standards/dated.ts';
import type { Dated } from '../../src/standards/dated.ts';

const days = (text: string): Dated => {
  const [from, until] = text.split('/');
  return { from, until } as unknown as Dated;
};

describe('days without other days', () => {
  test.each([
    ['nothing taken', '2018-01-01/2018-12-31', [], ['2018-01-01/2018-12-31']],
    ['days beside it', '2018-01-01/2018-12-31', ['2017-01-01/2017-12-31', '2019-01-01/2019-12-31'], ['2018-01-01/2018-12-31']],
    ['its first day', '2018-01-01/2018-12-31', ['2017-01-01/2018-01-01'], ['2018-01-02/2018-12-31']],
    ['its last day', '2018-01-01/2018-12-31', ['2018-12-31/2019-12-31'], ['2018-01-01/2018-12-30']],
    ['a leap day', '2020-02-01/2020-03-31', ['2020-02-29/2020-02-29'], ['2020-02-01/2020-02-28', '2020-03-01/2020-03-31']],
    ['all of it', '2018-01-01/2018-12-31', ['2017-01-01/2020-12-31'], []],
    ['all of it in two', '2018-01-01/2018-12-31', ['2018-07-01/2018-12-31', '2018-01-01/2018-06-30'], []],
    [
      'two pieces, named backwards',
      '2018-01-01/2018-12-31',
      ['2018-10-01/2018-10-31', '2018-03-01/2018-03-31'],
      ['2018-01-01/2018-02-28', '2018-04-01/2018-09-30', '2018-11-01/2018-12-31'],
    ],
  ])('%s', (_, period, taken, left) => {
    expect(without(days(period), taken.map(days)).map(({ from, until }) => `${from}/${until}`)).toEqual(left);
  });
});
