import { deserializeTCompactProtocol } from 'hyparquet/src/thrift.js';

/** What stands in a description: its fields by their numbers, `field_1` and so on. */
export type ThriftStruct = Readonly<Record<string, unknown>>;

const [STOP, YES, NO, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, STRUCT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12] as const;
/** Bytes of seven bits that a number has at most. */
const MOST_SHORT = 5;
const MOST_LONG = 10;
/** Parquet's own descriptions are seven deep. */
const DEEPEST = 16;

/**
 * The description that begins at a byte, and where it ends. Its form is gone through first: the library that reads it follows numbers without an end and
 * lists of any length for hours. Throws where it is none.
 */
export function readThrift(bytes: Uint8Array, start = 0): { readonly value: ThriftStruct; readonly end: number } {
  new Form(bytes, start).struct(0);
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: start };
  return { value: deserializeTCompactProtocol(reader), end: reader.offset };
}

/** Walks over a description, keeping nothing. */
class Form {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  struct(depth: number): void {
    if (depth > DEEPEST) throw new RangeError('thrift: too deep');
    for (let head = this.#byte(); head !== STOP; head = this.#byte()) {
      // The number of the field, where it is not counted on from the one before.
      if (head >> 4 === 0) this.#number(MOST_SHORT);
      const type = head & 0x0f;
      if (type !== YES && type !== NO) this.#value(type, depth);
    }
  }

  #value(type: number, depth: number): void {
    if (type === YES || type === NO || type === BYTE) this.#skip(1);
    else if (type === I16 || type === I32) this.#number(MOST_SHORT);
    else if (type === I64) this.#number(MOST_LONG);
    else if (type === DOUBLE) this.#skip(8);
    else if (type === BINARY) this.#skip(this.#number(MOST_SHORT));
    else if (type === LIST) this.#list(depth);
    else if (type === STRUCT) this.struct(depth + 1);
    else throw new RangeError(`thrift: type ${type}`);
  }

  #list(depth: number): void {
    const head = this.#byte();
    const size = head >> 4 === 15 ? this.#number(MOST_SHORT) : head >> 4;
    if (size > this.#bytes.length - this.#at) throw new RangeError(`thrift: a list of ${size}`);
    for (let index = 0; index < size; index++) this.#value(head & 0x0f, depth + 1);
  }

  #byte(): number {
    this.#skip(1);
    return this.#bytes[this.#at - 1]!;
  }

  #skip(bytes: number): void {
    if (bytes > this.#bytes.length - this.#at) throw new RangeError('thrift: breaks off');
    this.#at += bytes;
  }

  /** A number without a sign; what has more bits than are counted exactly is only gone over. */
  #number(most: number): number {
    let value = 0;
    for (let index = 0; index < most; index++) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return value;
    }
    throw new RangeError('thrift: a number without end');
  }
}
