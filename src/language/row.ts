import type { Answer } from '../vocabulary/text.ts';
import type { Amount, Column, Columns, Kind, Kinds } from './column.ts';
import type { TableOf } from './table.ts';

/** A typed row, of any table. Every column may be unknown: a blank, or a column that the file does not have. */
export type Row = Readonly<Record<string, Kinds[Kind] | undefined>>;

/** A typed row of the given columns. */
export type RowOf<C extends Columns> = { readonly [N in keyof C]?: CellOf<C[N]> | undefined };

/** What a cell of a column is read into; of a choice, one of its canonical values. */
type CellOf<C extends Column> = C extends { readonly kind: 'choice'; readonly choices: infer Choices }
  ? keyof Choices & string
  : Kinds[C['kind']];

/** A row with its columns typed by its table. The only place where the reader is taken at its word, that a cell is of the kind of its column. */
export const rowOf = <C extends Columns>(_table: TableOf<C>, row: Row): RowOf<C> => row as RowOf<C>;

/** What a column of a row says yes or no to; nothing where it is blank. */
export function answerIn(row: Row, column: string): Answer {
  const value = row[column];
  return typeof value === 'boolean' ? value : undefined;
}

/** The number in a column of a row; nothing where it is blank. */
export function amountIn(row: Row, column: string): Amount | undefined {
  const value = row[column];
  return typeof value === 'object' && 'amount' in value ? value : undefined;
}

/** The word in a column of a row, or the day or period; nothing where it is blank. */
export function wordIn(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
}

/** The list in a column of a row; nothing where it is blank. */
export function listIn(row: Row, column: string): readonly string[] | undefined {
  const value = row[column];
  return typeof value === 'object' && !('amount' in value) ? value : undefined;
}
