import { describe, expect, test } from 'vitest';
import type { Column } from '../../../src/input/column.ts';
import { PLAIN_HEADER } from '../../../src/input/value-kind.ts';
import { valueKinds } from '../../../src/input/values/index.ts';
import { cellText } from '../../../src/input/cell.ts';

const column = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({ kind, label: { zh: '', en: '' }, aliases: [], ...more });
const read = (kind: 'count' | 'money' | 'quantity', cell: string, scale = 0, more: Partial<Column> = {}) =>
  valueKinds[kind].read(cellText(cell), column(kind, more), { ...PLAIN_HEADER, scale });

describe('counts', () => {
  test.each([
    ['0', 0n],
    ['159', 159n],
    [' 159 ', 159n],
    ['１５９', 159n],
    ['1,234', 1234n],
    ['1，234', 1234n],
    ['1 234', 1234n],
    ['159 户', 159n],
    ['159户', 159n],
    ['12.0', 12n],
    ['1.2万人', 12_000n],
    ['="166"', 166n],
    ['007', 7n],
  ])('%s is read', (cell, amount) => expect(read('count', cell)).toMatchObject({ value: { amount, atLeast: false } }));

  test.each([
    ['220多户', 220n],
    ['1500余', 1500n],
    ['≥36', 36n],
    ['36以上', 36n],
  ])('%s is a lower bound', (cell, amount) => expect(read('count', cell)).toMatchObject({ value: { amount, atLeast: true } }));

  test.each([
    ['-3', 'negative'],
    ['12.5', 'not-whole'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1e3', 'scientific-notation'],
    ['4.5E+17', 'scientific-notation'],
    ['0x10', 'not-a-number'],
    ['1,23', 'not-a-number'],
    ['12 34', 'not-a-number'],
    ['12x', 'unit-unexpected'],
    ['95%', 'percentage-for-number'],
    ['十二', 'not-a-number'],
    ['--', 'not-a-number'],
    ['452423197001011234', 'number-too-large'],
    ['12元', 'unit-unexpected'],
    ['#REF!', 'not-a-number'],
  ])('%s is a finding: %s', (cell, finding) => expect(read('count', cell)).toEqual({ finding }));
});

describe('money, in fen', () => {
  test.each([
    ['82000', 8_200_000n],
    ['82000.5', 8_200_050n],
    ['8.2万', 8_200_000n],
    ['8.2万元', 8_200_000n],
    ['82,000.00元', 8_200_000n],
    ['0.01', 1n],
    ['1亿', 10_000_000_000n],
  ])('%s', (cell, amount) => expect(read('money', cell)).toMatchObject({ value: { amount, atLeast: false } }));

  test.each([
    ['87万多', 87_000_000n],
    ['87万余元', 87_000_000n],
    ['87万多元', 87_000_000n],
    ['≥870000', 87_000_000n],
    ['80多万元', 80_000_000n],
  ])('%s is a lower bound', (cell, amount) => expect(read('money', cell)).toMatchObject({ value: { amount, atLeast: true } }));

  test('a heading in 万元 multiplies by ten thousand, and that is counted', () => {
    expect(read('money', '8.2', 4)).toEqual({ value: { amount: 8_200_000n, atLeast: false }, changed: ['header-unit'] });
  });

  test('money finer than a fen is rounded half away from zero, and that is counted', () => {
    expect(read('money', '4523.335')).toEqual({ value: { amount: 452_334n, atLeast: false }, changed: ['rounded'] });
    expect(read('money', '-0.005', 0, { mayBeNegative: true })).toMatchObject({ value: { amount: -1n } });
  });

  test('a loss is negative only where the column may be', () => {
    expect(read('money', '-12.50')).toEqual({ finding: 'negative' });
    expect(read('money', '-12.50', 0, { mayBeNegative: true })).toMatchObject({ value: { amount: -1250n } });
  });
});

describe('quantities, to four decimals', () => {
  test.each([
    ['1500多', 15_000_000n, true],
    ['23亩', 230_000n, false],
    ['356.5', 3_565_000n, false],
  ])('%s', (cell, amount, atLeast) => expect(read('quantity', cell)).toMatchObject({ value: { amount, atLeast } }));
});
