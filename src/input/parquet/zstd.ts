import { Decompress } from 'fzstd';

const MAGIC = 0xfd2fb528;
const SINGLE_SEGMENT = 0x20;
const CHECKED = 0x04;
const RUN = 1;
/** Bytes that the size of the content and the number of a dictionary take, by their flags. */
const SIZES = [0, 2, 4, 8];
const IDS = [0, 1, 2, 4];
/** What is moved in memory, window after window, while a page is unpacked: a few seconds. */
const MOST_MOVED = 2 ** 35;

/**
 * A page of one frame. Its blocks are counted first: a frame may name a window of any size, for which the library sets memory aside and which it moves
 * with every block. The pieces are held to the length of the page, which the library's reading at once would not do.
 */
export function unpackZstd(packed: Uint8Array, length: number): Uint8Array {
  const { window, blocks } = frameOf(packed);
  if (window > Math.max(length, 1 << 23) || window * blocks > MOST_MOVED) throw new RangeError(`zstd: a window of ${window}`);
  const page = new Uint8Array(length);
  let to = 0;
  const stream = new Decompress((piece) => {
    if (piece.length > length - to) throw new RangeError('zstd: too long');
    page.set(piece, to);
    to += piece.length;
  });
  stream.push(packed, true);
  if (to !== length) throw new RangeError('zstd: too short');
  return page;
}

/** The window of the only frame, and how many blocks it has. */
function frameOf(packed: Uint8Array): { readonly window: number; readonly blocks: number } {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const flags = view.getUint8(4);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError('zstd: no frame');
  const isSingle = (flags & SINGLE_SEGMENT) !== 0;
  const sizeAt = (isSingle ? 5 : 6) + IDS[flags & 3]!;
  const sizeBytes = SIZES[flags >> 6]! || (isSingle ? 1 : 0);
  let at = sizeAt + sizeBytes;
  let blocks = 0;
  for (let isLast = false; !isLast; blocks++) {
    const head = view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
    isLast = (head & 1) === 1;
    at += 3 + (((head >> 1) & 3) === RUN ? 1 : head >> 3);
  }
  if (at + ((flags & CHECKED) === 0 ? 0 : 4) !== packed.length) throw new RangeError('zstd: not one frame');
  const descriptor = view.getUint8(5);
  const whole = 2 ** (10 + (descriptor >> 3));
  return { window: isSingle ? sizeIn(view, sizeAt, sizeBytes) : whole + (whole / 8) * (descriptor & 7), blocks };
}

function sizeIn(view: DataView, at: number, bytes: number): number {
  // Sizes of two bytes begin with 256.
  let size = bytes === 2 ? 256 : 0;
  for (let index = 0; index < bytes; index++) size += view.getUint8(at + index) * 256 ** index;
  return size;
}
