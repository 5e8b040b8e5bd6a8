import fc from 'fast-check';
import type { Condition, Parameters } from '../../src/language/condition.ts';
import type { Row } from '../../src/language/row.ts';
import type { Moment } from '../../src/vocabulary/moment.ts';
import type { IsoDate, Period } from '../../src/vocabulary/period.ts';

const YES_NO = ['a', 'b'] as const;
const NUMBERS = ['n', 'm'] as const;
const number = fc.bigInt({ min: -2n, max: 5n });
const limit = fc.oneof(number, fc.constant({ parameter: 'poverty_line' as const }));

const length = fc.oneof(fc.constantFrom(0n, 1n, 2n, 12n, 30n), fc.constant({ parameter: 'clearance_months' as const }));
const span = fc.oneof(
  length.map((months) => ({ months })),
  length.map((days) => ({ days })),
);
/** Days about the ends of months, a month and a year: what is so many months after them is not what it is after others. */
const day = fc.constantFrom(
  '2019-12-31',
  '2020-01-29',
  '2020-01-31',
  '2020-02-28',
  '2020-02-29',
  '2020-03-31',
  '2020-02',
  '2020',
  '2021-02-28',
);

/** Conditions of every form over the columns of `SAMPLE_ROWS`, some levels deep. */
export const SAMPLE_CONDITIONS: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; plain: Condition; compound: Condition }>(
  (tie) => ({
    condition: fc.oneof({ maxDepth: 4, depthSize: 'small', withCrossShrink: true }, tie('plain'), tie('compound')),
    plain: fc.oneof(
      fc.constantFrom(...YES_NO).map((yes) => ({ yes })),
      fc.constantFrom('a', 'c', 'l', 'n', 'y', 'p', 't').map((known) => ({ known })),
      fc.constant({ hasItems: 'l' }),
      fc.subarray(['A', 'B', 'C']).map((oneOf) => ({ column: 'c', oneOf })),
      fc.record({ column: fc.constantFrom(...NUMBERS), below: limit }),
      fc.record({ column: fc.constantFrom(...NUMBERS), above: limit }),
      fc.record({ column: fc.constantFrom(...NUMBERS), equals: limit }),
      fc.constant({ column: 't', before: 'as_of' as const }),
      fc.constantFrom({ later: 'y', than: 'p' }, { later: 'y', than: 'z' }),
      fc.record({ longerThan: span, from: fc.constantFrom('d', 'e'), to: fc.constantFrom('d', 'e', 'as_of') }),
      fc.record({ shorterThan: span, from: fc.constantFrom('d', 'e'), to: fc.constantFrom('d', 'e', 'as_of') }),
      fc.record({ column: fc.constantFrom('d', 'e'), during: fc.constant('period' as const) }),
    ),
    compound: fc.oneof(
      fc.record({ statement: tie('condition'), doubtedBy: tie('condition') }),
      fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
      fc.record({ firstKnown: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    ),
  }),
).condition;

const amount = number.map((one) => ({ amount: one, atLeast: false }));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

/** Typed rows without lower bounds: what a plain cell can say. */
export const SAMPLE_ROWS: fc.Arbitrary<Row> = fc.record({
  a: maybe(fc.boolean()),
  b: maybe(fc.boolean()),
  c: maybe(fc.constantFrom('A', 'B', 'C')),
  l: maybe(fc.constantFrom([], ['稻'], ['稻', '鸡'])),
  n: maybe(amount),
  m: maybe(amount),
  k: maybe(amount),
  d: maybe(day as fc.Arbitrary<Moment>),
  e: maybe(day as fc.Arbitrary<Moment>),
  y: maybe(fc.constantFrom(2019, 2020)),
  z: maybe(fc.constantFrom(2019, 2020)),
  p: maybe(fc.constantFrom('2019', '2020-04')),
  t: maybe(fc.constantFrom('2019-12-31', '2020-12-31')),
});

export const SAMPLE_PARAMETERS: fc.Arbitrary<Parameters> = fc
  .record({
    line: maybe(number),
    months: maybe(fc.constantFrom(0n, 1n, 6n)),
    as_of: maybe(fc.constantFrom('2020-01-01' as IsoDate, '2020-12-31' as IsoDate)),
    period: maybe(fc.constantFrom('2020' as Period, '2020-02' as Period)),
  })
  .map(({ line, months, ...days }) => ({
    ...(line !== undefined && { poverty_line: line }),
    ...(months !== undefined && { clearance_months: months }),
    ...days,
  }));

/** A condition on other columns: each word that is the name of one is written as its own. */
export const renamed = (one: unknown, names: Readonly<Record<string, string>>): unknown =>
  Array.isArray(one)
    ? one.map((part) => renamed(part, names))
    : typeof one === 'string'
      ? (names[one] ?? one)
      : typeof one === 'object' && one !== null
        ? Object.fromEntries(Object.entries(one).map(([key, part]) => [key, renamed(part, names)]))
        : one;

/** A condition of the sample as it is asked of households: the letters of its columns stand for these. */
export const ofHouseholds = (condition: Condition): Condition => renamed(condition, HOUSEHOLD_COLUMNS) as Condition;

const HOUSEHOLD_COLUMNS = {
  a: 'exempt',
  b: 'has_plan',
  c: 'house_grade',
  l: 'industries',
  n: 'persons',
  m: 'labour_persons',
  y: 'exit_year',
  z: 'identified_year',
  p: 'period',
  t: 'identified_on',
  d: 'clue_on',
  e: 'cleared_on',
};
