import type { Row } from '../language/row.ts';

/** Where a row stands: its line in the file and its number in a spreadsheet, both from 1. */
export interface Position {
  readonly line: number;
  readonly row: number;
}

/** What became of a row by itself: whether its own cells let it count. */
export interface ReadRow {
  readonly row: Row;
  /** The row with the numbers that are too large to be true, where there are any: sums of other rows are told by them. */
  readonly asWritten?: Row;
  readonly position: Position;
  /** A county's evaluation: it names no village. */
  readonly ofCounty?: boolean;
  /** How many rows of the file it stands for: a household folded from its members. One where it does not say. */
  readonly rows?: number;
  /** How findings call the row: by what names it. */
  readonly key: () => string | undefined;
  readonly rejected: boolean;
  /** The cells may have shifted (too few or too many), so that none can be trusted without a second look. */
  readonly shifted: boolean;
  /** Whatever stands behind this row was swallowed by a quotation mark that never closes. */
  readonly swallowsRest: boolean;
}
