import type { Row } from '../../language/row.ts';
import type { NoDataRows } from '../no-data-rows.ts';
import type { ChangeCode } from '../value-kind.ts';
import { ByteCells, CR, LF, NO_CODE, RAGGED } from './byte-cells.ts';
import { CHANGED, ODD, UNREAD } from './cell-dictionary.ts';
import { runsOf } from './cell-runs.ts';
import type { CellRun } from './cell-runs.ts';
import { PRIME, SEED } from './kept-bytes.ts';
import { NUMBER } from './scanned-column.ts';
import type { ScannedColumn } from './scanned-column.ts';

const QUOTE = 0x22;
/** The runs of the row are not all known: it is cut cell by cell. */
const UNKNOWN = 16;

/** Cuts rows from bytes, and keeps of the row in hand what it says: by runs of cells that came together before, else cell by cell. */
export class ByteRows {
  readonly #cells: ByteCells;
  readonly #delimiter: number;
  readonly runs: readonly CellRun[];
  /** The run of each column; -1 where it is in none. */
  readonly runOf: Int32Array;
  /** What is taken one after the other: a column by its number, a run by -1 and less. */
  #steps: Int32Array;
  #quoteAt = -1;
  readonly #changes = new Map<ChangeCode, number>();
  #flags = 0;
  #rowAt = 0;
  #isByCells = false;
  bytes: Uint8Array = new Uint8Array();
  /** Where the next row begins. */
  at = 0;
  /** Whether the row in hand has as many cells as the header, and no mark among them. */
  isWhole = false;
  /** For each run, its code; -1 where it is not kept, and only its cells have codes. */
  readonly runCodes: Int32Array;
  /** For each column of numbers, its number, where it is known. */
  readonly numbers: Float64Array;
  /** The bytes of the id, as ids are compared. */
  readonly idBytes: Uint8Array;

  constructor(columns: readonly ScannedColumn[], delimiter: string, noData: NoDataRows) {
    this.#cells = new ByteCells(columns, delimiter, noData);
    this.#delimiter = delimiter.charCodeAt(0);
    this.numbers = this.#cells.numbers;
    this.idBytes = this.#cells.idBytes;
    this.runs = runsOf(columns);
    this.runCodes = new Int32Array(this.runs.length).fill(NO_CODE);
    this.runOf = new Int32Array(columns.length).fill(-1);
    this.runs.forEach(({ first, width }, which) => this.runOf.fill(which, first, first + width));
    this.#steps = this.#stepsTaken();
  }

  get idLength(): number {
    return this.#cells.idLength;
  }

  get changes(): ReadonlyMap<ChangeCode, number> {
    return this.#changes;
  }

  /** Begins with other bytes, whole lines. */
  begin(bytes: Uint8Array, mayHaveQuotes: boolean): void {
    this.bytes = bytes;
    this.at = 0;
    this.#cells.begin(bytes);
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
    const start = this.at;
    this.#rowAt = start;
    this.#isByCells = false;
    let flags = this.#byRuns(start);
    if (flags === UNKNOWN) flags = this.#byCells(start);
    this.#flags = flags;
    const { end } = this.#cells;
    this.isWhole = (flags & RAGGED) === 0 && !(this.#quoteAt < end && this.hasQuote(start, end));
    this.at = end + 1;
    return this.isWhole && (flags & (UNREAD | ODD)) === 0;
  }

  #byRuns(start: number): number {
    const { bytes, runCodes } = this;
    const cells = this.#cells;
    const steps = this.#steps;
    const delimiter = this.#delimiter;
    // What such a row begins with is looked for among its cells.
    if (bytes[start] === delimiter) return UNKNOWN;
    if (cells.loose.length > 0) cells.loose = [];
    let at = start;
    let flags = 0;
    for (let index = 0; index < steps.length; index++) {
      if (index > 0 && bytes[at++] !== delimiter) return UNKNOWN;
      const step = steps[index]!;
      if (step >= 0) {
        flags |= cells.cell(step, at);
        at = cells.end;
        continue;
      }
      const run = this.runs[-1 - step]!;
      const before = runCodes[-1 - step]!;
      const end = run.expectedEnd(before, bytes, at);
      if (end !== -1 && (bytes[end] === delimiter || bytes[end]! <= CR)) {
        const code = (runCodes[-1 - step] = run.expected(before));
        flags |= run.flags[code]!;
        at = end;
        continue;
      }
      const from = at;
      let left = run.width;
      let hash = SEED;
      for (let byte = bytes[at]!; ; byte = bytes[++at]!) {
        if (byte === delimiter ? --left === 0 : byte <= CR) break;
        hash = Math.imul(hash ^ byte, PRIME);
      }
      // The last cell of a row has no delimiter behind it.
      if (left > 1 || (left === 1 && index < steps.length - 1)) return UNKNOWN;
      const code = run.find(bytes, from, at, hash);
      if (code === NO_CODE) return UNKNOWN;
      run.follows(before, code);
      runCodes[-1 - step] = code;
      flags |= run.flags[code]!;
    }
    if (bytes[at] === CR) at++;
    if (bytes[at] !== LF) return UNKNOWN;
    cells.end = at;
    return flags;
  }

  #byCells(start: number): number {
    const { bytes, runCodes } = this;
    const flags = this.#cells.cut(start);
    this.#isByCells = true;
    runCodes.fill(NO_CODE);
    if ((flags & RAGGED) !== 0 || this.hasQuote(start, this.#cells.end)) return flags;
    let isLess = false;
    for (let which = 0; which < this.runs.length; which++) {
      const run = this.runs[which]!;
      if (!run.isUseless) runCodes[which] = run.keep(bytes, this.#cells);
      else if (this.#steps.includes(-1 - which)) isLess = true;
    }
    if (isLess) this.#steps = this.#stepsTaken();
    return flags;
  }

  #stepsTaken(): Int32Array {
    const steps = [];
    for (let column = 0; column < this.runOf.length; column++) {
      const which = this.runOf[column]!;
      if (which === -1 || this.runs[which]!.isUseless) steps.push(column);
      else if (this.runs[which]!.first === column) steps.push(-1 - which);
    }
    return Int32Array.from(steps);
  }

  /** The code of the cell of a column in the row in hand; -1 where it has none. */
  codeAt(column: number): number {
    const which = this.runOf[column]!;
    const run = which === -1 ? NO_CODE : this.runCodes[which]!;
    return run === NO_CODE ? this.#cells.codes[column]! : this.runs[which]!.cellOf(run, column);
  }

  /** The row in hand has been read: its cells are known from now on. */
  known(): void {
    if (!this.#isByCells) this.#byCells(this.#rowAt);
    const { codes, starts, ends } = this.#cells;
    this.#cells.columns.forEach((column, index) => {
      const code = codes[index]!;
      if (code !== NO_CODE) column.dictionary.flags[code]! &= ~UNREAD;
      if (ends[index]! > starts[index]!) column.isFilled = true;
    });
  }

  /** The row in hand was counted: what its cells were changed in is counted too. */
  count(): void {
    if ((this.#flags & CHANGED) === 0) return;
    this.#cells.columns.forEach((column, index) => {
      const code = this.codeAt(index);
      if (code !== NO_CODE && (column.dictionary.flags[code]! & CHANGED) !== 0) this.#countChanges(column.changesOf(code));
    });
    this.#countChanges(this.#cells.loose);
  }

  /** The value in a column of the row in hand. The id is none of them. */
  valueAt(index: number): Row[string] {
    const column = this.#cells.columns[index]!;
    const code = this.codeAt(index);
    return code === NO_CODE && column.mode !== NUMBER ? undefined : column.valueOf(code, this.numbers[index]!);
  }

  #countChanges(changes: readonly ChangeCode[]): void {
    for (const change of changes) this.#changes.set(change, (this.#changes.get(change) ?? 0) + 1);
  }
}
