import type { Lang } from '../vocabulary/text.ts';

/** What a cell of a workbook holds, and so how it is shown. Numbers are real ones: a share is a fraction of one, money is in yuan. */
export type CellKind =
  | 'text'
  /** Words beside numbers: set a little apart from them. */
  | 'note'
  /** An id, a code: digits that are no number. */
  | 'code'
  /** A checksum. */
  | 'hash'
  /** How something is judged, in a word that is coloured. */
  | 'verdict'
  | 'count'
  /** With two decimals. */
  | 'decimal'
  /** With as many decimals as it has. */
  | 'number'
  | 'money'
  /** A fraction of one, shown in per cent. */
  | 'share'
  /** A fraction of one, shown in per cent with its sign. */
  | 'growth'
  /** A difference of shares in percentage points. */
  | 'points'
  /** Counts and money that are differences: with their sign. */
  | 'count-change'
  | 'money-change';

/** A value that is shown in another way than its column is. `bound`: it is the least, or the most, that it can be. */
export interface OwnValue {
  readonly value: string | number;
  readonly kind?: CellKind | undefined;
  readonly bound?: 'at-least' | 'at-most' | undefined;
}

/** A cell. Nothing where there is no number: why not stands in a column of words. */
export type SheetValue = string | number | undefined | OwnValue;

export interface SheetColumn {
  readonly head: string;
  /** What stands above this heading and those of its neighbours that say the same, once for all of them. */
  readonly above?: string | undefined;
  readonly kind: CellKind;
  /** In Latin letters, a Chinese character being two. */
  readonly width: number;
  /** How many columns of the sheet it takes, where tables stand below each other: one if not said. */
  readonly span?: number | undefined;
  /** It is left out where no row has anything in it. */
  readonly isOptional?: true | undefined;
}

export type SheetRow = readonly SheetValue[];

/** Rows under headings. */
export interface SheetTable {
  readonly kind: 'table';
  readonly title?: string | undefined;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<SheetRow> | AsyncIterable<SheetRow>;
  /** Below the rows, and never sorted or filtered with them. */
  readonly totals?: readonly SheetRow[] | undefined;
}

/** Sentences across the sheet. */
export interface SheetWords {
  readonly kind: 'words';
  readonly title?: string | undefined;
  readonly lines: readonly string[];
}

/** One thing on a sheet. `beginsPage`: on paper it stands at the top of a page. */
export type SheetBlock = (SheetTable | SheetWords) & { readonly beginsPage?: boolean | undefined };

/** One sheet of a workbook. */
export interface ReportSheet {
  /** As it ought to be called; what a workbook does not take in a name is left out. */
  readonly name: string;
  readonly title: string;
  /** Below the title: what it is of, and by what it is judged. */
  readonly about: readonly string[];
  readonly blocks: readonly SheetBlock[];
  readonly paper: 'landscape' | 'portrait';
  /** How many columns stay in sight, and are repeated where it is printed over several pages side by side. */
  readonly names?: number | undefined;
  /** How many columns are printed: all if not said. */
  readonly printed?: number | undefined;
  /** It says what the workbook rests on; a format adds by what it was made. */
  readonly isAbout?: boolean | undefined;
}

/** The words for a verdict in a workbook, which are coloured wherever they stand, also when somebody writes them. */
export interface VerdictWords {
  readonly met: string;
  readonly notMet: string;
  readonly undetermined: string;
  readonly notAssessable: string;
  readonly notJudged: string;
}

/** A workbook as data. */
export interface ReportWorkbook {
  readonly lang: Lang;
  readonly verdicts?: VerdictWords | undefined;
  readonly sheets: readonly ReportSheet[];
}

/** A value with its sign, where it is only a bound. */
export const bounded = (value: number | null | undefined, marks: readonly string[], kind?: CellKind): SheetValue => {
  if (value === null || value === undefined) return undefined;
  const bound = marks.includes('at-least') ? 'at-least' : marks.includes('at-most') ? 'at-most' : undefined;
  return bound === undefined && kind === undefined ? value : { value, kind, bound };
};
