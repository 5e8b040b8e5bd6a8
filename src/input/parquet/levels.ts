/** A number of so many bits at most. */
const WIDEST = 32;

/**
 * Whole numbers as runs of one number and as packed bits, by turns: levels, and places in a dictionary. As many as asked for, out of the bytes and of no others.
 * Own code: the library's way fills whatever a run says, and a run of five bytes can say a thousand million.
 */
export function readHybrid(bytes: Uint8Array, start: number, width: number, count: number): Int32Array {
  if (width > WIDEST) throw new RangeError(`a width of ${width} bits`);
  const values = new Int32Array(count);
  let at = start;
  let filled = 0;
  while (filled < count) {
    let head = 0;
    for (let shift = 0; ; shift += 7) {
      if (at >= bytes.length || shift > 28) throw new RangeError('runs: break off');
      const byte = bytes[at++]!;
      head += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    const length = Math.floor(head / 2);
    if (head % 2 === 0) {
      const wide = Math.ceil(width / 8);
      if (length === 0 || wide > bytes.length - at) throw new RangeError('runs: break off');
      let value = 0;
      for (let index = 0; index < wide; index++) value |= bytes[at++]! << (8 * index);
      values.fill(value, filled, (filled = Math.min(count, filled + length)));
    } else {
      const packed = length * width;
      const taken = Math.min(length * 8, count - filled);
      if (length === 0 || Math.ceil((taken * width) / 8) > bytes.length - at) throw new RangeError('runs: break off');
      unpackBits(bytes, at, width, values.subarray(filled, filled + taken));
      filled += taken;
      at += packed;
    }
  }
  return values;
}

function unpackBits(bytes: Uint8Array, start: number, width: number, values: Int32Array): void {
  if (width === 0) return;
  if (width > 24) return unpackWide(bytes, start, width, values);
  const mask = (1 << width) - 1;
  let at = start;
  let held = 0;
  let bits = 0;
  for (let index = 0; index < values.length; index++) {
    while (bits < width) {
      held |= bytes[at++]! << bits;
      bits += 8;
    }
    values[index] = held & mask;
    held >>>= width;
    bits -= width;
  }
}

/** Numbers that do not fit beside a byte into 32 bits. */
function unpackWide(bytes: Uint8Array, start: number, width: number, values: Int32Array): void {
  let bit = start * 8;
  for (let index = 0; index < values.length; index++) {
    let value = 0;
    for (let taken = 0; taken < width; taken++, bit++) if (((bytes[bit >> 3]! >> (bit & 7)) & 1) === 1) value += 2 ** taken;
    values[index] = value;
  }
}
