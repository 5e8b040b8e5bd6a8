import type { ByteOrderMark } from './format.ts';

const MARK = '\uFEFF';
// eslint-disable-next-line no-control-regex -- plain ASCII begins with the control characters
const BEYOND_ASCII = /[^\u0000-\u007F]/u;

/** Text with a byte-order mark where it is to have one: what comes before the first sign that needs it is held back. */
export async function* withMark(pieces: AsyncIterable<string> | Iterable<string>, mark: ByteOrderMark): AsyncGenerator<string> {
  if (mark === 'always') yield MARK;
  let held: string[] | undefined = mark === 'where-needed' ? [] : undefined;
  for await (const piece of pieces) {
    if (!held) {
      yield piece;
      continue;
    }
    held.push(piece);
    if (!BEYOND_ASCII.test(piece)) continue;
    yield MARK;
    yield* held;
    held = undefined;
  }
  yield* held ?? [];
}
