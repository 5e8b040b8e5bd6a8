import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Progress, progressText } from '../../src/cli/progress.ts';
import type { World } from '../../src/cli/world.ts';

describe('how far reading has come', () => {
  test.each([
    // A quarter took 2 s, so three quarters take 6 s.
    [
      { file: '户表.csv', rows: 1_200_000, bytes: 25, of: 100 },
      2000,
      '户表.csv：已读 25%，1,200,000 行，还要 6 秒',
      '户表.csv: 25% read, 1,200,000 rows, 6 s left',
    ],
    // A tenth took 20 s, so nine tenths take 180 s.
    [
      { file: 'h.csv', rows: 9, bytes: 1, of: 10 },
      20_000,
      'h.csv：已读 10%，9 行，还要 3 分 0 秒',
      'h.csv: 10% read, 9 rows, 3 min 0 s left',
    ],
    [{ file: '-', rows: 5000 }, 2000, '-：已读 5,000 行…', '-: 5,000 rows read…'],
    [{ file: 'h.csv', rows: 7, bytes: 12, of: 10 }, 2000, 'h.csv：已读 100%，7 行，还要 0 秒', 'h.csv: 100% read, 7 rows, 0 s left'],
  ])('%j after %i ms', (reading, elapsed, zh, en) => {
    expect([progressText(reading, elapsed, 'zh'), progressText(reading, elapsed, 'en')]).toEqual([zh, en]);
  });

  test.each([
    [false, false],
    [true, true],
  ])('nothing is written into a pipe, nor where --quiet asks for silence (terminal %s, quiet %s)', async (isTTY, quiet) => {
    const written: string[] = [];
    const stderr = Object.assign(new Writable({ write: (piece, _, done) => (written.push(String(piece)), done()) }), { isTTY });
    const progress = new Progress({ stderr } as unknown as World, 'en', quiet);
    const source = { file: 'package.json', declared: undefined, open: async function* () {} };
    expect(await progress.watched(source)).toBe(source);
    for (let rows = 0; rows < 10; rows++) progress.show('package.json', rows);
    progress.clear();
    expect(written).toEqual([]);
  });
});
