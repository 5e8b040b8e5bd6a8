import type { Lang } from '../vocabulary/text.ts';
import type { Page } from './page.ts';

/** What is written, in pieces: text, or the bytes of a workbook. */
export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Rows of one kind, in columns that have names. */
export interface DataTable {
  readonly columns: readonly string[];
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
}

/** What a format may need to know about where it is written to. */
export interface Surface {
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** Only ASCII signs: the terminal may have no others. */
  readonly plain?: boolean | undefined;
  /** Whether text that a spreadsheet is to open begins with a byte-order mark. */
  readonly mark: boolean;
}

/** A way to write a result, whatever it is of, by one of its faces. It places texts; it computes nothing. */
export interface Format<F extends keyof Faces = keyof Faces> {
  readonly id: string;
  /** The ending of an output file that means this format. */
  readonly ending?: string | undefined;
  /** The face that it writes. */
  readonly of: F;
  readonly write: (faces: Pick<Faces, F>, surface: Surface) => Pieces;
}
