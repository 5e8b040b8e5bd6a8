import { appendFileSync, mkdtempSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromPath } from '../../src/library/from-path.ts';
import type { Source } from '../../src/input/source.ts';

/** As many bytes as are read at a time. */
const PIECE = 1 << 16;
/** Three whole pieces and a bit. */
const CONTENT = 'a,b\n'.repeat((3 * PIECE) / 4) + 'end\n';

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
  path = join(folder, 'in.csv');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function whole(source: Source): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.open()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** Ways in which another program may change a file between two readings. */
const CHANGES: readonly (readonly [string, () => void])[] = [
  ['appended to', () => appendFileSync(path, 'x')],
  ['cut short inside a piece', () => truncateSync(path, CONTENT.length - 1)],
  ['cut short at the end of a piece', () => truncateSync(path, 3 * PIECE)],
  ['emptied', () => truncateSync(path, 0)],
  [
    'overwritten in place, as long as before and with the old time',
    () => {
      const { atime, mtime } = statSync(path);
      writeFileSync(path, CONTENT.replace('end', 'END'), { flag: 'r+' });
      utimesSync(path, atime, mtime);
    },
  ],
  [
    'replaced by another of the same length',
    () => {
      writeFileSync(`${path}.new`, CONTENT.replace('a', 'x'));
      renameSync(`${path}.new`, path);
    },
  ],
  ['removed', () => rmSync(path)],
];

describe('every reading of a file gives the same bytes', () => {
  test.each(CHANGES)('a file that is %s between two readings is refused', async (_, change) => {
    writeFileSync(path, CONTENT);
    const source = await fromPath(path);
    expect(await whole(source)).toBe(CONTENT);
    change();
    await expect(whole(source)).rejects.toThrow(/in\.csv: the file was changed during the run/);
  });

  test('a change is found by a reading that goes no further than the change, and nothing of it is handed on', async () => {
    writeFileSync(path, CONTENT);
    const source = await fromPath(path);
    await whole(source);
    writeFileSync(path, `x${CONTENT.slice(1)}`);
    await expect(source.open()[Symbol.asyncIterator]().next()).rejects.toThrow(/changed/);
  });

  test('a change after a reading that saw only the beginning is found by the whole one', async () => {
    writeFileSync(path, CONTENT);
    const source = await fromPath(path);
    for await (const piece of source.open()) if (piece.length > 0) break;
    writeFileSync(path, `x${CONTENT.slice(1)}`);
    await expect(whole(source)).rejects.toThrow(/changed/);
  });

  test('a file that changed once is not believed again, though it be changed back', async () => {
    writeFileSync(path, CONTENT);
    const source = await fromPath(path);
    await whole(source);
    appendFileSync(path, 'x');
    await expect(whole(source)).rejects.toThrow(/changed/);
    writeFileSync(path, CONTENT);
    await expect(whole(source)).rejects.toThrow(/changed/);
  });

  test('a copy of the same content in its place is no change', async () => {
    writeFileSync(path, CONTENT);
    const source = await fromPath(path);
    await whole(source);
    writeFileSync(`${path}.new`, CONTENT);
    renameSync(`${path}.new`, path);
    expect(await whole(source)).toBe(CONTENT);
  });

  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1])('a file of %i bytes can be read again', async (length) => {
    writeFileSync(path, 'x'.repeat(length));
    const source = await fromPath(path);
    expect((await whole(source)).length).toBe(length);
    expect((await whole(source)).length).toBe(length);
  });
});
