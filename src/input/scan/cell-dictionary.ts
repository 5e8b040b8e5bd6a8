import { Buffer } from 'node:buffer';

/** A cell that tells something of its whole column: its row is read as any other, and then the cell is known. */
export const UNREAD = 1;
/** Rows with the cell are never plain: it is wrong, or means nothing by itself. */
export const ODD = 2;
/** Reading the cell changes it, and every time that is counted. */
export const CHANGED = 4;

/** What a cell that repeats was read into, once. */
export interface KnownCell<T> {
  readonly flags: number;
  /** The value as a number, where it is one: else not a number. */
  readonly number: number;
  readonly value: T;
}

/** The different cells of one column by their bytes, each read once. Cells that hardly repeat are not kept. */
export class CellDictionary<T> {
  readonly #read: (cell: string) => KnownCell<T>;
  #slots = new Int32Array(FEWEST_SLOTS);
  #hashes = new Int32Array(FEWEST_SLOTS);
  #starts = new Int32Array(FEWEST_SLOTS);
  #texts = new Uint8Array(FEWEST_SLOTS);
  #end = 0;
  readonly #cells: KnownCell<T>[] = [];
  flags = new Uint8Array(FEWEST_SLOTS);
  numbers = new Float64Array(FEWEST_SLOTS);

  constructor(read: (cell: string) => KnownCell<T>) {
    this.#read = read;
  }

  get size(): number {
    return this.#cells.length;
  }

  valueOf(code: number): T {
    return this.#cells[code]!.value;
  }

  /** The code of a cell; -1 where it is new and there are too many already. */
  codeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mixed = mix(hash);
    const mask = this.#slots.length - 1;
    let slot = mixed & mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#hashes[entry - 1] === mixed && this.#isCell(entry - 1, bytes, start, end)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return this.#cells.length < MOST_CELLS && this.#end < MOST_BYTES ? this.#add(bytes, start, end, mixed) : -1;
  }

  /** Reads a cell that is not kept. */
  read(bytes: Uint8Array, start: number, end: number): KnownCell<T> {
    return this.#read(textOf(bytes, start, end));
  }

  #isCell(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    let at = this.#starts[code]!;
    if (this.#starts[code + 1]! - at !== end - start) return false;
    const texts = this.#texts;
    for (let position = start; position < end; position++) if (texts[at++] !== bytes[position]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, mixed: number): number {
    const code = this.#cells.length;
    const cell = this.#read(textOf(bytes, start, end));
    this.#cells.push(cell);
    if (code + 2 > this.#starts.length || code * 2 >= this.#slots.length) this.#grow();
    while (this.#end + end - start > this.#texts.length) this.#texts = longer(this.#texts, new Uint8Array(this.#texts.length * 2));
    // A copy: the bytes themselves belong to a piece of the file that is soon gone.
    this.#texts.set(bytes.subarray(start, end), this.#end);
    this.#starts[code] = this.#end;
    this.#end += end - start;
    this.#starts[code + 1] = this.#end;
    this.#hashes[code] = mixed;
    this.flags[code] = cell.flags;
    this.numbers[code] = cell.number;
    this.#enter(code);
    return code;
  }

  #enter(code: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hashes[code]! & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = code + 1;
  }

  #grow(): void {
    const length = this.#starts.length * 2;
    this.#starts = longer(this.#starts, new Int32Array(length));
    this.#hashes = longer(this.#hashes, new Int32Array(length));
    this.flags = longer(this.flags, new Uint8Array(length));
    this.numbers = longer(this.numbers, new Float64Array(length));
    this.#slots = new Int32Array(length * 2);
    for (let code = 0; code < this.#cells.length - 1; code++) this.#enter(code);
  }
}

const FEWEST_SLOTS = 64;
const MOST_CELLS = 1 << 16;
const MOST_BYTES = 1 << 22;

const textOf = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();

function longer<A extends Int32Array | Uint8Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** Slots are chosen by the lowest bits, so that every bit of the bytes must be in them. */
function mix(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  return half ^ (half >>> 13);
}
