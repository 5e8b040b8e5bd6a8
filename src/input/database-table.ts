/** The text of an expression or a statement. */
export type Sql = string;

/**
 * What differs between databases, and no more. Names of tables and columns go through `name` alone, values through `text` alone: nothing that somebody
 * typed, and nothing that stands in a cell, is pasted into a statement. No expression is ever NULL.
 */
export interface Dialect {
  readonly id: 'postgresql' | 'clickhouse';
  readonly name: (name: string) => Sql;
  readonly text: (value: string) => Sql;
  readonly whole: (number: bigint) => Sql;
  /** Whether a text matches a pattern from its first character to its last. */
  readonly matches: (text: Sql, pattern: string) => Sql;
  /** A text that holds a decimal number with at most so many places, as a whole number of smallest units. Asked of such texts alone. */
  readonly smallestUnits: (text: Sql, places: number) => Sql;
  /** So many characters of a text, from one of them on: the first is 1. */
  readonly piece: (text: Sql, from: number, length: number) => Sql;
  /** A whole number for a day (`2020-12-31`): one more for the day after. Asked of days that exist alone. */
  readonly numberOfDay: (text: Sql) => Sql;
  readonly choose: (cases: readonly (readonly [condition: Sql, value: Sql])[], otherwise: Sql) => Sql;
  readonly count: Sql;
  readonly countWhere: (condition: Sql) => Sql;
  /** Sums that cannot overflow. */
  readonly sum: (number: Sql) => Sql;
  readonly sumWhere: (number: Sql, condition: Sql) => Sql;
  readonly rows: (selected: SelectedRows) => Sql;
  readonly groups: (selected: SelectedGroups) => Sql;
  readonly lower: (text: Sql) => Sql;
  /** A whole number of 64 bits for a text that is the same for the same text, and hardly ever for two. */
  readonly hash: (text: Sql) => Sql;
  /** The names of a list, each as a word that nobody can read; what matches `marks` names nobody, and stays as it is. */
  readonly pseudonyms: (text: Sql, separators: string, marks: string, salt: string) => Sql;
  /** A text as one such word. */
  readonly pseudonym: (text: Sql, salt: string) => Sql;
  readonly joined: (texts: readonly Sql[]) => Sql;
}

/** Which rows of a table are meant. A test is SQL or an answer that is the same for every row. */
export interface Selected {
  readonly from: Sql;
  /** Expressions that are worked out once for a row, however often they are named: each level from the names of those before it. */
  readonly levels: readonly SqlLevel[];
  readonly where: Sql | boolean;
  readonly limit?: number;
}

/** Cells of rows. */
export interface SelectedRows extends Selected {
  readonly cells: readonly Sql[];
  /** What puts the rows in order. */
  readonly order?: readonly Sql[];
}

/**
 * Rows that agree in something, as one: what they agree in and what they add up to, in this order. Sums of parts of the rows add up to those of all:
 * a table may lie on many servers.
 */
export interface SelectedGroups extends Selected {
  /** Names of the levels. */
  readonly by: readonly string[];
  readonly sums: SqlLevel;
  /** Which groups: a test of what their rows agree in. Asked of each group once, so that a dear one is best asked here. */
  readonly having?: Sql;
  /** A sum by its name, of which only groups with more than a number are asked for. */
  readonly moreThan?: readonly [sum: string, number: number];
  /** A sum by its name: the largest first, then by what the rows agree in. */
  readonly largestFirst?: string;
  /** All rows that agree lie on one server: none has to be told of those of another. */
  readonly areTogether?: boolean;
}

/** Expressions with the names by which they are called. */
export type SqlLevel = readonly (readonly [name: string, expression: Sql])[];

/** A table or view in a database: rows that stay where they are. Every answer is of text, without anything for NULL. */
export interface DatabaseTable {
  readonly dialect: Dialect;
  /** As statements name it. */
  readonly from: Sql;
  /** The columns that may be read: its header. */
  readonly columns: readonly string[];
  /** A column of whatever type as text, without anything where it is NULL. */
  readonly cell: (column: string) => Sql;
  readonly rows: number;
  /** What tells its rows from others: made of their number and of a sum over each of them, in whatever order they lie. */
  readonly sha256: string;
  /** So many rows are fetched at most, to be explained. */
  readonly maxRefused: number;
  /** Whether all rows with one id, however its letters are written, lie on one server. */
  readonly keepsTogether: (column: string) => Promise<boolean>;
  readonly query: (statement: Sql) => Promise<readonly (readonly string[])[]>;
  /** A large answer, piece by piece. */
  readonly stream: (statement: Sql) => AsyncGenerator<readonly (readonly string[])[]>;
  /** Throws a UserError where the rows are others than at the beginning. */
  readonly refuseChanged: () => Promise<void>;
}
