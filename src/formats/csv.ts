import { csvText } from './csv/csv-text.ts';
import type { Delimiter } from './csv/csv-text.ts';
import type { DataColumn, DataTable, Format, Headings, Surface } from '../page/format.ts';
import { gated } from '../page/gate.ts';

/** For spreadsheets: the data table, its columns named first. */
export const csv: Format<'data'> = gated({
  id: 'csv',
  ending: '.csv',
  of: 'data',
  write: ({ data }, surface) => pieces(data(), surface, ','),
});

/** The same between tabs. */
export const tsv: Format<'data'> = gated({
  id: 'tsv',
  ending: '.tsv',
  of: 'data',
  write: ({ data }, surface) => pieces(data(), surface, '\t'),
});

/** Rows written in one piece: all of a county's at once would fill the memory. */
const ROWS_AT_ONCE = 1000;

async function* pieces({ columns, rows }: DataTable, { headings }: Surface, delimiter: Delimiter): AsyncGenerator<string> {
  const wordsOf = headings === 'id' ? undefined : columns.map((column) => (cell: string) => column.wordOf?.(cell)?.[headings] ?? cell);
  let piece: (readonly string[])[] = [columns.map((column) => headingOf(column, headings))];
  for await (const row of rows) {
    piece.push(wordsOf ? row.map((cell, at) => wordsOf[at]!(cell)) : row);
    if (piece.length < ROWS_AT_ONCE) continue;
    yield csvText(piece, { delimiter });
    piece = [];
  }
  if (piece.length > 0) yield csvText(piece, { delimiter });
}

const headingOf = ({ id, label }: DataColumn, headings: Headings): string => (headings === 'id' ? id : label[headings]);
