import { aboutSheet } from './about-sheet.ts';
import type { About } from './about-sheet.ts';
import { dataBlock } from '../../page/data-sheet.ts';
import type { DataTable } from '../../page/format.ts';
import { workbookOf } from './sheet-words.ts';
import type { ReportSheet, ReportWorkbook } from '../../page/sheets.ts';

/** Rows as programs read them, on a sheet. */
export interface RowsSheet {
  readonly name: string;
  readonly title: string;
  readonly data: DataTable;
  /** The columns that stand first and are printed; all in their order where none are named. */
  readonly printed?: readonly string[];
}

/** A sheet of rows as programs read them, in the reader's words. */
export const dataSheet = ({ name, title, data, printed }: RowsSheet, lang: About['lang']): ReportSheet => ({
  name,
  title,
  about: [],
  blocks: [dataBlock(data, lang, printed)],
  paper: 'landscape',
  printed: printed && data.columns.filter(({ id }) => printed.includes(id)).length,
});

/** A result that is rows alone as a workbook: the rows, and what they rest on. */
export const dataWorkbook = (rows: Omit<RowsSheet, 'title'>, about: About): ReportWorkbook =>
  workbookOf(about.lang, [dataSheet({ ...rows, title: about.title }, about.lang), aboutSheet(about)]);
