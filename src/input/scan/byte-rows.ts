import { Buffer } from 'node:buffer';
import type { Row } from '../../language/row.ts';
import { comparableName } from '../cell.ts';
import type { NoDataRows } from '../no-data-rows.ts';
import { readWhole } from '../read-cell.ts';
import type { ChangeCode } from '../value-kind.ts';
import { CHANGED, ODD, UNREAD } from './cell-dictionary.ts';
import { ID, NUMBER, SKIPPED } from './scanned-column.ts';
import type { ScannedColumn } from './scanned-column.ts';

const LF = 0x0a;
/** No printed character has a lower code than a line break; a tab may be the delimiter. */
const CR = 0x0d;
const QUOTE = 0x22;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const DASH = 0x2d;
const LONGEST_ID = 64;
const PLAIN_TEXT = /^[\u0020-\u007e]+$/;
const SEED = 5381;
/** A cell that is not kept, or has no code. */
export const NO_CODE = -1;

/** Cuts rows from bytes, and keeps of the row in hand what its cells say. */
export class ByteRows {
  readonly #columns: readonly ScannedColumn[];
  readonly #modes: Uint8Array;
  readonly #delimiter: number;
  readonly #noData: NoDataRows;
  #quoteAt = -1;
  /** Words in the place of an id may be somebody who signs. */
  readonly #mayIdHaveLetters: boolean;
  readonly #changes = new Map<ChangeCode, number>();
  #flags = 0;
  #loose: readonly ChangeCode[] = [];
  bytes: Uint8Array = new Uint8Array();
  /** Where the next row begins. */
  at = 0;
  /** Whether the row in hand has as many cells as the header, and no mark among them. */
  isWhole = false;
  /** For each column, the code of its cell, where it has one. */
  readonly codes: Int32Array;
  /** For each column of numbers, its number, where it is known. */
  readonly numbers: Float64Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Where the bytes of the id stand, as ids are compared: in `bytes` where it needed no change. */
  readonly idBytes = new Uint8Array(LONGEST_ID);
  idLength = 0;

  constructor(columns: readonly ScannedColumn[], delimiter: string, noData: NoDataRows) {
    this.#columns = columns;
    this.#modes = Uint8Array.from(columns, ({ mode }) => mode);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#noData = noData;
    this.#mayIdHaveLetters = noData.isPlainFirst(
      'HH00001',
      columns.findIndex(({ mode }) => mode === ID),
    );
    this.codes = new Int32Array(columns.length).fill(NO_CODE);
    this.numbers = new Float64Array(columns.length).fill(Number.NaN);
    this.#starts = new Int32Array(columns.length);
    this.#ends = new Int32Array(columns.length);
  }

  get changes(): ReadonlyMap<ChangeCode, number> {
    return this.#changes;
  }

  /** Begins with other bytes, whole lines. */
  begin(bytes: Uint8Array, mayHaveQuotes: boolean): void {
    this.bytes = bytes;
    this.at = 0;
    // The row above stood in other bytes.
    this.codes.fill(NO_CODE);
    this.#quoteAt = mayHaveQuotes ? this.#nextQuote(0) : bytes.length;
  }

  /** Whether a quotation mark stands between two places, of which the first never goes back. */
  hasQuote(start: number, end: number): boolean {
    if (this.#quoteAt < start) this.#quoteAt = this.#nextQuote(start);
    return this.#quoteAt < end;
  }

  #nextQuote(from: number): number {
    const at = this.bytes.indexOf(QUOTE, from);
    return at === -1 ? this.bytes.length : at;
  }

  /** Cuts the row that begins `at`, and says whether each of its cells is plain or known. Then `at` is where the next one begins. */
  cut(): boolean {
    const { bytes, codes, numbers } = this;
    const delimiter = this.#delimiter;
    const modes = this.#modes;
    const last = modes.length - 1;
    const start = this.at;
    let at = start;
    let flags = 0;
    this.#flags = 0;
    this.isWhole = false;
    if (this.#loose.length > 0) this.#loose = [];
    for (let index = 0; index <= last; index++) {
      const cellAt = at;
      const mode = modes[index]!;
      let byte = bytes[at]!;
      if (mode === NUMBER) {
        const column = this.#columns[index]!;
        let value = 0;
        while (byte >= ZERO && byte <= NINE) {
          value = value * 10 + byte - ZERO;
          byte = bytes[++at]!;
        }
        const digits = at - cellAt;
        let places = 0;
        if (byte === POINT && column.places > 0) {
          const pointAt = at;
          byte = bytes[++at]!;
          while (byte >= ZERO && byte <= NINE) {
            value = value * 10 + byte - ZERO;
            byte = bytes[++at]!;
          }
          places = at - pointAt - 1;
          if (places === 0) places = 99;
        }
        const isEnd = byte === delimiter || byte === LF || byte === CR;
        if (isEnd && digits > 0 && digits <= column.digits && places <= column.places) {
          codes[index] = NO_CODE;
          numbers[index] = value = value * POWERS[column.places - places]!;
          if (value > column.most) flags |= ODD;
          if (!column.isFilled) flags |= UNREAD;
        } else {
          at = cellAt;
          let hash = SEED;
          for (byte = bytes[at]!; byte !== delimiter && byte > CR; byte = bytes[++at]!) hash = Math.imul(hash ^ byte, 16_777_619);
          flags |= this.#known(column, index, cellAt, at, hash);
        }
      } else if (mode === SKIPPED) {
        while (byte !== delimiter && byte > CR) byte = bytes[++at]!;
        if (index === 0 && at > cellAt && !this.#isPlainFirst(cellAt, at)) flags |= ODD;
      } else if (mode === ID) {
        flags |= this.#id(this.#columns[index]!, index, cellAt);
        at = this.#ends[index] = this.#idEnd;
        byte = bytes[at]!;
      } else {
        // Most often a cell says what the one above it said.
        const code = codes[index]!;
        const aboveEnd = this.#ends[index]!;
        let above = this.#starts[index]!;
        while (above < aboveEnd && bytes[above] === byte) {
          above++;
          byte = bytes[++at]!;
        }
        if (above === aboveEnd && code !== NO_CODE && (byte === delimiter || byte <= CR)) {
          flags |= this.#columns[index]!.dictionary.flags[code]!;
        } else {
          at = cellAt;
          byte = bytes[at]!;
          let hash = SEED;
          while (byte !== delimiter && byte > CR) {
            hash = Math.imul(hash ^ byte, 16_777_619);
            byte = bytes[++at]!;
          }
          flags |= this.#known(this.#columns[index]!, index, cellAt, at, hash);
        }
      }
      this.#starts[index] = cellAt;
      this.#ends[index] = at;
      if (index < last) {
        if (byte !== delimiter) return this.#broken(at);
        at++;
      } else {
        if (byte === CR) byte = bytes[++at]!;
        if (byte !== LF) return this.#broken(at);
      }
    }
    this.at = at + 1;
    if (this.#quoteAt < at && this.hasQuote(start, at)) return false;
    this.isWhole = true;
    if (this.#ends[0] === this.#starts[0] && !this.#beginsPlainly()) flags |= ODD;
    this.#flags = flags;
    return (flags & (UNREAD | ODD)) === 0;
  }

  /** The row in hand has been read: its cells are known from now on. */
  known(): void {
    this.#columns.forEach((column, index) => {
      const code = this.codes[index]!;
      if (code !== NO_CODE) column.dictionary.flags[code]! &= ~UNREAD;
      if (this.#ends[index]! > this.#starts[index]!) column.isFilled = true;
    });
  }

  /** The row in hand was counted: what its cells were changed in is counted too. */
  count(): void {
    if ((this.#flags & CHANGED) === 0) return;
    this.#columns.forEach((column, index) => {
      const code = this.codes[index]!;
      if (code !== NO_CODE && (column.dictionary.flags[code]! & CHANGED) !== 0) this.#countChanges(column.changesOf(code));
    });
    this.#countChanges(this.#loose);
  }

  /** The value in a column of the row in hand. The id is none of them. */
  valueAt(index: number): Row[string] {
    const [column, code] = [this.#columns[index]!, this.codes[index]!];
    return code === NO_CODE && column.mode !== NUMBER ? undefined : column.valueOf(code, this.numbers[index]!);
  }

  #countChanges(changes: readonly ChangeCode[]): void {
    for (const change of changes) this.#changes.set(change, (this.#changes.get(change) ?? 0) + 1);
  }

  #broken(at: number): boolean {
    const end = this.bytes.indexOf(LF, at);
    this.at = end + 1;
    return false;
  }

  /** Gives the flags of a cell that is looked up, and keeps its code and number. */
  #known({ dictionary, isAsked }: ScannedColumn, index: number, start: number, end: number, hash: number): number {
    const code = dictionary.codeOf(this.bytes, start, end, hash);
    this.codes[index] = code;
    if (code !== NO_CODE) {
      this.numbers[index] = dictionary.numbers[code]!;
      return dictionary.flags[code]!;
    }
    // Too many different ones to be remembered: whether the cell is good is seen each time, and its value only where nobody asks for it.
    if (isAsked) return ODD;
    const { flags, value } = dictionary.read(this.bytes, start, end);
    if ((flags & CHANGED) !== 0) this.#loose = [...this.#loose, ...value.changed];
    return flags;
  }

  #idEnd = 0;

  /** Takes an id as ids are compared: letters small. What is no id of plain characters is left to be read. */
  #id(column: ScannedColumn, index: number, start: number): number {
    const { bytes, idBytes } = this;
    const delimiter = this.#delimiter;
    let at = start;
    let letters = 0;
    let isOrdered = true;
    let last = 0;
    for (let byte = bytes[at]!; byte !== delimiter && byte > CR; byte = bytes[++at]!) {
      last = byte;
      if ((byte < ZERO || byte > NINE) && byte !== DASH) {
        if (at - start > letters) isOrdered = false;
        letters++;
        if (byte >= 0x41 && byte <= 0x5a) byte += 0x20;
        else if (byte < 0x61 || byte > 0x7a) isOrdered = false;
      }
      if (at - start < LONGEST_ID) idBytes[at - start] = byte;
    }
    this.#idEnd = at;
    this.idLength = at - start;
    // Four letters at most, then four digits or more, the last a digit: no mark, no heading, no number that lost its digits; as it is, but for its letters.
    const isPlain =
      isOrdered && letters <= (this.#mayIdHaveLetters ? 4 : 0) && this.idLength - letters >= 4 && last >= ZERO && last <= NINE;
    if (isPlain && this.idLength <= LONGEST_ID && bytes[start] !== DASH) return 0;
    return this.#otherId(column, index, start, at);
  }

  /** An id of other characters: read as any other cell, each time. */
  #otherId({ heading }: ScannedColumn, index: number, start: number, end: number): number {
    if (end - start > LONGEST_ID || end === start) return ODD;
    const text = this.#textOf(start, end);
    if (!this.#noData.isPlainName(text) || !this.#noData.isPlainFirst(text, index)) return ODD;
    const reading = readWhole(text, heading!.definition, heading!.unit);
    if (!reading || !('value' in reading) || reading.changed || typeof reading.value !== 'string') return ODD;
    const compared = comparableName(reading.value);
    if (!PLAIN_TEXT.test(compared)) return ODD;
    this.idLength = this.idBytes.length < compared.length ? 0 : Buffer.from(this.idBytes.buffer).write(compared, 'latin1');
    return this.idLength === 0 ? ODD : 0;
  }

  #textOf(start: number, end: number): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start).toString();
  }

  /** Whether the first cell that is not empty, where the row begins with an empty one, begins no row without data. */
  #beginsPlainly(): boolean {
    let first = 0;
    while (first < this.#modes.length && this.#ends[first] === this.#starts[first]) first++;
    return first < this.#modes.length && this.#isPlainFirst(this.#starts[first]!, this.#ends[first]!, first);
  }

  #isPlainFirst(start: number, end: number, index = 0): boolean {
    let at = start;
    while (at < end && this.bytes[at]! >= ZERO && this.bytes[at]! <= NINE) at++;
    if (at === end) return true;
    return this.#noData.isPlainFirst(this.#textOf(start, end), index);
  }
}

const POWERS = [1, 10, 100, 1000, 10_000];
