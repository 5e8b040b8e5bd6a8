import type { Faces } from '../../page/format.ts';
import type { Checked } from './checked.ts';
import { checkData } from './data.ts';
import { screenPage } from './groups.ts';
import { checkPage } from './page.ts';
import { checkRecord } from './record.ts';

/** Findings as people, spreadsheets and programs read them. `screen`: the page is for a terminal of that width, and gathers them by kind. */
export const checkFaces = (checked: Checked, { screen }: { readonly screen?: number | undefined } = {}): Faces => ({
  page: () => (screen === undefined ? checkPage(checked) : screenPage(checked, screen)),
  data: () => checkData(checked),
  record: () => checkRecord(checked),
  document: async () => (await import('./document.ts')).checkDocument(checked),
  sheets: async () => (await import('./sheets.ts')).checkSheets(checked),
});
