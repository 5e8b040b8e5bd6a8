import { Buffer } from 'node:buffer';

/** Texts in UTF-8, one after the other: each from where it starts to where it ends. */
export interface CellTexts {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Cells of a column one below the other: for each, which of the texts it is. */
export interface Cells {
  readonly texts: CellTexts;
  readonly which: Int32Array;
}
/** A cell in which nothing stands. */
export const NONE = -1;

const ZERO = 0x30;
const MINUS = 0x2d;
const FIRST_ROOM = 4096;
const LONGEST_WHOLE = 17;

/** Writes so many texts. */
export class TextWriter {
  #bytes = Buffer.allocUnsafe(FIRST_ROOM);
  #length = 0;
  #count = 0;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  constructor(count: number) {
    this.#starts = new Int32Array(count);
    this.#ends = new Int32Array(count);
  }

  text(text: string): void {
    this.#room(text.length * 3);
    this.#starts[this.#count] = this.#length;
    this.#length += this.#bytes.write(text, this.#length);
    this.#ends[this.#count++] = this.#length;
  }

  /** Bytes as they are, whether they are text or not. */
  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#starts[this.#count] = this.#length;
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    this.#ends[this.#count++] = this.#length;
  }

  /** A whole number that is exact as one. */
  whole(value: number): void {
    this.#room(LONGEST_WHOLE);
    const bytes = this.#bytes;
    const start = this.#length;
    this.#starts[this.#count] = start;
    let rest = Math.abs(value);
    let digits = 1;
    for (let power = 10; power <= rest; power *= 10) digits++;
    if (value < 0) bytes[this.#length++] = MINUS;
    this.#length += digits;
    for (let at = this.#length - 1; digits > 0; digits--, at--) {
      const tenth = Math.floor(rest / 10);
      bytes[at] = ZERO + (rest - tenth * 10);
      rest = tenth;
    }
    this.#ends[this.#count++] = this.#length;
  }

  done(): CellTexts {
    return { bytes: this.#bytes.subarray(0, this.#length), starts: this.#starts, ends: this.#ends };
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + bytes));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
