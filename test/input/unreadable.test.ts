import { describe, expect, test } from 'vitest';
import { cellText } from '../../src/input/cell.ts';
import { unreadable } from '../../src/input/unreadable.ts';

describe('a cell whose value the file does not hold', () => {
  test.each(['=F2-7', ' =SUM(A1:A9)', '=', '="甲"&B1', '="甲"&B1&"村"', '\u200b=1', '=IF(A1="a","b","c")'])('%s is a formula', (cell) =>
    expect(unreadable(cell)).toBe('formula-without-value'),
  );

  test.each([
    '#N/A',
    '#REF!',
    '#DIV/0!',
    '#VALUE!',
    '#NAME?',
    '#NULL!',
    '#NUM!',
    ' #n/a ',
    '＃N/A',
    '#SPILL!',
    '#CALC!',
    '#GETTING_DATA',
    'Err:502',
    '错误:522',
    '错误：508',
  ])('%s is an error value', (cell) => expect(unreadable(cell)).toBe('error-value'));

  test.each(['########', '##', ' ###### ', '＃＃＃＃'])('%s stood in a column that was too narrow', (cell) =>
    expect(unreadable(cell)).toBe('column-too-narrow'),
  );

  test.each([
    '',
    ' ',
    '#',
    '#1',
    '3#楼',
    '#N/A 2',
    'N/A',
    '不详',
    'Err',
    'Error:5',
    '错误',
    '="0451"',
    '="0""451"',
    '＝A1',
    "'=1+1",
    "'#N/A",
    '82000',
  ])('%s is none of these', (cell) => expect(unreadable(cell)).toBeUndefined());

  test('text that only begins like a formula keeps its words', () => {
    expect(cellText("'=甲村")).toBe('=甲村');
    expect(cellText('="0""451"')).toBe('0"451');
  });
});
