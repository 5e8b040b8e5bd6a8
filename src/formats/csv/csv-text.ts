import { stringify } from 'csv-stringify/sync';

const FORMULA_START = /^[=+\-@＝＋－＠\t\r]/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u;

/** Text that a spreadsheet would take for a formula, by signs of either width, gets an apostrophe, which our reader takes off again. Numbers stay numbers. */
const escaped = (cell: string): string => (FORMULA_START.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);

export type Delimiter = ',' | '\t';

/** Rows as CSV, the first being the header. A user's own cells, written back, stay as they are. */
export const csvText = (
  rows: readonly (readonly string[])[],
  { cells = 'escaped', delimiter = ',' }: { readonly cells?: 'escaped' | 'as they are'; readonly delimiter?: Delimiter } = {},
): string => stringify(cells === 'escaped' ? rows.map((row) => row.map(escaped)) : rows.map((row) => [...row]), { delimiter });
