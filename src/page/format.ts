import type { Lang, Text } from '../vocabulary/text.ts';
import type { Document } from './document.ts';
import type { Page } from './page.ts';
import type { ReportWorkbook } from './sheets.ts';

/** What is written, in pieces: text, or the bytes of a workbook. */
export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/**
 * What the cells of a column hold, as text that a program reads: `share` is a ratio of one (0.9578…), `per-cent` the same in hundredths (95.78), `money` has two
 * decimals. Where there is nothing, a cell is empty.
 */
export type DataKind = 'text' | 'number' | 'share' | 'per-cent' | 'money';

/** A column of data. */
export interface DataColumn {
  /** As programs call it. */
  readonly id: string;
  /** As people call it. */
  readonly label: Text;
  readonly kind: DataKind;
  /** What a word of a closed list is called. Nothing for a cell that holds no such word. */
  readonly wordOf?: ((cell: string) => Text | undefined) | undefined;
}

/** Rows of one kind. Which columns there are depends on what was asked alone, never on what the rows hold. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
}

/** What programs read: fields, and last the one whose items may be too many to hold. */
export interface DataRecord {
  readonly fields: object;
  readonly items?: { readonly name: string; readonly values: Iterable<unknown> | AsyncIterable<unknown> } | undefined;
}

/** A result as people, spreadsheets and programs read it. Each face is made when a format asks for it. */
export interface Faces {
  readonly page: () => Page;
  readonly data: () => DataTable;
  readonly record: () => DataRecord;
  /** What a leader reads, with charts. A format that can draw takes it in place of the page. */
  readonly document?: (() => Document | Promise<Document>) | undefined;
  /** The sheets of a workbook that an office would have made. Where there are none, a workbook is made of the data. */
  readonly sheets?: (() => ReportWorkbook | Promise<ReportWorkbook>) | undefined;
}

/** What the gate may know of a result. */
export interface About {
  /** Nothing in it comes from a file: its numbers, however long, are those that were asked about. */
  readonly isOfFiguresAlone?: true;
}

export const HEADINGS = ['id', 'zh', 'en'] as const;
export type Headings = (typeof HEADINGS)[number];

/** What a format may need to know about where it is written to. */
export interface Surface {
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** In which words columns and choices of data are called: `id` is for programs. */
  readonly headings: Headings;
  /** By what it is made, for what says so: the command line as it was typed, and the version of the program. */
  readonly madeBy?: { readonly command: readonly string[]; readonly version: string } | undefined;
  /** Only ASCII signs: the terminal may have no others. */
  readonly plain?: boolean | undefined;
}

declare const BEHIND_THE_GATE: unique symbol;

/** A way to write a result that stands behind the gate: only the gate makes one, so that a format that would print texts of files as they are does not compile. */
export type Format<F extends keyof Faces = keyof Faces> = Writer<F> & { readonly [BEHIND_THE_GATE]: true };

/** A way to write a result, whatever it is of, by one of its faces. It places texts; it computes nothing. */
export interface Writer<F extends keyof Faces = keyof Faces> {
  readonly id: string;
  /** The ending of an output file that means this format. */
  readonly ending?: string | undefined;
  /** It writes bytes that are no text: never to a terminal. */
  readonly isBinary?: true;
  /** The face that it writes. */
  readonly of: F;
  readonly write: (faces: Pick<Faces, F> & About, surface: Surface) => Pieces;
}
