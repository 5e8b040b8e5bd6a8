import type { Faces } from '../../format.ts';
import type { Dossier } from '../../document/dossier.ts';
import type { Report } from '../../report.ts';
import { longReportData, reportData } from './data.ts';
import { reportDocument } from './document.ts';
import { reportPage } from './page.ts';
import { reportRecord } from './record.ts';

/** A report as people, spreadsheets and programs read it. `long`: a row of data per place and metric. `dossier`: what a leader's page holds besides. */
export const reportFaces = (
  report: Report,
  { long = false, dossier }: { readonly long?: boolean; readonly dossier?: Dossier | undefined } = {},
): Faces => ({
  page: () => reportPage(report),
  data: () => (long ? longReportData(report) : reportData(report)),
  record: () => reportRecord(report),
  document: () => reportDocument(report, dossier ?? { sheets: [], trend: undefined, funds: undefined, findings: [], made: undefined }),
});
