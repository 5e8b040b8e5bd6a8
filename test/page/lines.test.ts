import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill, lineCount } from '../../src/page/lines.ts';

test('as many lines are counted as are filled', () => {
  expect(lineCount('集体收入：补助或一次性收入不清楚，没有扣除', 20)).toBe(
    fill('集体收入：补助或一次性收入不清楚，没有扣除', 20).split('\n').length,
  );
  const words = fc.constantFrom(
    '村',
    '集体',
    '收入',
    '，',
    '。',
    '（',
    '）',
    ' ',
    '12,345.00',
    'income',
    '≥60%',
    '\n',
    '81.79% 至 88.24%',
    '；',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.integer({ min: 18, max: 60 }), (pieces, width) => {
      const text = pieces.join('').replaceAll(/ +/gu, ' ');
      // Without what the filling drops at the ends of lines.
      expect(lineCount(text, width)).toBe(fill(text, width).split('\n').length);
    }),
  );
});
