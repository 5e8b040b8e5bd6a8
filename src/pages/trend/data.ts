import { PLACE_COLUMNS } from '../../vocabulary/place.ts';
import { dataColumn, placeDataColumns, textColumns, unitWords, wordsOf } from '../../page/data-columns.ts';
import { METRIC_NAMES } from '../../report/metric-names.ts';
import { STATUS_NAMES } from '../../report/trend/words.ts';
import { EVIDENCE_NAMES, MARK_NAMES, REASON_NAMES } from '../../report/reasons.ts';
import type { DataColumn, DataTable } from '../../page/format.ts';
import type { StatusReport } from '../../report/trend/status-report.ts';
import type { ReportCell } from '../../report/report.ts';
import type { ReportPoint, ReportSeries, TrendReport, TrendReportPlace } from '../../report/trend/trend-report.ts';

const COLUMNS: readonly DataColumn[] = [
  ...placeDataColumns,
  dataColumn('metric', 'text', wordsOf(METRIC_NAMES)),
  dataColumn('period'),
  dataColumn('value', 'number'),
  dataColumn('unit', 'text', unitWords),
  dataColumn('numerator', 'number'),
  dataColumn('denominator', 'number'),
  dataColumn('missing', 'number'),
  dataColumn('low', 'number'),
  dataColumn('high', 'number'),
  dataColumn('change', 'number'),
  dataColumn('growth', 'share'),
  dataColumn('reason', 'text', wordsOf(REASON_NAMES)),
  dataColumn('evidence', 'text', wordsOf(EVIDENCE_NAMES)),
  dataColumn('marks', 'text', wordsOf(MARK_NAMES)),
  dataColumn('compared'),
  dataColumn('compared_from', 'number'),
  dataColumn('compared_to', 'number'),
];

/**
 * A trend for spreadsheets: a row per place, metric and period, gaps too, then those of the total without a place. Shares, and changes of shares, are
 * plain ratios (0.012 is 1.2 percentage points); growth is a ratio. `compared`: the villages between whose values, in both periods, a change lies,
 * where others have one in one of them alone. `reason`: why there is no value, else why there is no growth.
 */
export const trendData = (report: TrendReport): DataTable => ({
  columns: COLUMNS,
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

const statusWords = wordsOf(STATUS_NAMES);

const MATRIX_COLUMNS: readonly DataColumn[] = [
  ...textColumns(['from_period', 'to_period']),
  dataColumn('from_status', 'text', statusWords),
  dataColumn('to_status', 'text', statusWords),
  dataColumn('households', 'number'),
  dataColumn('persons', 'number'),
];

/** The status matrices for spreadsheets: a row per pair of periods and pair of statuses that some household has. */
export const matrixData = (all: readonly StatusReport[]): DataTable => ({
  columns: MATRIX_COLUMNS,
  rows: all.flatMap(({ from, to, cells }) =>
    cells.map((cell) => [from, to, cell.from, cell.to, String(cell.households), cell.personsText]),
  ),
});
