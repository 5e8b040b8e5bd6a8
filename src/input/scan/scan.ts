import { Buffer } from 'node:buffer';
import { isBlank } from '../cell.ts';
import { utf8Chunks } from '../decode.ts';
import { hasMembers } from '../open-table.ts';
import type { OpenedTable } from '../open-table.ts';
import { NoDataRows } from '../no-data-rows.ts';
import { linesOf, readRecords, recordOfLine, recordsIn } from '../records.ts';
import type { Cells, RecordBatch } from '../records.ts';
import { tables } from '../../tables/index.ts';
import { blankAmongTicks } from '../ticks.ts';
import type { ChangeCode } from '../value-kind.ts';
import { ByteRows } from './byte-rows.ts';
import { endOfRecord } from './quoted-record.ts';
import { HeldBytes } from './held-bytes.ts';
import { ScannedColumn } from './scanned-column.ts';

/** Who counts plain rows. */
export interface PlainRowTaker {
  /** Whether the row in hand could be counted as it stands. */
  readonly offer: (rows: ByteRows, row: number) => boolean;
  /** The row in hand was read as any other and is known to be data. */
  readonly learn: (rows: ByteRows, row: number) => void;
}

/** After so many rows it is seen whether scanning pays: of them at least a quarter must be plain. */
const WINDOW = 1 << 16;
const LEAST_PLAIN = WINDOW / 4;

/**
 * Reads a text file by its bytes: rows of nothing but plain cells, and of cells that were read before, are offered to who counts them; every other row is handed
 * on as a record, in its place, to be cut by csv-parse where it has a quotation mark and read like any other. What a cell means is nowhere said a second time.
 */
export class Scan {
  readonly columns: readonly ScannedColumn[];
  readonly rows: ByteRows;
  readonly #file: OpenedTable;
  readonly #text: NonNullable<OpenedTable['text']>;
  readonly #taker: PlainRowTaker;
  readonly #noData: NoDataRows;
  // What has been gone through: bytes of text, records, lines.
  #bytes = 0;
  #record = 0;
  #lines = 0;
  #passed = 0;

  /** Nothing where the file is none that can be scanned. `asked`: the columns whose values count. */
  static of(file: OpenedTable, asked: ReadonlySet<string>, taker: (scan: Scan) => PlainRowTaker): Scan | undefined {
    const { text, headings } = file;
    if (!text || file.hasNul || text.lineEnds.length !== 1 || hasMembers(file) || file.mergedDown.size > 0) return undefined;
    if (text.encoding !== 'utf-8' && text.encoding !== 'gb18030') return undefined;
    // What a blank means there is known only after the last row.
    const isOpen = headings.some(
      (heading) => heading.definition.required && !heading.unit.ticked && blankAmongTicks(heading) !== undefined,
    );
    if (isOpen || headings.some(({ definition }) => definition.ofCounty)) return undefined;
    if (tables[file.table].statedRates) return undefined;
    return new Scan(file, text, asked, taker);
  }

  private constructor(
    file: OpenedTable,
    text: NonNullable<OpenedTable['text']>,
    asked: ReadonlySet<string>,
    taker: (scan: Scan) => PlainRowTaker,
  ) {
    this.#file = file;
    this.#text = text;
    this.#noData = new NoDataRows(file.table, file.headings, file.header);
    const besides = new Set(file.headings.flatMap(({ definition }) => definition.besides ?? []));
    this.columns = Array.from({ length: file.width }, (_, index) => {
      const heading = file.headings.find((one) => one.index === index);
      return new ScannedColumn(
        heading,
        asked.has(heading?.column ?? ''),
        index,
        besides,
        heading?.definition.required === true,
        this.#noData,
      );
    });
    this.rows = new ByteRows(this.columns, text.delimiter, this.#noData);
    this.#taker = taker(this);
  }

  /** The line on which the row in hand stands. */
  get line(): number {
    return this.#lines + 1;
  }

  /** What plain cells were changed in reading. */
  get changes(): ReadonlyMap<ChangeCode, number> {
    return this.rows.changes;
  }

  /** The records that are not plain, each with the number of plain rows before it. */
  async *records(): AsyncGenerator<RecordBatch> {
    const held = new HeldBytes();
    for await (const bytes of this.#textBytes(0, 'passing')) {
      held.add(bytes);
      const used = yield* this.#region(held.wholeLines(), false);
      if (used === undefined) {
        yield* this.#slowly();
        return;
      }
      held.drop(used);
      yield this.#batch([]);
    }
    held.endLine();
    const used = yield* this.#region(held.wholeLines(), true);
    if (used === undefined) yield* this.#slowly();
    else yield this.#batch([]);
  }

  /** Goes through whole lines; gives how many bytes were used, or nothing where the rest is to be read in the usual way. */
  async *#region(region: Uint8Array, isEnd: boolean): AsyncGenerator<RecordBatch, number | undefined> {
    const { rows } = this;
    const begin = this.#bytes;
    rows.begin(region, this.#text.hasQuote);
    let slow = 0;
    let plain = 0;
    while (rows.at < region.length) {
      const at = rows.at;
      if (rows.cut() && this.#record > this.#file.headerRecord && this.#taker.offer(rows, this.#record + 1)) {
        rows.count();
        this.#pass();
        this.#bytes = begin + rows.at;
        plain++;
        continue;
      }
      slow++;
      const record = this.#recordAt(region, at, isEnd);
      if (record === 'cut off') return at;
      if (record === 'unclosed') return undefined;
      yield this.#batch([record.cells]);
      this.#lines += this.#file.rowsAreLines ? 1 : linesOf(record.cells);
      this.#record++;
      this.#bytes = begin + record.end;
      rows.at = record.end;
      if (this.#record - 1 <= this.#file.headerRecord) continue;
      const isData = !record.cells.every(isBlank) && this.#noData.of(record.cells) === undefined;
      if (!this.#noData.isUnderOwnHeader) return undefined;
      if (isData && rows.isWhole) {
        rows.known();
        this.#taker.learn(rows, this.#record);
      }
      if (slow >= WINDOW) {
        if (plain < LEAST_PLAIN) return undefined;
        slow = plain = 0;
      }
    }
    return rows.at;
  }

  #pass(): void {
    this.#passed++;
    this.#record++;
    this.#lines++;
  }

  #batch(records: readonly Cells[]): RecordBatch {
    const passed = this.#passed;
    this.#passed = 0;
    return { records, passed };
  }

  /** The record that begins there, as csv-parse cuts it. */
  #recordAt(region: Uint8Array, at: number, isEnd: boolean): { readonly cells: Cells; readonly end: number } | 'cut off' | 'unclosed' {
    const { rows } = this;
    const lineEnd = region.indexOf(LF, at);
    if (!rows.hasQuote(at, lineEnd)) {
      const end = lineEnd > at && region[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
      return { cells: recordOfLine(Buffer.from(region.buffer, region.byteOffset + at, end - at).toString(), this.#text), end: lineEnd + 1 };
    }
    const end = endOfRecord(region, at, this.#text.delimiter.charCodeAt(0));
    const length = (end ?? region.length) - at;
    if (length > this.#text.limits.record / 2 || (end === undefined && isEnd)) return 'unclosed';
    if (end === undefined) return 'cut off';
    const withoutBreak = region[end - 2] === CR ? end - 2 : end - 1;
    const [cells, more] = recordsIn(region.subarray(at, withoutBreak), this.#text);
    return cells === undefined || more !== undefined ? 'unclosed' : { cells, end };
  }

  /** Everything from the record in hand on, in the usual way. */
  async *#slowly(): AsyncGenerator<RecordBatch> {
    yield this.#batch([]);
    const { source } = this.#text;
    const bytes = this.#bytes;
    const later = { source: { ...source, open: () => this.#textBytes(bytes) }, lines: this.#lines };
    yield* readRecords(this.#text, later);
  }

  /** The text in UTF-8, from a byte of it on. */
  async *#textBytes(from = 0, passing?: 'passing'): AsyncGenerator<Uint8Array> {
    let toSkip = from;
    for await (const chunk of utf8Chunks(this.#text.source, this.#text, passing)) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      if (toSkip < bytes.length) yield bytes.subarray(toSkip);
      toSkip = Math.max(0, toSkip - bytes.length);
    }
  }
}

const LF = 0x0a;
const CR = 0x0d;
