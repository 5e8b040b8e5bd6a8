import { Buffer } from 'node:buffer';
import { comparableName } from '../cell.ts';
import type { NoDataRows } from '../no-data-rows.ts';
import { readWhole } from '../read-cell.ts';
import type { ChangeCode } from '../value-kind.ts';
import { CHANGED, ODD, UNREAD } from './cell-dictionary.ts';
import { PRIME, SEED } from './kept-bytes.ts';
import { ID, NUMBER, WORDS } from './scanned-column.ts';
import type { ScannedColumn } from './scanned-column.ts';

export const LF = 0x0a;
/** No printed character has a lower code than a line break; a tab may be the delimiter. */
export const CR = 0x0d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const DASH = 0x2d;
const LONGEST_ID = 64;
const PLAIN_TEXT = /^[\u0020-\u007e]+$/;
/** A cell that is not kept, or has no code. */
export const NO_CODE = -1;
/** A row that has not as many cells as there are columns. */
export const RAGGED = 8;

/** Cuts rows from bytes cell by cell, and keeps of each column what the cell says that was last cut there. */
export class ByteCells {
  readonly columns: readonly ScannedColumn[];
  readonly #modes: Uint8Array;
  readonly #delimiter: number;
  readonly #noData: NoDataRows;
  /** Words in the place of an id may be somebody who signs. */
  readonly #mayIdHaveLetters: boolean;
  #bytes: Uint8Array = new Uint8Array();
  /** Where the cell ends that was cut last; after a row, its line break. */
  end = 0;
  /** For each column, the code of its cell, where it has one. */
  readonly codes: Int32Array;
  /** For each column of numbers, its number, where it is known. */
  readonly numbers: Float64Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The bytes of the id, as ids are compared. */
  readonly idBytes = new Uint8Array(LONGEST_ID);
  idLength = 0;
  /** What cells of the row in hand were changed in that are not remembered. */
  loose: readonly ChangeCode[] = [];

  constructor(columns: readonly ScannedColumn[], delimiter: string, noData: NoDataRows) {
    this.columns = columns;
    this.#modes = Uint8Array.from(columns, ({ mode }) => mode);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#noData = noData;
    this.#mayIdHaveLetters = noData.isPlainFirst(
      'HH00001',
      columns.findIndex(({ mode }) => mode === ID),
    );
    this.codes = new Int32Array(columns.length).fill(NO_CODE);
    this.numbers = new Float64Array(columns.length).fill(Number.NaN);
    this.starts = new Int32Array(columns.length);
    this.ends = new Int32Array(columns.length);
  }

  /** Begins with other bytes, whole lines. The row above stood in others. */
  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.codes.fill(NO_CODE);
  }

  /** Cuts the row that begins there, and gives the flags of its cells; `RAGGED` where they are not as many as the columns. */
  cut(start: number): number {
    const bytes = this.#bytes;
    const last = this.columns.length - 1;
    let at = start;
    let flags = 0;
    if (this.loose.length > 0) this.loose = [];
    for (let index = 0; index <= last; index++) {
      flags |= this.cell(index, at);
      at = this.end;
      if (index === last) break;
      if (bytes[at] !== this.#delimiter) return RAGGED;
      at++;
    }
    if (bytes[at] === CR) this.end = ++at;
    if (bytes[at] !== LF) return RAGGED;
    if (this.ends[0] === this.starts[0] && !this.#beginsPlainly()) flags |= ODD;
    return flags;
  }

  /** Takes the cell of a column that begins there, and gives its flags. */
  cell(index: number, at: number): number {
    const mode = this.#modes[index]!;
    let flags = 0;
    if (mode === NUMBER) flags = this.#number(index, at);
    else if (mode === WORDS) flags = this.#word(index, at);
    else if (mode === ID) flags = this.#id(index, at);
    else flags = this.#skipped(index, at);
    this.starts[index] = at;
    this.ends[index] = this.end;
    return flags;
  }

  #skipped(index: number, start: number): number {
    const bytes = this.#bytes;
    let at = start;
    for (let byte = bytes[at]!; byte !== this.#delimiter && byte > CR; byte = bytes[++at]!);
    this.end = at;
    return index === 0 && at > start && !this.#isPlainFirst(start, at) ? ODD : 0;
  }

  #number(index: number, start: number): number {
    const bytes = this.#bytes;
    const column = this.columns[index]!;
    let at = start;
    let byte = bytes[at]!;
    let value = 0;
    while (byte >= ZERO && byte <= NINE) {
      value = value * 10 + byte - ZERO;
      byte = bytes[++at]!;
    }
    const digits = at - start;
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
    const isEnd = byte === this.#delimiter || byte === LF || byte === CR;
    if (!isEnd || digits === 0 || digits > column.digits || places > column.places) return this.#hashed(index, start);
    this.end = at;
    this.codes[index] = NO_CODE;
    this.numbers[index] = value = value * POWERS[column.places - places]!;
    return (value > column.most ? ODD : 0) | (column.isFilled ? 0 : UNREAD);
  }

  /** Most often a cell says what the one above it said. */
  #word(index: number, start: number): number {
    const bytes = this.#bytes;
    const code = this.codes[index]!;
    if (code === NO_CODE) return this.#hashed(index, start);
    const aboveEnd = this.ends[index]!;
    let above = this.starts[index]!;
    let at = start;
    let byte = bytes[at]!;
    while (above < aboveEnd && bytes[above] === byte) {
      above++;
      byte = bytes[++at]!;
    }
    if (above < aboveEnd || (byte !== this.#delimiter && byte > CR)) return this.#hashed(index, start);
    this.end = at;
    return this.columns[index]!.dictionary.flags[code]!;
  }

  #hashed(index: number, start: number): number {
    const bytes = this.#bytes;
    let at = start;
    let hash = SEED;
    for (let byte = bytes[at]!; byte !== this.#delimiter && byte > CR; byte = bytes[++at]!) hash = Math.imul(hash ^ byte, PRIME);
    this.end = at;
    return this.#known(this.columns[index]!, index, start, at, hash);
  }

  /** Gives the flags of a cell that is looked up, and keeps its code and number. */
  #known({ dictionary, isAsked }: ScannedColumn, index: number, start: number, end: number, hash: number): number {
    const code = dictionary.codeOf(this.#bytes, start, end, hash);
    this.codes[index] = code;
    if (code !== NO_CODE) {
      this.numbers[index] = dictionary.numbers[code]!;
      return dictionary.flags[code]!;
    }
    // Too many different ones to be remembered: whether the cell is good is seen each time, and its value only where nobody asks for it.
    if (isAsked) return ODD;
    const { flags, value } = dictionary.read(this.#bytes, start, end);
    if ((flags & CHANGED) !== 0) this.loose = [...this.loose, ...value.changed];
    return flags;
  }

  /** Takes an id as ids are compared: letters small. What is no id of plain characters is left to be read. */
  #id(index: number, start: number): number {
    const { idBytes } = this;
    const bytes = this.#bytes;
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
    this.end = at;
    this.idLength = at - start;
    // Four letters at most, then four digits or more, the last a digit: no mark, no heading, no number that lost its digits; as it is, but for its letters.
    const isPlain =
      isOrdered && letters <= (this.#mayIdHaveLetters ? 4 : 0) && this.idLength - letters >= 4 && last >= ZERO && last <= NINE;
    if (isPlain && this.idLength <= LONGEST_ID && bytes[start] !== DASH) return 0;
    return this.#otherId(this.columns[index]!, index, start, at);
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
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + start, end - start).toString();
  }

  /** Whether the first cell that is not empty, where the row begins with an empty one, begins no row without data. */
  #beginsPlainly(): boolean {
    let first = 0;
    while (first < this.columns.length && this.ends[first] === this.starts[first]) first++;
    return first < this.columns.length && this.#isPlainFirst(this.starts[first]!, this.ends[first]!, first);
  }

  #isPlainFirst(start: number, end: number, index = 0): boolean {
    let at = start;
    while (at < end && this.#bytes[at]! >= ZERO && this.#bytes[at]! <= NINE) at++;
    if (at === end) return true;
    return this.#noData.isPlainFirst(this.#textOf(start, end), index);
  }
}

const POWERS = [1, 10, 100, 1000, 10_000];
