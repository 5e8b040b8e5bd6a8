import type { Kind } from '../../language/column.ts';
import { UNREAD } from './cell-dictionary.ts';
import { hashOf, KeptBytes, longer } from './kept-bytes.ts';
import { WORDS } from './scanned-column.ts';
import type { ScannedColumn } from './scanned-column.ts';

/** A row that was cut cell by cell. */
interface CutCells {
  readonly columns: readonly ScannedColumn[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly codes: Int32Array;
}

/** Cells side by side that come together again and again, as those of a place: all of them are found by one look. */
export class CellRun {
  /** Its first column. */
  readonly first: number;
  readonly width: number;
  readonly #kept = new KeptBytes();
  /** The codes of the cells of each run that is kept, one after the other. */
  #cells = new Int32Array(64);
  flags = new Uint8Array(64);
  /** The run that last came after each one: rows follow each other in some order, and often in the same. */
  #next = new Int32Array(64);
  /** How often that was right, less how often it was not. */
  #luck = 0;
  #isClosed = false;
  #found = 0;
  #missed = 0;

  constructor(first: number, width: number) {
    this.first = first;
    this.width = width;
  }

  /** Where the run ends that is expected after another; -1 where another stands there, or none is expected. */
  expectedEnd(before: number, bytes: Uint8Array, start: number): number {
    if (before === -1 || this.#luck < LEAST_LUCK) return -1;
    const end = this.#kept.endAt(this.#next[before]!, bytes, start);
    if (end === -1) this.#luck -= 2;
    else if (this.#luck < MOST_LUCK) this.#luck++;
    return end;
  }

  /** The run that is expected after another. */
  expected(before: number): number {
    return this.#next[before]!;
  }

  /** One run came after another. */
  follows(before: number, code: number): void {
    if (before !== -1) this.#next[before] = code;
  }

  /** The code of a run, from its first byte to behind its last; -1 where it is not kept. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const code = this.#kept.find(bytes, start, end, hash);
    if (code === -1) this.#missed++;
    else this.#found++;
    return code;
  }

  /** Keeps the run of a row whose cells have these places, codes and flags, if there is room; gives its code, or -1. */
  keep(bytes: Uint8Array, { starts, ends, codes, columns }: CutCells): number {
    const last = this.first + this.width - 1;
    let flags = 0;
    for (let index = this.first; index <= last; index++) {
      const code = codes[index]!;
      // A column of too many different cells: no new run of it comes again.
      if (code === -1) this.#isClosed = true;
      if (code === -1) return -1;
      flags |= columns[index]!.dictionary.flags[code]!;
    }
    const [start, end] = [starts[this.first]!, ends[last]!];
    const hash = hashOf(bytes, start, end);
    const known = this.#kept.find(bytes, start, end, hash);
    // What a cell tells of its whole column is forgotten once it is read.
    if (known !== -1 || this.isFull || (flags & UNREAD) !== 0) return known;
    const code = this.#kept.add(bytes, start, end, hash);
    if (code >= this.flags.length) {
      this.flags = longer(this.flags, new Uint8Array(code * 2));
      this.#next = longer(this.#next, new Int32Array(code * 2));
    }
    const from = code * this.width;
    if (from + this.width > this.#cells.length) this.#cells = longer(this.#cells, new Int32Array((from + this.width) * 2));
    for (let index = 0; index < this.width; index++) this.#cells[from + index] = codes[this.first + index]!;
    this.flags[code] = flags;
    return code;
  }

  /** The code of the cell of a column within a run. */
  cellOf(code: number, column: number): number {
    return this.#cells[code * this.width + column - this.first]!;
  }

  get isFull(): boolean {
    return this.#isClosed || this.#kept.size >= MOST_RUNS || this.#kept.length >= MOST_BYTES;
  }

  /** Too many are different: looking for them costs more than it spares. */
  get isUseless(): boolean {
    return this.isFull && this.#missed > this.#found;
  }
}

/** Once it is wrong a third of the time, nothing is expected any more. */
const LEAST_LUCK = -100_000;
const MOST_LUCK = 10_000;
const MOST_RUNS = 1 << 20;
const MOST_BYTES = 1 << 26;

/** Columns of which few cells are alike. */
const LOOSE: ReadonlySet<Kind> = new Set<Kind>(['date', 'moment', 'text', 'text-id', 'identity', 'rate']);

/** Where cells side by side may come together again and again. */
export function runsOf(columns: readonly ScannedColumn[]): readonly CellRun[] {
  const runs: CellRun[] = [];
  let first = 0;
  for (let index = 0; index <= columns.length; index++) {
    if (index < columns.length && repeats(columns[index]!)) continue;
    if (index - first > 1) runs.push(new CellRun(first, index - first));
    first = index + 1;
  }
  return runs;
}

function repeats({ mode, heading, isAsked }: ScannedColumn): boolean {
  return (
    mode === WORDS &&
    heading !== undefined &&
    (isAsked || (!LOOSE.has(heading.definition.kind) && heading.definition.personal === undefined))
  );
}
