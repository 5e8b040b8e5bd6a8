import { Buffer, isUtf8 } from 'node:buffer';
import type { Source } from '../source.ts';
import type { Budget } from './budget.ts';
import { NONE, TextWriter } from './cell-texts.ts';
import type { Cells } from './cell-texts.ts';
import { ColumnCells } from './column-cells.ts';
import type { Footer, RowGroup } from './footer.ts';
import { ForwardBytes } from './forward-bytes.ts';
import { notUtf8 } from './refused.ts';
import type { ParquetColumn } from './schema.ts';

/** Between cells: a mark that was made for it, and stands in hardly any text. */
export const CELL_END = '\u001f';

const BETWEEN = 0x1f;
const LF = 0x0a;
const QUOTE = 0x22;
/** Most cells are no longer: room for so many bytes is made for all of a row at once. */
const SHORT = 256;
/** So many bytes are handed on at once, and the rest of a row. */
const PIECE = 1 << 18;
/** Bytes for which a cell is put into quotation marks: what ends cells and rows, the mark itself, and NUL, so that no row with one is plain. */
const QUOTED = Uint8Array.from({ length: QUOTE + 1 }, (_, byte) => Number([0, LF, 0x0d, BETWEEN, QUOTE].includes(byte)));

/** What is known of a Parquet file before its rows are read. */
export interface ParquetTable {
  readonly source: Source;
  readonly footer: Footer;
  readonly columns: readonly ParquetColumn[];
  readonly newBudget: () => Budget;
}

/** The rows as delimited text in UTF-8, below a header of the names of the columns: from here on it is read like any other. */
export async function* rowsAsText(table: ParquetTable, passing?: 'passing'): AsyncGenerator<Uint8Array> {
  const { columns, source, footer } = table;
  const writer = new RowWriter(source.file, columns, passing !== undefined);
  const forward = new ForwardBytes(source);
  const budget = table.newBudget();
  try {
    yield writer.header();
    for (const group of footer.groups) {
      if (group.rows === 0) continue;
      const cells = await columnsOf(group, table, forward, budget);
      for await (const piece of writer.rows(cells, group.rows)) {
        budget.spend(piece.length);
        yield piece;
      }
      for (const column of cells) column.done();
      budget.hold(0, sizeOf(group, columns));
    }
    await forward.finish();
  } finally {
    await forward.close();
  }
}

/** The columns of a row group, their bytes in memory: taken in the order in which they lie in the file. */
async function columnsOf(
  { chunks, rows }: RowGroup,
  { source, columns }: ParquetTable,
  forward: ForwardBytes,
  budget: Budget,
): Promise<readonly ColumnCells[]> {
  const cells: ColumnCells[] = [];
  const inFile = columns.map(({ leaf }, index) => ({ index, chunk: chunks[leaf]! })).toSorted((a, b) => a.chunk.start - b.chunk.start);
  budget.hold(sizeOf({ chunks, rows }, columns), 0);
  for (const { index, chunk } of inFile) {
    const bytes = await forward.take(chunk.start, chunk.end);
    cells[index] = new ColumnCells(source.file, columns[index]!, bytes, chunk.codec, rows, budget);
  }
  return cells;
}

const sizeOf = ({ chunks }: RowGroup, columns: readonly ParquetColumn[]): number =>
  columns.reduce((sum, { leaf }) => sum + chunks[leaf]!.end - chunks[leaf]!.start, 0);

/** Writes rows from cells that lie in columns. */
class RowWriter {
  readonly #file: string;
  readonly #columns: readonly ParquetColumn[];
  /** A piece is done with before the next one is asked for. */
  readonly #isPassing: boolean;
  #bytes = Buffer.allocUnsafeSlow(PIECE * 2);
  #length = 0;
  /** The row, from 1, with which the piece in hand begins. The header is the first. */
  #firstRow = 1;

  constructor(file: string, columns: readonly ParquetColumn[], isPassing: boolean) {
    this.#file = file;
    this.#isPassing = isPassing;
    this.#columns = columns;
  }

  header(): Uint8Array {
    const texts = new TextWriter(this.#columns.length);
    for (const { name } of this.#columns) texts.text(name);
    const header = { texts: texts.done() };
    this.#row(
      this.#columns.map((_, index) => ({ ...header, which: Int32Array.of(index) })),
      new Int32Array(this.#columns.length),
      0,
    );
    return this.#taken(1);
  }

  /** So many rows, in pieces of whole rows. */
  async *rows(columns: readonly ColumnCells[], count: number): AsyncGenerator<Uint8Array> {
    const cells: Cells[] = [];
    const next = new Int32Array(columns.length);
    let untaken = 0;
    for (let row = 0; row < count;) {
      let known = count - row;
      for (const [index, column] of columns.entries()) {
        if (next[index] === (cells[index]?.which.length ?? 0)) {
          await turn();
          cells[index] = column.next();
          next[index] = 0;
        }
        known = Math.min(known, cells[index]!.which.length - next[index]!);
      }
      for (let index = 0; index < known; index++) {
        this.#row(cells, next, index);
        untaken++;
        if (this.#length < PIECE) continue;
        await turn();
        yield this.#taken(untaken);
        untaken = 0;
      }
      for (let index = 0; index < next.length; index++) next[index]! += known;
      row += known;
    }
    if (untaken > 0) yield this.#taken(untaken);
  }

  #row(cells: readonly Cells[], next: Int32Array, below: number): void {
    // Each byte may be two, between marks, behind a delimiter.
    this.#room(cells.length * (SHORT * 2 + 3) + 1);
    let to = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < cells.length; index++) {
      if (index > 0) to[at++] = BETWEEN;
      const { texts, which } = cells[index]!;
      const place = which[next[index]! + below]!;
      if (place === NONE) continue;
      const { bytes } = texts;
      const start = texts.starts[place]!;
      const end = texts.ends[place]!;
      if (end - start > SHORT) {
        this.#length = at;
        this.#room((end - start) * 2 + 3 + (cells.length - index) * (SHORT * 2 + 3));
        to = this.#bytes;
      }
      const begin = at;
      for (let from = start; from < end; from++) {
        const byte = bytes[from]!;
        if (byte <= QUOTE && QUOTED[byte] === 1) {
          at = quoted(bytes, start, end, to, begin);
          break;
        }
        to[at++] = byte;
      }
    }
    to[at++] = LF;
    this.#length = at;
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + bytes));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  /** What was written, so many rows. */
  #taken(rows: number): Uint8Array {
    const written = this.#bytes.subarray(0, this.#length);
    const piece = this.#isPassing ? written : new Uint8Array(written);
    if (!isUtf8(piece)) throw this.#broken(piece);
    this.#length = 0;
    this.#firstRow += rows;
    return piece;
  }

  #broken(piece: Uint8Array): Error {
    const { row, column } = firstBroken(piece);
    return notUtf8(this.#file, this.#firstRow + row, this.#columns[column]?.name ?? '');
  }
}

/** The bytes of a row group are read at once: between its pages and pieces whoever waits has his turn, and can end the run. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Writes a cell between quotation marks, each of its own twice; gives the place behind it. */
function quoted(bytes: Uint8Array, start: number, end: number, to: Uint8Array, begin: number): number {
  let at = begin;
  to[at++] = QUOTE;
  for (let from = start; from < end; from++) {
    if (bytes[from] === QUOTE) to[at++] = QUOTE;
    to[at++] = bytes[from]!;
  }
  to[at++] = QUOTE;
  return at;
}

/** In which row and column of a piece the first cell stands that is not UTF-8, both from 0. */
function firstBroken(piece: Uint8Array): { readonly row: number; readonly column: number } {
  let row = 0;
  let column = 0;
  let start = 0;
  let isOpen = false;
  for (let at = 0; at < piece.length; at++) {
    if (piece[at] === QUOTE) isOpen = !isOpen;
    if (isOpen || (piece[at] !== BETWEEN && piece[at] !== LF)) continue;
    if (!isUtf8(piece.subarray(start, at))) break;
    start = at + 1;
    if (piece[at] === LF) {
      row++;
      column = 0;
    } else column++;
  }
  return { row, column };
}
