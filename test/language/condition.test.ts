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
import type { IsoDate } from '../../src/vocabulary/period.ts';
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
const parameters: Parameters = { poverty_line: 100n, as_of: '2020-12-31' as IsoDate };

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
