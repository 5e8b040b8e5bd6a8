import { csvText } from '../csv-text.ts';
import type { DataTable, Format, Surface } from '../format.ts';

/** Rows written in one piece: all of a county's at once would fill the memory. */
const ROWS_AT_ONCE = 1000;

/** For spreadsheets: the data table, its columns named first. */
export const csv: Format<'data'> = { id: 'csv', ending: '.csv', of: 'data', write: ({ data }, surface) => pieces(data(), surface) };

async function* pieces({ columns, rows }: DataTable, { mark }: Surface): AsyncGenerator<string> {
  let piece = [columns];
  const written = (): string => csvText(piece.splice(0));
  if (mark) yield '\uFEFF';
  for await (const row of rows) {
    piece.push(row);
    if (piece.length >= ROWS_AT_ONCE) yield written();
  }
  if (piece.length > 0) yield written();
}
