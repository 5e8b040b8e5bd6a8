import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/language/row.ts';
import { canAnswer } from '../../src/language/readings/can-answer.ts';
import type { Condition } from '../../src/language/condition.ts';
import { lackingColumns } from '../../src/language/readings/lacking-columns.ts';
import { parametersIn } from '../../src/language/readings/parameters.ts';
import { unansweredColumns } from '../../src/language/readings/why-unknown.ts';

const money = (amount: bigint, atLeast = false) => ({ amount, atLeast });
const doubted: Condition = {
  statement: { yes: 'housing' },
  doubtedBy: { all: [{ yes: 'housing' }, { column: 'house_grade', oneOf: ['C', 'D'] }] },
};
const aboveLine: Condition = { column: 'income', above: { parameter: 'poverty_line' } };

describe('the columns for whose sake there is no answer', () => {
  test.each<[string, Condition, Row, readonly string[]]>([
    ['a blank', { yes: 'a' }, {}, ['a']],
    ['none where there is an answer', { yes: 'a' }, { a: false }, []],
    ['of several that must hold, the blank ones', { all: [{ yes: 'a' }, { yes: 'b' }, { yes: 'c' }] }, { a: true }, ['b', 'c']],
    ['none where one decides already', { all: [{ yes: 'a' }, { yes: 'b' }] }, { a: false }, []],
    ['of several of which one must hold, the blank ones', { any: [{ yes: 'a' }, { not: { yes: 'b' } }] }, { a: false }, ['b']],
    ['of two ways to an answer, both', { firstKnown: [{ yes: 'a' }, { hasItems: 'b' }] }, {}, ['a', 'b']],
    ['each column once', { all: [{ yes: 'a' }, { not: { yes: 'a' } }] }, {}, ['a']],
    ['two that contradict each other', doubted, { housing: true, house_grade: 'C' }, ['housing', 'house_grade']],
    ['the statement alone where it is blank', doubted, { house_grade: 'C' }, ['housing']],
    ['a lower bound that does not reach the limit', { column: 'a', above: 5n }, { a: money(4n, true) }, ['a']],
    ['a day that is not given', { column: 'day', before: 'as_of' }, {}, ['day']],
    ['the number to compare with', aboveLine, { income: money(4n) }, ['poverty_line']],
  ])('%s', (_, condition, row, columns) => {
    expect(unansweredColumns(condition, row, {})).toEqual(columns);
  });

  test('of a file: what it would need', () => {
    const condition: Condition = { all: [{ yes: 'a' }, { firstKnown: [{ yes: 'b' }, { hasItems: 'c' }] }] };
    for (const [has, lacking] of [
      [['a', 'b'], []],
      [['a'], ['b', 'c']],
      [['c'], ['a']],
      [[], ['a', 'b', 'c']],
    ] as const) {
      expect(lackingColumns(condition, new Set(has))).toEqual(lacking);
      expect(canAnswer(condition, new Set(has))).toBe(lacking.length === 0);
    }
  });

  test('the dated numbers that it compares with', () => {
    expect(parametersIn({ all: [{ not: aboveLine }, doubted] })).toEqual(['poverty_line']);
  });
});
