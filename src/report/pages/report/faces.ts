import type { Faces } from '../../format.ts';
import type { Report } from '../../report.ts';
import { longReportData, reportData } from './data.ts';
import { reportPage } from './page.ts';
import { reportRecord } from './record.ts';

/** A report as people, spreadsheets and programs read it. `long`: a row of data per place and metric. */
export const reportFaces = (report: Report, { long = false }: { readonly long?: boolean } = {}): Faces => ({
  page: () => reportPage(report),
  data: () => (long ? longReportData(report) : reportData(report)),
  record: () => reportRecord(report),
});
