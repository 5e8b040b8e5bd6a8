import type { Faces } from '../../format.ts';
import type { Report } from '../../report.ts';
import { reportData } from './data.ts';
import type { DataShape } from './data.ts';
import { reportPage } from './page.ts';
import { reportRecord } from './record.ts';
import { reportSheets } from './sheets.ts';
import type { ReportBeside } from './sheets.ts';

/** A report as people, spreadsheets and programs read it. `beside`: what its workbook holds besides. */
export const reportFaces = (
  report: Report,
  { shape = 'wide', beside }: { readonly shape?: DataShape; readonly beside?: ReportBeside | undefined } = {},
): Faces => ({
  page: () => reportPage(report),
  data: () => reportData(report, shape),
  record: () => reportRecord(report),
  sheets: () => reportSheets(report, beside),
});
