import type { Pieces } from '../page/format.ts';

/** Whether text that a spreadsheet is to open begins with a byte-order mark; `where-needed`: in a file that is not plain ASCII. */
export type ByteOrderMark = 'always' | 'never' | 'where-needed';

const MARK = '\uFEFF';
// eslint-disable-next-line no-control-regex -- plain ASCII begins with the control characters
const BEYOND_ASCII = /[^\u0000-\u007F]/u;

/** Text with a byte-order mark where it is to have one: what comes before the first sign that needs it is held back. */
export async function* withMark(pieces: Pieces, mark: ByteOrderMark): AsyncGenerator<string | Uint8Array> {
  if (mark === 'always') yield MARK;
  let held: (string | Uint8Array)[] | undefined = mark === 'where-needed' ? [] : undefined;
  for await (const piece of pieces) {
    if (!held) {
      yield piece;
      continue;
    }
    held.push(piece);
    if (typeof piece !== 'string' || !BEYOND_ASCII.test(piece)) continue;
    yield MARK;
    yield* held;
    held = undefined;
  }
  yield* held ?? [];
}
