import { PLACE_COLUMNS } from '../../../vocabulary/place.ts';
import type { DataTable } from '../../format.ts';
import type { StatusReport } from '../../trend/status-report.ts';
import type { ReportCell } from '../../report.ts';
import type { ReportPoint, ReportSeries, TrendReport, TrendReportPlace } from '../../trend/trend-report.ts';

const COLUMNS = [
  'metric',
  'period',
  'value',
  'unit',
  'numerator',
  'denominator',
  'missing',
  'low',
  'high',
  'change',
  'growth',
  'reason',
  'evidence',
  'marks',
  'compared',
  'compared_from',
  'compared_to',
] as const;

/**
 * A trend for spreadsheets: a row per place, metric and period, gaps too, then those of the total without a place. Shares, and changes of shares, are
 * plain ratios (0.012 is 1.2 percentage points); growth is a ratio. `compared`: the villages between whose values, in both periods, a change lies,
 * where others have one in one of them alone. `reason`: why there is no value, else why there is no growth.
 */
export const trendData = (report: TrendReport): DataTable => ({
  columns: [...PLACE_COLUMNS, ...COLUMNS],
  rows: [...report.places, report.total].flatMap(rowsOf),
});

const rowsOf = ({ place, series }: TrendReportPlace): readonly (readonly string[])[] =>
  series.flatMap((one) => one.points.map((point) => [...PLACE_COLUMNS.map((part) => place[part] ?? ''), ...cellsOf(one, point)]));

function cellsOf(
  { metric }: ReportSeries,
  { period, cell, change, growth, growthReason, marks, compared }: ReportPoint,
): readonly string[] {
  const number = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  const isShare = metric.unit === 'share';
  const valueOf = (one: ReportCell | undefined): string => (isShare ? number(one?.value) : (one?.plain ?? ''));
  return [
    metric.id,
    period,
    valueOf(cell),
    metric.unitCode,
    cell?.counts?.plainNumerator ?? '',
    cell?.counts?.plainDenominator ?? '',
    cell ? String(cell.missing) : '',
    isShare ? number(cell?.low) : (cell?.plainLow ?? ''),
    isShare ? number(cell?.high) : (cell?.plainHigh ?? ''),
    change?.plain ?? '',
    growth?.plain ?? '',
    cell ? (cell.reason ?? growthReason ?? '') : 'no-data',
    cell?.evidence ?? '',
    [...(cell?.marks ?? []), ...marks].join(';'),
    compared ? compared.villages.map(({ village, village_code }) => village ?? village_code ?? '').join(';') : '',
    valueOf(compared?.before),
    valueOf(compared?.now),
  ];
}

/** The status matrices for spreadsheets: a row per pair of periods and pair of statuses that some household has. */
export const matrixData = (all: readonly StatusReport[]): DataTable => ({
  columns: ['from_period', 'to_period', 'from_status', 'to_status', 'households', 'persons'],
  rows: all.flatMap(({ from, to, cells }) =>
    cells.map((cell) => [from, to, cell.from, cell.to, String(cell.households), cell.personsText]),
  ),
});
