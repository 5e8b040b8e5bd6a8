import { estimatorOf } from '../../measure/estimators/index.ts';
import { PLACE_COLUMNS } from '../../vocabulary/place.ts';
import { columnInCurrency, unitName } from '../../vocabulary/terms.ts';
import { joinTexts, sameInBoth } from '../../vocabulary/text.ts';
import type { Text } from '../../vocabulary/text.ts';
import type { Unit } from '../../vocabulary/unit.ts';
import { dataColumn, placeDataColumns, unitWords, wordsOf } from '../../page/data-columns.ts';
import type { DataColumn, DataKind, DataTable } from '../../page/format.ts';
import { METRIC_NAMES } from '../../report/metric-names.ts';
import { REASON_NAMES } from '../../report/reasons.ts';
import type { Report, ReportCell, ReportMetric, ReportPlace } from '../../report/report.ts';
import { MET_NAMES } from '../../report/verdict.ts';

/** How much a row of data says of each metric. `brief`: the values alone. `long`: a row per place and metric. */
export type DataShape = 'wide' | 'brief' | 'long';

/** The columns that say what a row is of. */
const aboutColumns = ({ by }: Report): readonly DataColumn[] => [
  ...placeDataColumns,
  ...(by === 'helper-unit' ? [dataColumn('helper_unit')] : []),
  dataColumn('period'),
];

const aboutCells = ({ place, unit }: ReportPlace, { by, period }: Report): readonly string[] => [
  ...PLACE_COLUMNS.map((part) => place[part] ?? ''),
  ...(by === 'helper-unit' ? [unit ?? ''] : []),
  period,
];

/** How a number of a unit stands in a column whose name carries the unit. */
const kindOf = (unit: Unit): DataKind => (unit === 'share' ? 'per-cent' : unit === 'yuan' ? 'money' : 'number');

/** A column of a metric, and what it shows of an answer. */
type MetricColumn = readonly [DataColumn, (cell: ReportCell) => string];

/** The columns of a metric: which they are depends on the metric alone. A value that is not certain never stands alone: its range stands beside it. */
function columnsOf(metric: ReportMetric, report: Report, shape: DataShape): readonly MetricColumn[] {
  const id = columnInCurrency(metric.id, report.terms);
  const suffix = metric.column.slice(id.length);
  const label = METRIC_NAMES[metric.id]!;
  const kind = kindOf(metric.unit);
  const unit = unitName(metric.unit, report.terms);
  const column = (name: string, more: Text, holds: DataKind, words?: DataColumn['wordOf']): DataColumn => ({
    id: name,
    label: joinTexts([label, more], sameInBoth('')),
    kind: holds,
    wordOf: words,
  });
  const value: MetricColumn = [column(metric.column, { zh: `（${unit.zh}）`, en: ` (${unit.en})` }, kind), (cell) => cell.plain ?? ''];
  if (shape === 'brief') return [value];
  return [
    value,
    ...(estimatorOf(metric).isSum
      ? []
      : ([
          [column(`${id}_numerator`, { zh: '：分子', en: ': numerator' }, 'number'), ({ counts }) => counts?.plainNumerator ?? ''],
          [column(`${id}_denominator`, { zh: '：分母', en: ': denominator' }, 'number'), ({ counts }) => counts?.plainDenominator ?? ''],
        ] satisfies readonly MetricColumn[])),
    [column(`${id}_missing`, { zh: '：不清楚', en: ': unknown' }, 'number'), ({ missing }) => String(missing)],
    [column(`${id}_low${suffix}`, { zh: '：下限', en: ': low' }, kind), ({ plainLow }) => plainLow],
    [column(`${id}_high${suffix}`, { zh: '：上限', en: ': high' }, kind), ({ plainHigh }) => plainHigh],
    ...(metric.isJudged
      ? ([
          [column(`${id}_verdict`, { zh: '：结论', en: ': verdict' }, 'text', wordsOf(MET_NAMES)), ({ verdict }) => verdict?.met ?? ''],
        ] satisfies readonly MetricColumn[])
      : []),
  ];
}

/** The report for spreadsheets: a row per place. */
export function reportData(report: Report, shape: DataShape): DataTable {
  if (shape === 'long') return longReportData(report);
  const blocks = report.metrics.map((metric, index) => ({ index, columns: columnsOf(metric, report, shape) }));
  return {
    columns: [...aboutColumns(report), ...blocks.flatMap(({ columns }) => columns.map(([column]) => column))],
    rows: eachOf(report.places, (place) => {
      const { cells } = place;
      return [...aboutCells(place, report), ...blocks.flatMap(({ index, columns }) => columns.map(([, write]) => write(cells[index]!)))];
    }),
  };
}

/** Rows made one by one, as they are written. */
function* eachOf<T, Row>(things: Iterable<T>, rowOf: (thing: T) => Row): Generator<Row> {
  for (const thing of things) yield rowOf(thing);
}

const SCOPE_NAMES = { place: { zh: '地方', en: 'place' }, total: { zh: '合计', en: 'total' } } as const;

const VALUE_COLUMNS: readonly DataColumn[] = [
  dataColumn('scope', 'text', wordsOf(SCOPE_NAMES)),
  dataColumn('metric', 'text', (cell) => METRIC_NAMES[cell]),
  dataColumn('value', 'number'),
  dataColumn('unit', 'text', unitWords),
  dataColumn('numerator', 'number'),
  dataColumn('denominator', 'number'),
  dataColumn('missing', 'number'),
  dataColumn('low', 'number'),
  dataColumn('high', 'number'),
  dataColumn('verdict', 'text', wordsOf(MET_NAMES)),
  dataColumn('reason', 'text', wordsOf(REASON_NAMES)),
];

/** How many columns stand after the unit; a kind of a number has none of them. */
const AFTER_UNIT = 7;

/** The same in long form: a row per place and metric, and one for the total, which `scope` tells from a place without a name. */
function longReportData(report: Report): DataTable {
  const number = (value: number | null): string => (value === null ? '' : String(value));
  const rowsOf = (place: ReportPlace, scope: keyof typeof SCOPE_NAMES): readonly (readonly string[])[] =>
    place.cells.flatMap((cell) => {
      const isShare = cell.metric.unit === 'share';
      return [
        [
          ...aboutCells(place, report),
          scope,
          cell.metric.id,
          isShare ? number(cell.value) : (cell.plain ?? ''),
          cell.metric.unitCode,
          cell.counts?.plainNumerator ?? '',
          cell.counts?.plainDenominator ?? '',
          String(cell.missing),
          isShare ? number(cell.low) : cell.plainLow,
          isShare ? number(cell.high) : cell.plainHigh,
          cell.verdict?.met ?? '',
          cell.reason ?? '',
        ],
        ...(cell.breakdown ?? []).map(({ key, plain, unit }) => [
          ...aboutCells(place, report),
          scope,
          `${cell.metric.id}:${key}`,
          plain,
          unit,
          ...Array.from({ length: AFTER_UNIT }, () => ''),
        ]),
      ];
    });
  return {
    columns: [...aboutColumns(report), ...VALUE_COLUMNS],
    // All of it as one place is the total already.
    rows: longRows(report, rowsOf),
  };
}

function* longRows(
  { places, total, by }: Report,
  rowsOf: (place: ReportPlace, scope: keyof typeof SCOPE_NAMES) => readonly (readonly string[])[],
): Generator<readonly string[]> {
  for (const place of places) yield* rowsOf(place, by === 'all' ? 'total' : 'place');
  if (by !== 'all') yield* rowsOf(total, 'total');
}
