import type { Input } from '../../tally/tally.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { Sheet } from '../../report/assess/sheet.ts';
import type { Faces } from '../../page/format.ts';
import { sheetsData } from './data.ts';
import { sheetsPage } from './page.ts';
import { sheetsRecord } from './record.ts';

/** Acceptance sheets as people, spreadsheets and programs read them. */
export const sheetsFaces = (
  sheets: readonly Sheet[],
  inputs: readonly Input[],
  notes: readonly string[],
  lang: Lang,
  { each = false }: { readonly each?: boolean } = {},
): Faces => ({
  page: () => sheetsPage(sheets, lang, each),
  data: () => sheetsData(sheets, lang),
  record: () => sheetsRecord(sheets, inputs, notes, lang),
  document: async () => (await import('./document.ts')).sheetsDocument(sheets, inputs, notes, lang),
  sheets: async () => (await import('./sheets.ts')).assessmentSheets(sheets, inputs, notes, lang, { each }),
});
