import type { Faces } from '../../page/format.ts';
import type { Dossier } from '../document/dossier.ts';
import type { Report } from '../../report/report.ts';
import { reportData } from './data.ts';
import type { DataShape } from './data.ts';
import { reportPage } from './page.ts';
import { reportRecord } from './record.ts';

/** A report as people, spreadsheets and programs read it. `dossier`: what a leader's page and the workbook hold besides. */
export const reportFaces = (
  report: Report,
  { shape = 'wide', dossier }: { readonly shape?: DataShape; readonly dossier?: Dossier | undefined } = {},
): Faces => ({
  page: () => reportPage(report),
  data: () => reportData(report, shape),
  record: () => reportRecord(report),
  document: async () =>
    (await import('./document.ts')).reportDocument(report, dossier ?? { sheets: [], trend: undefined, funds: undefined, findings: [] }),
  sheets: async () => (await import('./sheets.ts')).reportSheets(report, dossier),
});
