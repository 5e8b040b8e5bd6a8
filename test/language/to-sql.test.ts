import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition, Parameters } from '../../src/language/condition.ts';
import { toPredicate } from '../../src/language/readings/holds.ts';
import { toBroken, toPairs, toWeight } from '../../src/language/readings/to-sql.ts';
import type { Asked, Known, KnownDay, Pair, Test } from '../../src/language/readings/to-sql.ts';
import { toWeigh } from '../../src/language/readings/weigh.ts';
import type { Row } from '../../src/language/row.ts';
import type { Rule } from '../../src/language/table.ts';
import type { Weight } from '../../src/language/weight.ts';
import { rulesOf } from '../../src/input/rules.ts';
import { households } from '../../src/tables/households/table.ts';
import { daysAfter, earliestOf, latestOf, monthsAfter } from '../../src/vocabulary/moment.ts';
import type { Moment } from '../../src/vocabulary/moment.ts';
import type { IsoDate } from '../../src/vocabulary/period.ts';
import { rules } from '../../src/tables/households/rules.ts';
import { facts } from '../../src/tables/facts.ts';
import { SAMPLE_CONDITIONS, SAMPLE_ROWS, SAMPLE_PARAMETERS } from '../support/conditions.ts';

/** A test or a number, asked of a row in JavaScript. */
type Asking = (row: Row, parameters: Parameters) => unknown;

const yearOf = (value: Row[string]): bigint | undefined =>
  typeof value === 'number' ? BigInt(value) : typeof value === 'string' ? BigInt(value.slice(0, 4)) : undefined;
const numberOf = (value: Row[string]): bigint | undefined =>
  typeof value === 'object' && 'amount' in value ? value.amount : yearOf(value);
const known = (of: (row: Row, parameters: Parameters) => bigint | string | undefined): Known<Asking> => ({
  isKnown: (row, parameters) => of(row, parameters) !== undefined,
  // Where it is not known it may be anything.
  value: (row, parameters) => of(row, parameters) ?? 7n,
});

const daysOf = (of: (row: Row, parameters: Parameters) => Moment | undefined): KnownDay<Asking> => ({
  isKnown: (...asked) => of(...asked) !== undefined,
  // Where it is not known it may be any day.
  earliest: (...asked) => earliestOf(of(...asked) ?? ('2000-01-01' as Moment)),
  latest: (...asked) => latestOf(of(...asked) ?? ('2000-01-01' as Moment)),
});

/** Who answers for a row in JavaScript, in the plainest way. */
const plainly: Asked<Asking> = {
  and:
    (tests) =>
    (...asked) =>
      tests.every((one) => one(...asked)),
  or:
    (tests) =>
    (...asked) =>
      tests.some((one) => one(...asked)),
  not:
    (one) =>
    (...asked) =>
      !one(...asked),
  isKnown: (column) => (row) => row[column] !== undefined,
  answer: (column) => ({ yes: (row) => row[column] === true, no: (row) => row[column] === false }),
  items: (column) => ({
    yes: (row) => Array.isArray(row[column]) && row[column].length > 0,
    no: (row) => Array.isArray(row[column]) && row[column].length === 0,
  }),
  oneOf: (column, values) => ({
    yes: (row) => typeof row[column] === 'string' && values.includes(row[column]),
    no: (row) => typeof row[column] === 'string' && !values.includes(row[column]),
  }),
  number: (column) => known((row) => numberOf(row[column])),
  day: (column) => known((row) => row[column] as string | undefined),
  moment: (column) => daysOf((row) => row[column] as Moment | undefined),
  period: () => daysOf((_, { period }) => period as string as Moment | undefined),
  compareAfter: (day, sign, since, unit, length) => (row, parameters) => {
    const after = unit === 'months' ? monthsAfter : daysAfter;
    const due = after(since(row, parameters) as IsoDate, Number(length(row, parameters)));
    return sign === '<' ? (day(row, parameters) as IsoDate) < due : (day(row, parameters) as IsoDate) > due;
  },
  plus:
    (numbers) =>
    (...asked) =>
      numbers.reduce((sum, one) => sum + (one(...asked) as bigint), 0n),
  orNothing:
    ({ isKnown, value }) =>
    (...asked) =>
      asks(isKnown, ...asked) ? value(...asked) : 0n,
  parameter: (id) => known((_, parameters) => parameters[id]),
  whole: (number) => () => number,
  compare: (one, sign, other) => (row, parameters) => {
    const [a, b] = [one(row, parameters), other(row, parameters)] as [bigint, bigint];
    return sign === '<' ? a < b : sign === '>' ? a > b : a === b;
  },
  times: (one, other) => (row, parameters) => (one(row, parameters) as bigint) * (other(row, parameters) as bigint),
  shortOf: (limit, value) => (row, parameters) => {
    const short = (limit(row, parameters) as bigint) - (value(row, parameters) as bigint);
    return short > 0n ? short : 0n;
  },
};

const asks = (asked: Test<Asking>, row: Row, parameters: Parameters): boolean =>
  typeof asked === 'boolean' ? asked : (asked(row, parameters) as boolean);
const answerOf = ({ yes, no }: Pair<Asking>, row: Row, parameters: Parameters) => [asks(yes, row, parameters), asks(no, row, parameters)];

describe('a condition as two certain answers', () => {
  const pairOf = toPairs(plainly);

  test('says of every row what the condition says: yes, no, or neither', () => {
    fc.assert(
      fc.property(SAMPLE_CONDITIONS, SAMPLE_ROWS, SAMPLE_PARAMETERS, (condition, row, parameters) => {
        const answer = toPredicate(condition)(row, parameters);
        expect(answerOf(pairOf(condition), row, parameters)).toEqual([answer === true, answer === false]);
      }),
      { numRuns: 2000 },
    );
  });

  const ofTheField: readonly Condition[] = [
    ...facts.filter(({ from }) => from === 'households').flatMap(({ where }) => where ?? []),
    ...rules.flatMap((rule) => ('broken' in rule ? rule.broken : [])),
  ];
  test('is built for every condition of the household table', () => {
    for (const condition of ofTheField) expect(Object.keys(pairOf(condition))).toEqual(['yes', 'no']);
  });

  test('says which rows break a rule of sums: those that the rule names when rows are read', () => {
    const columns = ['n', 'm', 'k'];
    const some = fc.subarray(columns, { minLength: 1 });
    const base = { severity: 'warning', column: 'n' } as const;
    const rule: fc.Arbitrary<Rule> = fc.oneof(
      fc.tuple(some, some, fc.option(fc.subarray(columns), { nil: undefined })).map(([sum, exceeds, plusIfKnown]) => ({
        ...base,
        code: 'part-exceeds-whole' as const,
        sum,
        exceeds,
        ...(plusIfKnown && { plusIfKnown }),
      })),
      fc.tuple(some, some).map(([sum, equals]) => ({ ...base, code: 'roll-forward-differs' as const, sum, equals })),
    );
    const table = { ...households, columns: Object.fromEntries(columns.map((column) => [column, households.columns.persons])) };
    fc.assert(
      fc.property(rule, SAMPLE_ROWS, (one, row) => {
        const broken = rulesOf({ ...table, rules: [one] }, new Set(columns))(row);
        expect(asks(toBroken(plainly, one), row, {})).toBe(broken.length > 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('of a column that a table lacks nothing is asked', () => {
    const lacking: Asked<Asking> = { ...plainly, isKnown: () => false, answer: () => ({ yes: false, no: false }) };
    const pair = toPairs(lacking)({ any: [{ yes: 'a' }, { not: { known: 'a' } }] });
    expect(pair).toEqual({ yes: true, no: false });
  });

  test('a weight is known where all that it takes is, and then the same', () => {
    const weights: readonly Exclude<Weight, 1>[] = [
      { column: 'n' },
      { column: 'n', times: 'm' },
      { column: 'n', shortOf: 'poverty_line', times: 'm' },
      { parameter: 'poverty_line', times: 'm' },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...weights), SAMPLE_ROWS, SAMPLE_PARAMETERS, (weight, row, parameters) => {
        const { isKnown, value } = toWeight(plainly, weight);
        const expected = toWeigh(weight)(row, parameters)?.amount;
        expect(asks(isKnown, row, parameters)).toBe(expected !== undefined);
        if (expected !== undefined) expect(value(row, parameters)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
