import { maskNumbersIn, maskPlaceCode } from '../input/mask.ts';
import { legibleCell, onOneLine } from '../vocabulary/legible.ts';
import type { About, DataColumn, DataRecord, DataTable, Faces, Format, Surface, Writer } from './format.ts';
import type { Block, Cell, Column, Inline, Line, Page, RowGroup, Run, Table } from './page.ts';

/**
 * The gate before every format: whatever a face holds, no number of a person leaves the tool whole, and nothing that a person reads
 * holds a character that a terminal obeys or that cannot be seen. A format that is in the list of formats stands behind it.
 */
export const gated = <F extends keyof Faces>(writer: Writer<F>): Format<F> =>
  ({ ...writer, write: (faces, surface) => writer.write(gatedFaces(faces), gatedParts(surface)) }) satisfies Writer<F> as Format<F>;

/**
 * A format that stands behind the gate in a file of its own, which is read when something is first written in it: who asks for CSV does not wait for what
 * draws tables. `known` is what the choice of a format needs; a test holds that it is what the file says.
 */
export function gatedLater<F extends keyof Faces>(known: Omit<Writer<F>, 'write'>, load: () => Promise<Format<F>>): Format<F> {
  const writer: Writer<F> = { ...known, write: (faces, surface) => piecesOf(load, faces, surface) };
  return writer as Format<F>;
}

async function* piecesOf<F extends keyof Faces>(
  load: () => Promise<Format<F>>,
  faces: Pick<Faces, F> & About,
  surface: Surface,
): AsyncGenerator<string | Uint8Array> {
  const { write } = await load();
  yield* write(faces, surface);
}

/** A line that the tool writes itself (a note, an error): numbers of persons masked, everything visible and on one line. */
export const gatedLine = (text: string): string => onOneLine(maskNumbersIn(text, 'line'));

const gatedFaces = <F extends keyof Faces>(faces: Pick<Faces, F> & About): Pick<Faces, F> => {
  const { page, data, record, document, sheets, isOfFiguresAlone }: Partial<Faces> & About = faces;
  if (isOfFiguresAlone) return faces;
  const made: Partial<Faces> = {
    ...(page && { page: () => gatedPage(page()) }),
    ...(data && { data: () => gatedData(data()) }),
    ...(record && { record: () => gatedRecord(record()) }),
    ...(document && { document: async () => gatedParts(await document()) }),
    ...(sheets && { sheets: () => gatedParts(sheets()) }),
  };
  return made as Pick<Faces, F>;
};

// ---- what people read

async function* gatedPage(page: Page): AsyncGenerator<Block> {
  for await (const block of page) yield gatedBlock(block);
}

const gatedCellText = (text: string): string => onOneLine(maskNumbersIn(text, 'cell'));

function gatedBlock(block: Block): Block {
  if (block.kind === 'table') return gatedTable(block);
  if (block.kind === 'notes')
    return { ...block, notes: block.notes.map((note) => (typeof note === 'string' ? gatedNote(note) : note.map(gatedNote))) };
  if (block.kind === 'figures')
    return {
      ...block,
      groups: block.groups.map(({ heading, figures }) => ({
        ...(heading !== undefined && { heading: gatedLine(heading) }),
        figures: figures.map(({ label, words }) => ({ label: gatedLine(label), words: words.map(gatedCellText) })),
      })),
    };
  if (block.kind === 'overview' || block.kind === 'tallies' || block.kind === 'matrix') return gatedParts(block, gatedCellText);
  return { ...block, text: gatedInline(block.text) };
}

/** An address stands in a line of its own and is ours, or that of the standards that somebody gave. */
const gatedNote = (text: string): string => (/^https?:\/\/\S+$/u.test(text) ? onOneLine(text) : gatedLine(text));

const gatedInline = (text: Inline): Inline =>
  typeof text === 'string'
    ? gatedLine(text)
    : text.map((run): string | Run => (typeof run === 'string' ? gatedLine(run) : { ...run, text: gatedLine(run.text) }));

function gatedTable<T extends Table>(table: T): T {
  const group = ({ heading, rows }: RowGroup): RowGroup => ({
    ...(heading !== undefined && { heading: gatedCellText(heading) }),
    rows: rows.map((row) => row.map(gatedCell)),
  });
  return {
    ...table,
    columns: table.columns.map((column): Column => ({ ...column, head: gatedCellText(column.head) })),
    groups: table.groups.map(group),
    ...(table.otherwise && { otherwise: table.otherwise.map(gatedBlock) }),
  };
}

const gatedCell = (cell: Cell): Cell =>
  typeof cell === 'string'
    ? gatedCellText(cell)
    : cell.map((line): string | Line => (typeof line === 'string' ? gatedCellText(line) : { ...line, text: gatedCellText(line.text) }));

/** A text among others whose place is not known: hashes, addresses and codes of villages are told by how they look. */
function gatedText(text: string): string {
  if (HASHES.test(text) || /^https?:\/\/\S+$/u.test(text)) return onOneLine(text);
  return onOneLine(/^\d{12}$/u.test(text) ? maskPlaceCode(text) : maskNumbersIn(text, FIGURE.test(text) ? 'cell' : 'line'));
}
/** An amount of ours, with its decimals and its unit. */
const FIGURE = /^[≥≤+-]?\d+\.\d+\D*$/u;

/** A cell of a workbook or of HTML may have several lines: it stays a cell. */
const gatedLines = (text: string): string => text.split('\n').map(gatedText).join('\n');

/**
 * Every text in something that is made of many kinds of parts: a document, a workbook. What holds no text to be hidden stays the same object; what comes
 * one by one still does.
 */
function gatedParts<T>(value: T, textOf: (text: string) => string = gatedLines): T {
  if (typeof value === 'string') return textOf(value) as T;
  if (typeof value === 'function')
    return ((...given: unknown[]) => gatedParts((value as (...all: unknown[]) => unknown)(...given), textOf)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => gatedParts(item, textOf));
    return items.every((item, at) => item === value[at]) ? value : (items as T);
  }
  if (value instanceof Promise) return value.then((settled) => gatedParts(settled, textOf)) as T;
  if (Symbol.asyncIterator in value) return gatedAsyncIterable(value as unknown as AsyncIterable<unknown>, textOf) as T;
  if (Symbol.iterator in value) return gatedIterable(value as unknown as Iterable<unknown>, textOf) as T;
  const entries = Object.entries(value);
  const parts = entries.map(([key, part]) => [key, gatedParts(part, textOf)] as const);
  return parts.every(([, part], at) => part === entries[at]![1]) ? value : (Object.fromEntries(parts) as T);
}

const gatedIterable = <T>(items: Iterable<T>, textOf: (text: string) => string): Iterable<T> => ({
  *[Symbol.iterator]() {
    for (const item of items) yield gatedParts(item, textOf);
  },
});

const gatedAsyncIterable = <T>(items: AsyncIterable<T>, textOf: (text: string) => string): AsyncIterable<T> => ({
  async *[Symbol.asyncIterator]() {
    for await (const item of items) yield gatedParts(item, textOf);
  },
});

// ---- what spreadsheets read

function gatedData({ columns, rows }: DataTable): DataTable {
  return { columns: columns.map(gatedColumn), rows: gatedRows(rows, columns.map(gateOf)) };
}

const gatedColumn = (column: DataColumn): DataColumn => {
  const name = (text: string): string => onOneLine(maskNumbersIn(text, 'line'));
  return { ...column, id: name(column.id), label: { zh: name(column.label.zh), en: name(column.label.en) } };
};

/** What the cells of a column go through. Figures are ours: however long a number among them is, it is nobody's. */
function gateOf({ id, kind }: DataColumn): (cell: string) => string {
  if (kind !== 'text') return legibleCell;
  if (id === 'village_code') return (cell) => legibleCell(maskPlaceCode(cell));
  return (cell) => legibleCell(HASHES.test(cell) ? cell : maskNumbersIn(cell, 'line'));
}
/** The hashes of files: eleven digits in a row are no rarity in them. */
const HASHES = /^[0-9a-f]{64}(?:;[0-9a-f]{64})*$/u;

async function* gatedRows(rows: DataTable['rows'], cells: readonly ((cell: string) => string)[]): AsyncGenerator<readonly string[]> {
  for await (const row of rows) yield row.map((cell, at) => cells[at]!(cell));
}

// ---- what programs read

const gatedRecord = ({ fields, items }: DataRecord): DataRecord => ({
  fields: gatedValue(fields) as object,
  ...(items && { items: { name: items.name, values: gatedValues(items.values) } }),
});

async function* gatedValues(values: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator {
  for await (const value of values) yield gatedValue(value);
}

/** Item by item: all at once would fill the memory. */
function* gatedItems(items: Iterable<unknown>, name: string): Generator {
  for (const item of items) yield gatedValue(item, name);
}

/** Words of ours alone: hashes, and addresses of documents. */
const OURS: ReadonlySet<string> = new Set(['sha256', 'url']);

function gatedValue(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (OURS.has(name)) return value;
    return name === 'village_code' ? maskPlaceCode(value) : maskNumbersIn(value, name === 'text' ? 'cell' : 'line');
  }
  if (Array.isArray(value)) return value.map((item) => gatedValue(item, name));
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  if (Symbol.iterator in value) return gatedItems(value as Iterable<unknown>, name);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [maskNumbersIn(key, 'line'), gatedValue(item, key)]));
}
