import { expect, test } from 'vitest';
import { cellText } from '../../src/input/cell.ts';

test.each([
  [' \u3000上坪村\u00a0\u200b', '上坪村'],
  ['\ufeff\u2060\u200c\u200d', ''],
  ['" 0 1 "', '" 0 1 "'],
  ['=" 0001\u3000" ', '0001'],
  [" '=1", '=1'],
])('%j is %s', (cell, text) => expect(cellText(cell)).toBe(text));

test('a cell full of spaces takes no longer than another', () => {
  const started = performance.now();
  const cell = `(${' '.repeat(300_000)})`;
  expect(cellText(cell)).toBe(cell);
  expect(performance.now() - started).toBeLessThan(1000);
});
