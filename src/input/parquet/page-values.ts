import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import type { CellTexts } from './cell-texts.ts';
import type { ColumnType } from './column-type.ts';
import { readHybrid } from './levels.ts';
import { textsOf } from './value-texts.ts';

/** By the numbers of Parquet. */
export const ENCODINGS = {
  plain: 0,
  oldDictionary: 2,
  runs: 3,
  deltas: 5,
  lengthDeltas: 6,
  textDeltas: 7,
  dictionary: 8,
  split: 9,
} as const;

/** Bytes of a page, from a place on. The library moves on in them, and may never go back: so what it reads ends. */
class PageReader {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    // Memory of its own, so that nothing behind the page is taken for a value.
    this.bytes = new Uint8Array(bytes);
    this.view = new DataView(this.bytes.buffer);
  }

  get offset(): number {
    return this.#offset;
  }

  set offset(to: number) {
    if (!(to >= this.#offset)) throw new RangeError('values: go back');
    this.#offset = to;
  }

  get left(): number {
    return this.bytes.length - this.#offset;
  }
}

/** So many values of a column, as texts. Nothing where the encoding is not read. */
export function readValues(bytes: Uint8Array, encoding: number, count: number, type: ColumnType): CellTexts | undefined {
  const isBytes = type.physical === 'BYTE_ARRAY';
  switch (encoding) {
    case ENCODINGS.plain:
      if (isBytes) return asTexts(plainTexts(bytes, count), type);
      if (Math.ceil(type.physical === 'BOOLEAN' ? count / 8 : count * type.length) > bytes.length)
        throw new RangeError('values: break off');
      return textsOf(readPlain(new PageReader(bytes), type.physical, count, type.length), type);
    case ENCODINGS.runs: {
      if (type.physical !== 'BOOLEAN') return undefined;
      const LENGTH = 4;
      return textsOf(Array.from(readHybrid(bytes, LENGTH, 1, count), Boolean), type);
    }
    case ENCODINGS.deltas:
      if (type.physical !== 'INT32' && type.physical !== 'INT64') return undefined;
      return textsOf(
        deltas(new PageReader(bytes), count, type.physical === 'INT32' ? new Int32Array(count) : new BigInt64Array(count)),
        type,
      );
    case ENCODINGS.lengthDeltas:
      return isBytes ? asTexts(lengthDeltaTexts(bytes, count), type) : undefined;
    case ENCODINGS.textDeltas:
      return isBytes || type.physical === 'FIXED_LEN_BYTE_ARRAY' ? asTexts(deltaTexts(bytes, count), type) : undefined;
    case ENCODINGS.split:
      if (isBytes || type.length === 0 || type.physical === 'INT96') return undefined;
      if (count * type.length > bytes.length) throw new RangeError('values: break off');
      return textsOf(byteStreamSplit(new PageReader(bytes), count, type.physical, type.length), type);
    default:
      return undefined;
  }
}

/** Bytes are text; or decimals and such, that have a text. */
function asTexts(values: CellTexts, type: ColumnType): CellTexts {
  if (type.meaning.as === 'text') return values;
  const { bytes, starts, ends } = values;
  return textsOf(
    Array.from(starts, (start, index) => bytes.subarray(start, ends[index])),
    type,
  );
}

/** Each behind its length. */
function plainTexts(bytes: Uint8Array, count: number): CellTexts {
  const HEAD = 4;
  if (count * HEAD > bytes.length) throw new RangeError('values: break off');
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  let at = 0;
  for (let index = 0; index < count; index++) {
    const length = (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
    at += HEAD;
    starts[index] = at;
    at += length;
    if (!(at <= bytes.length)) throw new RangeError('values: break off');
    ends[index] = at;
  }
  return { bytes, starts, ends };
}

function deltas<V extends Int32Array | BigInt64Array>(reader: PageReader, count: number, values: V): V {
  if (count > 0) deltaBinaryUnpack(reader, count, values);
  return values;
}

/** All lengths, then all texts. */
function lengthDeltaTexts(bytes: Uint8Array, count: number): CellTexts {
  const reader = new PageReader(bytes);
  const lengths = deltas(reader, count, new Int32Array(count));
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  let at = reader.offset;
  for (let index = 0; index < count; index++) {
    const length = lengths[index]!;
    if (length < 0 || length > bytes.length - at) throw new RangeError('values: break off');
    starts[index] = at;
    at += length;
    ends[index] = at;
  }
  return { bytes: reader.bytes, starts, ends };
}

/** A page may not grow to more than this by what its texts have in common. */
const MOST_TEXT = 1 << 28;

/** How much each has in common with the one before it, then what is its own. */
function deltaTexts(bytes: Uint8Array, count: number): CellTexts {
  const reader = new PageReader(bytes);
  const common = deltas(reader, count, new Int32Array(count));
  const own = deltas(reader, count, new Int32Array(count));
  let length = 0;
  let last = 0;
  let left = reader.left;
  for (let index = 0; index < count; index++) {
    const [shared, more] = [common[index]!, own[index]!];
    if (shared < 0 || shared > last || more < 0 || more > left) throw new RangeError('values: break off');
    left -= more;
    length += last = shared + more;
    if (length > MOST_TEXT) throw new RangeError('values: too long');
  }
  const texts = { bytes: new Uint8Array(length), starts: new Int32Array(count), ends: new Int32Array(count) };
  let from = reader.offset;
  let to = 0;
  let above = 0;
  for (let index = 0; index < count; index++) {
    texts.starts[index] = to;
    texts.bytes.copyWithin(to, above, above + common[index]!);
    above = to;
    to += common[index]!;
    texts.bytes.set(reader.bytes.subarray(from, from + own[index]!), to);
    from += own[index]!;
    to += own[index]!;
    texts.ends[index] = to;
  }
  return texts;
}
