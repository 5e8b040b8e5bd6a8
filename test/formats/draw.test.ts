import { expect, test } from 'vitest';
import { draw } from '../../src/formats/text/draw.ts';

test('a word that no line has room for goes on below itself, and a rule stands between rows, not within them', () => {
  // 3 000 signs in lines of 20 are 150 lines.
  const drawn = draw(
    ['name', 'n'],
    [
      ['('.repeat(3000), '1'],
      ['b', '22'],
    ],
    [20, 4],
    ['left', 'right'],
    false,
  ).split('\n');
  expect(drawn.slice(0, 4)).toEqual(['name                     n', '─'.repeat(26), `${'('.repeat(20)}     1`, '('.repeat(20)]);
  expect(drawn.slice(2, 152).every((line) => line.startsWith('('.repeat(20)))).toBe(true);
  expect(drawn.slice(152)).toEqual(['─'.repeat(26), 'b                       22']);
});

test('in a compact table rows stand below each other', () => {
  const drawn = draw(
    ['name', 'n'],
    [
      ['甲乙丙', '1'],
      ['', ''],
    ],
    [4, 4],
    ['left', 'right'],
    true,
  );
  expect(drawn.split('\n')).toEqual(['name     n', '─'.repeat(10), '甲乙     1', '丙', '']);
});
