import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/language/row.ts';
import { fold, gathered } from '../../src/language/condition.ts';
import type { Condition, Parameters } from '../../src/language/condition.ts';
import { canAnswer } from '../../src/language/readings/can-answer.ts';
import { columnsToKnow } from '../../src/language/readings/columns-to-know.ts';
import { columnsIn } from '../../src/language/readings/columns.ts';
import { toPredicate } from '../../src/language/readings/holds.ts';
import { lackingColumns } from '../../src/language/readings/lacking-columns.ts';
import { parametersIn } from '../../src/language/readings/parameters.ts';
import { isPartOf } from '../../src/language/readings/parts.ts';
import type { IsoDate, Period } from '../../src/vocabulary/period.ts';
import { unansweredColumns } from '../../src/language/readings/why-unknown.ts';

const a: Condition = { yes: 'a' };
const b: Condition = { yes: 'b' };
const money = (amount: bigint, atLeast = false) => ({ amount, atLeast });

interface Case {
  readonly condition: Condition;
  readonly columns: readonly string[];
  /** A row for which it holds, one for which it does not, one for which that is not known, and why not. */
  readonly yes: Row;
  readonly no: Row | undefined;
  readonly unknown: Row | undefined;
  readonly why?: readonly string[];
}

/** Every form, by its name. */
const cases: Readonly<Record<string, Case>> = {
  yes: { condition: a, columns: ['a'], yes: { a: true }, no: { a: false }, unknown: {}, why: ['a'] },
  known: { condition: { known: 'a' }, columns: ['a'], yes: { a: false }, no: {}, unknown: undefined },
  hasItems: { condition: { hasItems: 'a' }, columns: ['a'], yes: { a: ['稻'] }, no: { a: [] }, unknown: {}, why: ['a'] },
  oneOf: { condition: { column: 'a', oneOf: ['C', 'D'] }, columns: ['a'], yes: { a: 'D' }, no: { a: 'A' }, unknown: {}, why: ['a'] },
  below: {
    condition: { column: 'a', below: 5n },
    columns: ['a'],
    yes: { a: money(4n) },
    no: { a: money(5n, true) },
    unknown: { a: money(4n, true) },
    why: ['a'],
  },
  above: {
    condition: { column: 'a', above: { parameter: 'poverty_line' } },
    columns: ['a'],
    yes: { a: money(101n, true) },
    no: { a: money(100n) },
    unknown: { a: money(100n, true) },
    why: ['a'],
  },
  equals: {
    condition: { column: 'a', equals: 0n },
    columns: ['a'],
    yes: { a: money(0n) },
    no: { a: money(1n, true) },
    unknown: { a: money(0n, true) },
    why: ['a'],
  },
  before: {
    condition: { column: 'a', before: 'as_of' },
    columns: ['a'],
    yes: { a: '2020-12-30' },
    no: { a: '2020-12-31' },
    unknown: {},
    why: ['a'],
  },
  later: {
    condition: { later: 'a', than: 'b' },
    columns: ['a', 'b'],
    yes: { a: 2021, b: '2020-04' },
    no: { a: 2020, b: '2020' },
    unknown: { a: 2020 },
    why: ['b'],
  },
  longerThan: {
    condition: { longerThan: { days: 15n }, from: 'a', to: 'b' },
    columns: ['a', 'b'],
    // June 1 and fifteen days are June 16: the day after is one too late.
    yes: { a: '2020-06-01', b: '2020-06-17' },
    no: { a: '2020-06-01', b: '2020-06-16' },
    // Some day of June.
    unknown: { a: '2020-06-01', b: '2020-06' },
    why: ['a', 'b'],
  },
  shorterThan: {
    condition: { shorterThan: { months: 6n }, from: 'a', to: 'b' },
    columns: ['a', 'b'],
    // Six months after August 31 is the last of February.
    yes: { a: '2019-08-31', b: '2020-02-28' },
    no: { a: '2019-08-31', b: '2020-02-29' },
    unknown: { a: '2019-08-31' },
    why: ['b'],
  },
  during: {
    condition: { column: 'a', during: 'period' },
    columns: ['a'],
    yes: { a: '2020' },
    no: { a: '2021-01' },
    unknown: {},
    why: ['a'],
  },
  statement: {
    condition: { statement: a, doubtedBy: b },
    columns: ['a', 'b'],
    yes: { a: true },
    no: { a: false, b: false },
    unknown: { a: true, b: true },
    why: ['b'],
  },
  all: {
    condition: { all: [a, b] },
    columns: ['a', 'b'],
    yes: { a: true, b: true },
    no: { b: false },
    unknown: { a: true },
    why: ['b'],
  },
  any: { condition: { any: [a, b] }, columns: ['a', 'b'], yes: { b: true }, no: { a: false, b: false }, unknown: { a: false }, why: ['b'] },
  not: { condition: { not: a }, columns: ['a'], yes: { a: false }, no: { a: true }, unknown: {}, why: ['a'] },
  firstKnown: {
    condition: { firstKnown: [a, b] },
    columns: ['a', 'b'],
    yes: { a: true, b: false },
    no: { b: false },
    unknown: {},
    why: ['a', 'b'],
  },
};
const parameters: Parameters = { poverty_line: 100n, as_of: '2020-12-31' as IsoDate, period: '2020' as Period };

describe.each(Object.entries(cases))('a condition of the form %s', (form, { condition, columns, yes, no, unknown, why = [] }) => {
  test('is told by the key of its name', () => {
    expect(condition).toHaveProperty(form);
  });

  test('holds, does not hold, or is not known', () => {
    const predicate = toPredicate(condition);
    expect(predicate(yes, parameters)).toBe(true);
    if (no) expect(predicate(no, parameters)).toBe(false);
    if (unknown) expect(predicate(unknown, parameters)).toBeUndefined();
  });

  test('names the columns for whose sake it is not known', () => {
    if (unknown) expect(unansweredColumns(condition, unknown, parameters)).toEqual(why);
    expect(unansweredColumns(condition, yes, parameters)).toEqual([]);
  });

  test('names its columns, and those that a file lacks', () => {
    expect(columnsIn(condition)).toEqual(columns);
    expect(canAnswer(condition, new Set(columns))).toBe(true);
    expect(canAnswer(condition, new Set())).toBe(false);
    expect(lackingColumns(condition, new Set(columns))).toEqual([]);
    expect(lackingColumns(condition, new Set())).toEqual(form === 'statement' ? ['a'] : columns);
  });

  test('names the dated numbers that it compares with, and the columns that need only be known', () => {
    expect(parametersIn(condition)).toEqual(form === 'above' ? ['poverty_line'] : []);
    expect(columnsToKnow(condition)).toEqual(form === 'known' ? columns : []);
    expect(parametersIn({ statement: { not: condition }, doubtedBy: a })).toEqual(parametersIn(condition));
  });

  test('is part of itself, and has its parts', () => {
    expect(isPartOf(condition, { firstKnown: [{ all: [condition] }] })).toBe(true);
    expect(isPartOf({ not: condition }, condition)).toBe(false);
    expect(isPartOf(a, condition)).toBe(condition === a || ['statement', 'all', 'any', 'not', 'firstKnown'].includes(form));
  });
});

describe('days apart', () => {
  const longer = (from: string, to: string | undefined, more: Readonly<Record<string, string>> = {}) =>
    toPredicate({ longerThan: { days: { parameter: 'recognition_days' } }, from: 'a', to: 'b', ...more })(
      { a: from, ...(to !== undefined && { b: to }) },
      { ...parameters, recognition_days: 15n },
    );

  test('a month may be any of its days: certain only where all of them agree', () => {
    // From June 1 to 30, due June 16 to July 15: July 16 is late whatever the day was, July 1 may be, June 16 is not.
    expect(['2020-07-16', '2020-07-15', '2020-07-01', '2020-06-16'].map((to) => longer('2020-06', to))).toEqual([
      true,
      undefined,
      undefined,
      false,
    ]);
    expect(longer('2020-06', '2020-08')).toBe(true);
    expect(longer('2020-06', '2020-06')).toBeUndefined();
  });

  test('to the day to judge at, and without a stretch nobody can tell', () => {
    expect(longer('2020-12-15', undefined, { to: 'as_of' })).toBe(true);
    expect(longer('2020-12-16', undefined, { to: 'as_of' })).toBe(false);
    const without: Condition = { longerThan: { days: { parameter: 'recognition_days' } }, from: 'a', to: 'b' };
    expect(toPredicate(without)({ a: '2020-01-01', b: '2020-12-31' }, parameters)).toBeUndefined();
    expect(unansweredColumns(without, { a: '2020-01-01', b: '2020-12-31' }, parameters)).toEqual(['recognition_days']);
    expect(parametersIn({ not: without })).toEqual(['recognition_days']);
  });

  test('a month is a month of the calendar, over years and short months', () => {
    const shorter = (from: string, to: string) =>
      toPredicate({ shorterThan: { months: 1n }, from: 'a', to: 'b' })({ a: from, b: to }, parameters);
    expect([shorter('2020-12-31', '2021-01-30'), shorter('2020-12-31', '2021-01-31')]).toEqual([true, false]);
    // January 31 and a month: February 29 of a leap year, February 28 of another.
    expect([shorter('2020-01-31', '2020-02-28'), shorter('2020-01-31', '2020-02-29'), shorter('2021-01-31', '2021-02-28')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('a year is in a month of it only perhaps', () => {
    const inMonth = (moment: string) => toPredicate({ column: 'a', during: 'period' })({ a: moment }, { period: '2020-04' as Period });
    expect(['2020', '2020-04', '2020-04-30', '2020-05-01', '2019'].map(inMonth)).toEqual([undefined, true, true, false, false]);
  });
});

describe('the walk over conditions', () => {
  test('reads a part that two conditions share once', () => {
    let read = 0;
    const none = (): readonly string[] => [];
    const count = {
      ...gathered<string>(),
      yes: ({ yes }: { readonly yes: string }) => {
        read++;
        return [yes];
      },
      known: none,
      hasItems: none,
      oneOf: none,
      below: none,
      above: none,
      equals: none,
      before: none,
      later: none,
      longerThan: none,
      shorterThan: none,
      during: none,
    };
    const shared = new Map<Condition, readonly string[]>();
    expect(fold({ all: [a, { not: a }, b] }, count, shared)).toEqual(['a', 'a', 'b']);
    expect(fold({ any: [b, a] }, count, shared)).toEqual(['b', 'a']);
    expect(read).toBe(2);
  });

  test('some parts suffice only where the condition says so', () => {
    expect(canAnswer({ all: [a, b] }, new Set(['a']))).toBe(false);
    expect(canAnswer({ all: [a, b], someSuffice: true }, new Set(['a']))).toBe(true);
    expect(lackingColumns({ any: [a, b], someSuffice: true }, new Set(['a']))).toEqual([]);
  });
});
