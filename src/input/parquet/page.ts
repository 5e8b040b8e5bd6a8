import { CRC_START, crc32 } from '../crc32.ts';
import type { Budget } from './budget.ts';
import { codecName, encodingName } from './column-type.ts';
import { unpackerOf } from './codecs.ts';
import { damagedParquet, suspiciousParquet, unsupported } from './refused.ts';
import { readThrift } from './thrift.ts';
import type { ThriftStruct } from './thrift.ts';

const [DATA, , DICTIONARY, DATA_2] = [0, 1, 2, 3] as const;
const LARGEST = 256_000_000;

/** A page as it is unpacked: its levels, then its values. */
export interface Page {
  readonly is: 'data' | 'dictionary';
  /** How many values it has, those that are not there among them. */
  readonly count: number;
  readonly encoding: number;
  readonly bytes: Uint8Array;
  /** How long the levels are at its beginning; where they are not given, each has its length before it. */
  readonly levels?: { readonly repeated: number; readonly filled: number } | undefined;
}

/** Reads the pages of a column of a row group, one after the other. */
export class PageReader {
  readonly #file: string;
  readonly #bytes: Uint8Array;
  readonly #codec: number;
  readonly #budget: Budget;
  #at = 0;

  constructor(file: string, bytes: Uint8Array, codec: number, budget: Budget) {
    this.#file = file;
    this.#bytes = bytes;
    this.#codec = codec;
    this.#budget = budget;
  }

  /** The next page; nothing behind the last. */
  next(): Page | undefined {
    while (this.#at < this.#bytes.length) {
      const { value: header, end } = this.#held('page header', () => readThrift(this.#bytes, this.#at));
      const [type, length, packedLength] = [header.field_1, header.field_2, header.field_3] as readonly unknown[];
      if (!isLength(length) || !isLength(packedLength) || packedLength > this.#bytes.length - end) {
        throw damagedParquet(this.#file, `a page of ${String(packedLength)} bytes`);
      }
      if (length > LARGEST) throw suspiciousParquet(this.#file, `a page of ${length} bytes`);
      const packed = this.#bytes.subarray(end, end + packedLength);
      this.#at = end + packedLength;
      const isRead = type === DATA || type === DATA_2 || type === DICTIONARY;
      if (!isRead) continue;
      this.#budget.spend(length);
      if (typeof header.field_4 === 'number' && header.field_4 >>> 0 !== ~crc32(CRC_START, packed) >>> 0)
        throw damagedParquet(this.#file, 'checksum of a page');
      const page = type === DATA_2 ? this.#second(header, packed, length) : this.#first(header, packed, length, type === DICTIONARY);
      if (!isLength(page.count)) throw damagedParquet(this.#file, `a page of ${String(page.count)} values`);
      return page;
    }
    return undefined;
  }

  #first(header: ThriftStruct, packed: Uint8Array, length: number, isDictionary: boolean): Page {
    const { field_1: count, field_2: encoding, field_3, field_4 } = of(isDictionary ? header.field_7 : header.field_5);
    const PACKED_LEVELS = 4;
    if (!isDictionary && (field_3 === PACKED_LEVELS || field_4 === PACKED_LEVELS))
      throw unsupported(this.#file, encodingName(PACKED_LEVELS));
    const bytes = this.#unpacked(packed, length);
    return { is: isDictionary ? 'dictionary' : 'data', count: Number(count), encoding: Number(encoding), bytes };
  }

  /** The levels of the second form stand before what is packed. */
  #second(header: ThriftStruct, packed: Uint8Array, length: number): Page {
    const { field_1: count, field_4: encoding, field_5: filled, field_6: repeated, field_7: isPacked } = of(header.field_8);
    const levels = Number(filled) + Number(repeated);
    if (!isLength(filled) || !isLength(repeated) || levels > packed.length || levels > length) throw damagedParquet(this.#file, 'levels');
    const values = packed.subarray(levels);
    const unpacked = isPacked === false ? values : this.#unpacked(values, length - levels);
    return {
      is: 'data',
      count: Number(count),
      encoding: Number(encoding),
      bytes: joined(packed.subarray(0, levels), unpacked),
      levels: { repeated, filled },
    };
  }

  #unpacked(packed: Uint8Array, length: number): Uint8Array {
    const unpack = unpackerOf(this.#codec);
    if (!unpack) throw unsupported(this.#file, codecName(this.#codec));
    return this.#held(codecName(this.#codec), () => unpack(packed, length));
  }

  /** What the libraries complain of is damage to the file. */
  #held<T>(where: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw damagedParquet(this.#file, where, error);
    }
  }
}

const of = (value: unknown): ThriftStruct => (typeof value === 'object' && value !== null ? (value as ThriftStruct) : {});

const isLength = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function joined(levels: Uint8Array, values: Uint8Array): Uint8Array {
  if (levels.length === 0) return values;
  const bytes = new Uint8Array(levels.length + values.length);
  bytes.set(levels);
  bytes.set(values, levels.length);
  return bytes;
}
