import type { Faces } from '../../page/format.ts';
import type { TrendReport } from '../../report/trend/trend-report.ts';
import { matrixData, trendData } from './data.ts';
import { trendPage } from './page.ts';
import { trendRecord } from './record.ts';

/** A trend as people, spreadsheets and programs read it. `onlyMatrix`: of its data, the status matrix alone. */
export const trendFaces = (report: TrendReport, { onlyMatrix = false }: { readonly onlyMatrix?: boolean } = {}): Faces => ({
  page: () => trendPage(report),
  data: () => (onlyMatrix ? matrixData(report.households) : trendData(report)),
  record: () => trendRecord(report),
  document: async () => (await import('./document.ts')).trendDocument(report),
  ...(!onlyMatrix && { sheets: async () => (await import('./sheets.ts')).trendSheets(report) }),
});
