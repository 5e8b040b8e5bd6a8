import type { Time } from '../language/column.ts';
import type { Condition, ParameterId, Parameters } from '../language/condition.ts';
import type { Row } from '../language/row.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';

/** What is asked of the rows of a table that count, as data. A rejected row answers nothing. */
export interface RowQuery {
  readonly from: TableId;
  /** The columns that come back. */
  readonly columns: readonly string[];
  /** Rows for which it holds or may hold; every row where it is not given. */
  readonly where?: Condition | undefined;
  /** Of projects: `flow` is each row in its own period, `stock` each project in every period, as it stands by its latest row. */
  readonly time?: Time | undefined;
  /** Of which rows alone anything is shown: others need not come back from a database. */
  readonly shown?: ShownRows;
  /** The result can do without an answer: of rows that stay in a database there is none. */
  readonly isSpared?: true;
}

/** Rows at a place of this name or code, of whatever level, in these periods. */
export interface ShownRows {
  readonly place?: string | undefined;
  readonly periods?: readonly Period[] | undefined;
}

/** A row that came back. */
export interface AnsweredRow {
  readonly place: Place;
  readonly period: Period;
  /** The dated numbers that hold there. */
  readonly parameters: Parameters;
  /** The row of the file, from 1; a table of a database has no numbers. */
  readonly row: number | undefined;
  /** It is the evaluation of a county. */
  readonly ofCounty: boolean;
  /** The columns that were asked for, as far as they are known. */
  readonly cells: Row;
}

/** How many rows of a period were asked, and of how many a dated number was missing that the condition compares with: any, and each. */
export interface Asked {
  readonly rows: number;
  readonly withoutParameter: number;
  readonly without: ReadonlyMap<ParameterId, number>;
}

/** What one file answers. A file that is given twice answers twice. */
export interface AnsweredFile {
  readonly file: string;
  readonly sheet: string | undefined;
  /** The columns that it answers with: those that are made of others among them, those that are blank throughout not, where that was looked for. */
  readonly columns: ReadonlySet<string>;
  /** Columns that are there and blank throughout. */
  readonly blankThroughout: readonly string[];
  readonly asked: ReadonlyMap<Period, Asked>;
  /** What stands for names of persons: words that mean nothing outside the run, and are not shown. */
  readonly isPseudonymous?: true;
  /** In the order of the file; of a table of a database, in the order of ids. */
  readonly rows: Iterable<AnsweredRow>;
}

/** The files of the table that was asked, in the order in which they were given. */
export type RowAnswer = readonly AnsweredFile[];
