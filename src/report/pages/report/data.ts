import { estimatorOf } from '../../../measure/estimators/index.ts';
import { PLACE_COLUMNS } from '../../../vocabulary/place.ts';
import type { DataTable } from '../../format.ts';
import { columnInCurrency } from '../../../vocabulary/terms.ts';
import type { Report, ReportCell, ReportPlace } from '../../report.ts';

/** The columns that say what a row is of. */
const placeColumns = ({ by }: Report): readonly string[] => [...PLACE_COLUMNS, ...(by === 'helper-unit' ? ['helper_unit'] : []), 'period'];

const placeCells = ({ place, unit }: ReportPlace, { by, period }: Report): readonly string[] => [
  ...PLACE_COLUMNS.map((part) => place[part] ?? ''),
  ...(by === 'helper-unit' ? [unit ?? ''] : []),
  period,
];

const isUncertain = ({ value, low, high }: ReportCell): boolean => value !== null && (low !== value || high !== value);

/** The report for spreadsheets: a row per place. */
export function reportData(report: Report): DataTable {
  const blocks = report.metrics.map((metric, index) => {
    const id = columnInCurrency(metric.id, report.terms);
    const suffix = metric.column.slice(id.length);
    // A value that is not certain never stands alone: its range stands beside it.
    const uncertain = report.places.some(({ cells }) => isUncertain(cells[index]!));
    const columns: readonly (readonly [string, (cell: ReportCell) => string])[] = [
      [metric.column, (cell) => cell.plain ?? ''],
      ...(estimatorOf(metric).isSum
        ? []
        : ([
            [`${id}_numerator`, (cell: ReportCell) => cell.counts?.plainNumerator ?? ''],
            [`${id}_denominator`, (cell: ReportCell) => cell.counts?.plainDenominator ?? ''],
          ] as const)),
      ...(uncertain
        ? ([
            [`${id}_missing`, (cell: ReportCell) => String(cell.missing)],
            [`${id}_low${suffix}`, (cell: ReportCell) => cell.plainLow],
            [`${id}_high${suffix}`, (cell: ReportCell) => cell.plainHigh],
          ] as const)
        : []),
    ];
    return { index, columns };
  });
  return {
    columns: [...placeColumns(report), ...blocks.flatMap(({ columns }) => columns.map(([name]) => name))],
    rows: report.places.map((place) => [
      ...placeCells(place, report),
      ...blocks.flatMap(({ index, columns }) => columns.map(([, write]) => write(place.cells[index]!))),
    ]),
  };
}

/** The same in long form: a row per place and metric, and one for the total. */
export function longReportData(report: Report): DataTable {
  const number = (value: number | null): string => (value === null ? '' : String(value));
  const rowsOf = (place: ReportPlace): readonly (readonly string[])[] =>
    place.cells.flatMap((cell) => [
      [
        ...placeCells(place, report),
        cell.metric.id,
        cell.metric.unit === 'share' ? number(cell.value) : (cell.plain ?? ''),
        cell.metric.unitCode,
        cell.counts?.plainNumerator ?? '',
        cell.counts?.plainDenominator ?? '',
        String(cell.missing),
        cell.metric.unit === 'share' ? number(cell.low) : cell.plainLow,
        cell.metric.unit === 'share' ? number(cell.high) : cell.plainHigh,
        cell.verdict?.met ?? '',
        cell.reason ?? '',
      ],
      ...(cell.breakdown ?? []).map(({ key, plain, unit }) => [
        ...placeCells(place, report),
        `${cell.metric.id}:${key}`,
        plain,
        unit,
        ...Array.from({ length: AFTER_UNIT }, () => ''),
      ]),
    ]);
  return {
    columns: [
      ...placeColumns(report),
      'metric',
      'value',
      'unit',
      'numerator',
      'denominator',
      'missing',
      'low',
      'high',
      'verdict',
      'reason',
    ],
    // All of it as one place is the total already.
    rows: [...report.places, ...(report.by === 'all' ? [] : [report.total])].flatMap(rowsOf),
  };
}

/** How many columns stand after the unit; a kind of a number has none of them. */
const AFTER_UNIT = 7;
