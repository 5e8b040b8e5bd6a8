import { PLACE_COLUMNS, csvText } from '../../csv-text.ts';
import type { Format } from '../../format.ts';
import { columnInCurrency } from '../../../vocabulary/terms.ts';
import type { Report, ReportCell, ReportPlace } from '../../report.ts';

/** The report for spreadsheets: a row per place, or with `--long` a row per place and metric and one for the total. */
export const csv: Format = {
  id: 'csv',
  ending: '.csv',
  write: (report, _, { long }) => csvText(long ? longRows(report) : wideRows(report)),
};

/** The columns that say what a row is of. */
const placeColumns = ({ by }: Report): readonly string[] => [...PLACE_COLUMNS, ...(by === 'helper-unit' ? ['helper_unit'] : []), 'period'];

const placeCells = ({ place, unit }: ReportPlace, { by, period }: Report): readonly string[] => [
  ...PLACE_COLUMNS.map((part) => place[part] ?? ''),
  ...(by === 'helper-unit' ? [unit ?? ''] : []),
  period,
];

const isUncertain = ({ value, low, high }: ReportCell): boolean => value !== null && (low !== value || high !== value);

function wideRows(report: Report): readonly (readonly string[])[] {
  const blocks = report.metrics.map((metric, index) => {
    const id = columnInCurrency(metric.id, report.terms);
    const suffix = metric.column.slice(id.length);
    // A value that is not certain never stands alone: its range stands beside it.
    const uncertain = report.places.some(({ cells }) => isUncertain(cells[index]!));
    const columns: readonly (readonly [string, (cell: ReportCell) => string])[] = [
      [metric.column, (cell) => cell.plain],
      ...(metric.shape === 'amount'
        ? []
        : ([
            [`${id}_numerator`, (cell: ReportCell) => cell.plainNumerator],
            [`${id}_denominator`, (cell: ReportCell) => cell.plainDenominator],
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
  return [
    [...placeColumns(report), ...blocks.flatMap(({ columns }) => columns.map(([name]) => name))],
    ...report.places.map((place) => [
      ...placeCells(place, report),
      ...blocks.flatMap(({ index, columns }) => columns.map(([, write]) => write(place.cells[index]!))),
    ]),
  ];
}

function longRows(report: Report): readonly (readonly string[])[] {
  const number = (value: number | null): string => (value === null ? '' : String(value));
  const rowsOf = (place: ReportPlace): readonly (readonly string[])[] =>
    place.cells.flatMap((cell) => [
      [
        ...placeCells(place, report),
        cell.metric.id,
        cell.metric.unit === 'share' ? number(cell.value) : cell.plain,
        cell.metric.unitCode,
        cell.plainNumerator,
        cell.plainDenominator,
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
  return [
    [...placeColumns(report), 'metric', 'value', 'unit', 'numerator', 'denominator', 'missing', 'low', 'high', 'verdict', 'reason'],
    ...report.places.flatMap(rowsOf),
    // All of it as one place is the total already.
    ...(report.by === 'all' ? [] : rowsOf(report.total)),
  ];
}

/** How many columns stand after the unit; a kind of a number has none of them. */
const AFTER_UNIT = 7;
