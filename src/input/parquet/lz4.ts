const MOST_HALF = 15;
const MORE = 255;
const SHORTEST_COPY = 4;

/** A block of LZ4 into `output`, from a place on; gives the place behind what was written. Own code: no kept library holds a block to its length. */
function unpackBlock(input: Uint8Array, output: Uint8Array, start: number): number {
  let at = 0;
  let to = start;
  const length = (half: number): number => {
    let sum = half;
    if (half !== MOST_HALF) return sum;
    for (let byte = MORE; byte === MORE; sum += byte) {
      if (at >= input.length) throw new RangeError('lz4: breaks off');
      byte = input[at++]!;
    }
    return sum;
  };
  while (at < input.length) {
    const token = input[at++]!;
    const literals = length(token >> 4);
    if (literals > input.length - at || literals > output.length - to) throw new RangeError('lz4: too long');
    output.set(input.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at === input.length) return to;
    const distance = input[at]! | (input[at + 1]! << 8);
    at += 2;
    const copied = length(token & 0x0f) + SHORTEST_COPY;
    if (!(distance > 0) || distance > to - start || copied > output.length - to) throw new RangeError('lz4: a copy from nowhere');
    for (const end = to + copied; to < end; to++) output[to] = output[to - distance]!;
  }
  return to;
}

/** A page of LZ4 (LZ4_RAW). */
export function unpackLz4(input: Uint8Array, length: number): Uint8Array {
  const output = new Uint8Array(length);
  if (unpackBlock(input, output, 0) !== length) throw new RangeError('lz4: too short');
  return output;
}

/** A page as Hadoop writes it: blocks, before each how long it is unpacked and packed. Others have put a bare block there, or a frame (not read). */
export function unpackHadoopLz4(input: Uint8Array, length: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const HEAD = 8;
  const output = new Uint8Array(length);
  let to = 0;
  for (let at = 0; at < input.length;) {
    const [unpacked, packed] = at + HEAD <= input.length ? [view.getUint32(at), view.getUint32(at + 4)] : [length + 1, 0];
    if (unpacked > length - to || packed > input.length - at - HEAD) return unpackLz4(input, length);
    if (unpackBlock(input.subarray(at + HEAD, at + HEAD + packed), output, to) !== to + unpacked) throw new RangeError('lz4: too short');
    to += unpacked;
    at += HEAD + packed;
  }
  if (to !== length) throw new RangeError('lz4: too short');
  return output;
}
