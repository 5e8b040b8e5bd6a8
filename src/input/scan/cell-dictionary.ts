import { Buffer } from 'node:buffer';
import { KeptBytes, longer } from './kept-bytes.ts';

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
  readonly #most: number;
  readonly #kept = new KeptBytes();
  readonly #cells: KnownCell<T>[] = [];
  flags = new Uint8Array(FEWEST_CELLS);
  numbers = new Float64Array(FEWEST_CELLS);

  /** `isAsked`: a cell that is not kept sends its row the long way, so that more are kept. */
  constructor(read: (cell: string) => KnownCell<T>, isAsked: boolean) {
    this.#read = read;
    this.#most = isAsked ? MOST_ASKED : MOST_CELLS;
  }

  get size(): number {
    return this.#cells.length;
  }

  valueOf(code: number): T {
    return this.#cells[code]!.value;
  }

  /** The code of a cell; -1 where it is new and there are too many already. */
  codeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const code = this.#kept.find(bytes, start, end, hash);
    if (code !== -1) return code;
    return this.#kept.size < this.#most && this.#kept.length < MOST_BYTES ? this.#add(bytes, start, end, hash) : -1;
  }

  /** Reads a cell that is not kept. */
  read(bytes: Uint8Array, start: number, end: number): KnownCell<T> {
    return this.#read(textOf(bytes, start, end));
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const cell = this.read(bytes, start, end);
    const code = this.#kept.add(bytes, start, end, hash);
    this.#cells.push(cell);
    if (code >= this.flags.length) {
      this.flags = longer(this.flags, new Uint8Array(code * 2));
      this.numbers = longer(this.numbers, new Float64Array(code * 2));
    }
    this.flags[code] = cell.flags;
    this.numbers[code] = cell.number;
    return code;
  }
}

const FEWEST_CELLS = 64;
const MOST_CELLS = 1 << 16;
/** As many as a nation has villages. */
const MOST_ASKED = 1 << 20;
const MOST_BYTES = 1 << 26;

const textOf = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();
