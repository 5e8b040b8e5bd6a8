import { describe, expect, test } from 'vitest';
import type { Column } from '../../../src/language/column.ts';
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

/** A cell of money as the reading of a row sees it: first as shown, blanks included, then by its words. */
const readShown = (cell: string, scale = 0, more: Partial<Column> = {}) =>
  valueKinds.money.asShown?.(cell) ?? read('money', cell, scale, more);

describe('money as spreadsheets show it', () => {
  test.each([
    [' ¥50,000.00 ', 5_000_000n],
    ['￥50,000.00', 5_000_000n],
    ['¥50,000', 5_000_000n],
    ['RMB 50,000', 5_000_000n],
    ['rmb50000', 5_000_000n],
    ['CNY 50,000.00', 5_000_000n],
    ['50,000.00 CNY', 5_000_000n],
    ['人民币 50000元整', 5_000_000n],
    ['RMB¥50,000', 5_000_000n],
    ['50000元整', 5_000_000n],
    ['5万元整', 5_000_000n],
    ['¥5万', 5_000_000n],
    ['50000元人民币', 5_000_000n],
    ['50，000.00', 5_000_000n],
    ['50﹐000', 5_000_000n],
    ['¥ 50 000.00', 5_000_000n],
    ['50, 000', 5_000_000n],
    ['5\u00a0000\u00a0000', 500_000_000n],
    [' 82,000.00 ', 8_200_000n],
    ['¥0.00', 0n],
  ])('%s', (cell, amount) => expect(readShown(cell)).toMatchObject({ value: { amount, atLeast: false } }));

  test.each([' -   ', ' - ', '\u00a0-\u00a0\u00a0\u00a0', ' ¥-   ', '¥-', '¥ -', ' ￥ -   ', ' RMB - ', '-??', ' -?? ', ' － '])(
    '"%s" is the zero of the accounting format',
    (cell) => expect(readShown(cell)).toEqual({ value: { amount: 0n, atLeast: false }, changed: ['accounting-zero'] }),
  );

  test.each(['-', '- ', ' -', '--', ' -- ', '—', '¥', '¥.'])('"%s" is no zero', (cell) =>
    expect(readShown(cell)).toHaveProperty('finding'),
  );

  test.each([
    ['(1,200.00)', 'negative'],
    ['（1,200.00）', 'negative'],
    ['¥(1,200.00)', 'negative'],
    ['(¥1,200.00)', 'negative'],
    ['-¥1,200.00', 'negative'],
    ['¥-1,200.00', 'negative'],
    ['¥1.2e5', 'scientific-notation'],
    ['1.2e5', 'scientific-notation'],
    ['1.20E+05', 'scientific-notation'],
    ['1,2000', 'not-a-number'],
    ['¥1,2000', 'not-a-number'],
    ['12,00.00', 'not-a-number'],
    ['1 2000', 'not-a-number'],
    ['$50,000', 'not-a-number'],
    ['(1,200', 'not-a-number'],
    ['()', 'not-a-number'],
    ['(-1,200)', 'not-a-number'],
  ])('%s is a finding: %s', (cell, finding) => expect(readShown(cell)).toEqual({ finding }));

  test('a number in brackets is negative, where the column may be', () => {
    expect(readShown(' (1,200.50) ', 0, { mayBeNegative: true })).toEqual({
      value: { amount: -120_050n, atLeast: false },
      changed: ['bracketed', 'thousands-separator'],
    });
    expect(read('count', '(12)')).toEqual({ finding: 'negative' });
  });

  test('the sign of the currency is noted; under a heading in 万元 it contradicts', () => {
    expect(readShown('¥8.20')).toEqual({ value: { amount: 820n, atLeast: false }, changed: ['currency'] });
    expect(readShown('¥8.20', 4)).toEqual({ finding: 'unit-twice' });
    expect(readShown(' ¥-   ', 4)).toMatchObject({ value: { amount: 0n } });
  });
});
