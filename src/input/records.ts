import { Buffer } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import type { CsvError } from 'csv-parse';
import { utf8Chunks } from './decode.ts';
import type { Inspection } from './decode.ts';
import { cellTooLong, recordTooLong, tooManyCells } from './limits.ts';
import type { Limits } from './limits.ts';
import type { Source } from './source.ts';

export const DELIMITERS = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The cells of one record, as many as it has; blank lines have one empty cell. */
export type Cells = readonly string[];

/** What stands between a file's bytes and its records. */
export interface Encoded extends Pick<Inspection, 'encoding' | 'mark' | 'lineEnds' | 'hasQuote'> {
  readonly source: Source;
  readonly limits: Limits;
  readonly delimiter: Delimiter;
}

/** A batch of records. */
export interface RecordBatch {
  /** So many rows of data, each one line, stand before these records and have been read already. */
  readonly passed?: number | undefined;
  readonly records: readonly Cells[];
  /** In the last batch, the record in which a quotation mark stays open: all that follows the mark, to the end of the file, is its last cell. */
  readonly unclosed?: Cells | undefined;
  /** The record in which the mark stays open is too long to be given: what it holds is left out. */
  readonly isCut?: boolean | undefined;
}

/** Where in a file a reading begins that is not at its beginning: the file from there, and how many lines stand before. */
export interface LaterPart {
  readonly source: Source;
  readonly lines: number;
}

/**
 * The records of a file, in batches: one asynchronous step for thousands of rows.
 * Headings are mapped by ourselves, because csv-parse's `columns` would silently lose the cell of a second column with the same heading;
 * the width of every row is judged by ourselves, because its error would end the reading at the first bad row.
 */
export async function* readRecords(whole: Encoded, later?: LaterPart): AsyncGenerator<RecordBatch> {
  const encoded: Encoded = later ? { ...whole, source: later.source, encoding: 'utf-8', mark: 0 } : whole;
  if (!encoded.hasQuote && encoded.lineEnds.length === 1) {
    yield* recordsOfLines(encoded, encoded.lineEnds[0]!);
    return;
  }
  const parser = parserFor(encoded);
  for await (const chunk of utf8Chunks(encoded.source, encoded)) {
    const records = parser.take(chunk);
    if (records.length > 0) yield { records };
    parser.refuseTooLarge();
    if (parser.hasFailed()) break;
  }
  const { records, isUnclosed, tooLongAt } = await parser.end();
  if (parser.isTooLarge()) yield { records };
  parser.refuseTooLarge();
  if (tooLongAt === undefined) {
    yield { records, unclosed: isUnclosed ? await unclosedRecord(encoded) : undefined };
    return;
  }
  if (!(await hasOddQuotes(whole))) throw recordTooLong(whole.source.file, tooLongAt + (later?.lines ?? 0), whole.limits);
  yield { records, unclosed: [], isCut: true };
}

/** The records of a file that has no quotation mark, and whose lines end alike: each line is one, as csv-parse would cut it, which takes ten times as long. */
async function* recordsOfLines(encoded: Encoded, lineEnd: string): AsyncGenerator<RecordBatch> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of utf8Chunks(encoded.source, encoded)) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split(lineEnd);
    rest = lines.pop()!;
    if (lines.length > 0) yield* asRecords(lines, encoded);
  }
  rest += decoder.end();
  if (rest !== '') yield* asRecords([rest], encoded);
}

/** Lines as records. One that is no row of a table ends the reading, after those before it. */
function* asRecords(lines: readonly string[], encoded: Encoded): Generator<RecordBatch> {
  const records: Cells[] = [];
  for (const line of lines) {
    const record = line.split(encoded.delimiter);
    const fault = sizeFault(record, encoded);
    if (fault) {
      yield { records };
      throw fault;
    }
    records.push(record);
  }
  yield { records };
}

/** Whether one quotation mark of the file has no other: then it is no long cell in which the reading stopped, but a mark that stays open. */
async function hasOddQuotes({ source, encoding, mark }: Encoded): Promise<boolean> {
  let quotes = 0;
  for await (const chunk of utf8Chunks(source, { encoding, mark })) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let at = bytes.indexOf(QUOTE); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) quotes++;
  }
  return quotes % 2 === 1;
}
const QUOTE = 0x22;

/** The last record of a file that ends inside quotation marks: what it would be if they were closed there. */
async function unclosedRecord(encoded: Encoded): Promise<Cells> {
  const parser = parserFor(encoded);
  let last: Cells = [];
  for await (const chunk of utf8Chunks(encoded.source, encoded)) last = parser.take(chunk).at(-1) ?? last;
  last = parser.take('"').at(-1) ?? last;
  const { records } = await parser.end();
  return records.at(-1) ?? last;
}

/** How csv-parse is to cut a file. */
const cutting = ({ delimiter, lineEnds, limits }: Pick<Encoded, 'delimiter' | 'lineEnds' | 'limits'>) => ({
  delimiter,
  record_delimiter: [...lineEnds],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: limits.record,
});

/** The records in some bytes of a file, which end where a record does. */
export function recordsIn(bytes: Uint8Array, encoded: Encoded): readonly Cells[] {
  const records = parseAtOnce(bytes, cutting(encoded)) as unknown as readonly Cells[];
  return records.map((record) => ofBearableSize(record, encoded));
}

/** The error for a record that is no row of a table: too many cells, or one that is too long. */
function sizeFault(record: Cells, { source: { file }, limits }: Pick<Encoded, 'source' | 'limits'>): Error | undefined {
  if (record.length > limits.cells) return tooManyCells(file, limits);
  for (const cell of record) if (cell.length > limits.cell) return cellTooLong(file, limits);
  return undefined;
}

function ofBearableSize(record: Cells, encoded: Pick<Encoded, 'source' | 'limits'>): Cells {
  const fault = sizeFault(record, encoded);
  if (fault) throw fault;
  return record;
}

/** The record of one line that has no quotation mark: then nothing but the delimiter tells its cells apart. */
export const recordOfLine = (line: string, encoded: Encoded): Cells => ofBearableSize(line.split(encoded.delimiter), encoded);

function parserFor(encoded: Encoded) {
  const parser = parse(cutting(encoded));
  takeAnyWidth(parser);
  let failure: CsvError | undefined;
  parser.on('error', (error: CsvError) => {
    failure = error;
  });
  let tooLarge: Error | undefined;
  const drain = (): Cells[] => {
    const records: Cells[] = [];
    for (let record = parser.read() as Cells | null; record !== null; record = parser.read() as Cells | null) {
      tooLarge ??= sizeFault(record, encoded);
      if (tooLarge === undefined) records.push(record);
    }
    return records;
  };
  return {
    /** Whether a record was no row of a table: the records before it are given first, so that what is found in them is said. */
    isTooLarge: (): boolean => tooLarge !== undefined,
    refuseTooLarge: (): void => {
      if (tooLarge) throw tooLarge;
    },
    /** The records that a further piece of text completes. */
    take: (text: Uint8Array | string): readonly Cells[] => {
      parser.write(text);
      return drain();
    },
    /** Whether it has met what it cannot go on with. Known one turn after the piece of text in which it stands. */
    hasFailed: (): boolean => failure !== undefined,
    /** The records that the end completes, and whether it came inside quotation marks. */
    end: async (): Promise<{
      readonly records: readonly Cells[];
      readonly isUnclosed: boolean;
      readonly tooLongAt?: number | undefined;
    }> => {
      if (failure === undefined) parser.end();
      // The end is parsed in the same turn; its error, if any, is emitted in the next one.
      const records = drain();
      await new Promise((resolve) => setImmediate(resolve));
      for (const record of drain()) records.push(record);
      if (failure?.code === 'CSV_MAX_RECORD_SIZE') return { records, isUnclosed: false, tooLongAt: Number(failure['lines'] ?? 1) };
      if (failure && failure.code !== 'CSV_QUOTE_NOT_CLOSED') throw failure;
      return { records, isUnclosed: failure !== undefined };
    },
  };
}

/**
 * Lets every record have the width that is expected. csv-parse makes an error of each that has not, though it is told to take any width, and throws
 * it away: five million blank lines took ten minutes.
 */
function takeAnyWidth(parser: object): void {
  const { state } = parser as { readonly state?: { readonly record?: readonly string[] } };
  if (state?.record) Object.defineProperty(state, 'expectedRecordLength', { get: () => state.record!.length, set: () => {} });
}

/** How many lines of the file a record takes up: one, and one for every line break inside its cells. */
export function linesOf(cells: Cells): number {
  let lines = 1;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines++;
  }
  return lines;
}
