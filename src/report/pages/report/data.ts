import { estimatorOf } from '../../../measure/estimators/index.ts';
import { PLACE_COLUMNS } from '../../../vocabulary/place.ts';
import type { DataTable } from '../../format.ts';
import { columnInCurrency } from '../../../vocabulary/terms.ts';
import type { Report, ReportCell, ReportPlace } from '../../report.ts';

/** The columns that say what a row is of. */
const placeColumns = ({ by }: Report): readonly string[] => [...PLACE_COLUMNS, ...(by === 'helper-unit' ? ['helper_unit'] : []), 'period'];

const placeCells = ({ place, unit }: Pick<ReportPlace, 'place' | 'unit'>, { by, period }: Report): readonly string[] => [
  ...PLACE_COLUMNS.map((part) => place[part] ?? ''),
  ...(by === 'helper-unit' ? [unit ?? ''] : []),
  period,
];

const isUncertain = ({ value, low, high }: ReportCell): boolean => value !== null && (low !== value || high !== value);

/** The report for spreadsheets: a row per place. */
export function reportData(report: Report): DataTable {
  const uncertainAt = new Set<number>();
  for (const { cells } of report.places) for (const [index, cell] of cells.entries()) if (isUncertain(cell)) uncertainAt.add(index);
  const blocks = report.metrics.map((metric, index) => {
    const id = columnInCurrency(metric.id, report.terms);
    const suffix = metric.column.slice(id.length);
    // A value that is not certain never stands alone: its range stands beside it.
    const uncertain = uncertainAt.has(index);
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
    rows: eachOf(report.places, ({ cells, ...place }) => [
      ...placeCells(place, report),
      ...blocks.flatMap(({ index, columns }) => columns.map(([, write]) => write(cells[index]!))),
    ]),
  };
}

/** Rows made one by one, as they are written. */
function* eachOf<T, Row>(things: Iterable<T>, rowOf: (thing: T) => Row): Generator<Row> {
  for (const thing of things) yield rowOf(thing);
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
    rows: flat(eachOf([...report.places, ...(report.by === 'all' ? [] : [report.total])], rowsOf)),
  };
}

function* flat<T>(lists: Iterable<readonly T[]>): Generator<T> {
  for (const list of lists) yield* list;
}

/** How many columns stand after the unit; a kind of a number has none of them. */
const AFTER_UNIT = 7;
