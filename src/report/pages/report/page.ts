import { placesOf } from '../../../vocabulary/terms.ts';
import { plainTable } from '../../page.ts';
import type { Block, Cell, Column, Line } from '../../page.ts';
import type { Report, ReportCell, ReportMetric, ReportPlace } from '../../report.ts';
import { MET_TONES } from '../../verdict.ts';
import type { ReportVerdict } from '../../verdict.ts';

const HEADINGS = {
  zh: { place: '地区', metric: '指标', value: '数值', division: '计算', remarks: '说明', asOf: '截至', villages: '村', kind: '分类' },
  en: {
    place: 'Place',
    metric: 'Metric',
    value: 'Value',
    division: 'Count',
    remarks: 'Remarks',
    asOf: 'as of',
    villages: 'villages',
    kind: 'Kind',
  },
} as const;

const UNIT_HEADING = { zh: '帮扶单位', en: "Helper's unit" } as const;

/** The report for people: a row per place where there is room for the metrics beside each other, else a table per place. */
export function* reportPage(report: Report): Iterable<Block> {
  const words = HEADINGS[report.lang];
  yield { kind: 'title', level: 1, tone: 'strong', text: `${report.period} (${words.asOf} ${report.asOf})` };
  const places = report.by === 'all' || isTheWhole(report) ? report.places : [...report.places, totalOf(report)];
  yield placesTable(report, places);
  const kinds = report.metrics.map((): (readonly Cell[])[] => []);
  for (const place of places) for (const [index, cell] of place.cells.entries()) kinds[index]!.push(...kindRows(place, cell));
  for (const [index, metric] of report.metrics.entries()) yield* kindsTable(report, kinds[index]!, metric);
  for (const [index, text] of report.footnotes.entries()) yield { kind: 'paragraph', text, isApart: index === 0 };
}

/** No column of a report is narrower. */
const LEAST = 12;

/** A row per place, a column per metric. */
function placesTable(report: Report, places: readonly ReportPlace[]): Block {
  const words = { ...HEADINGS[report.lang], ...(report.by === 'helper-unit' && { place: UNIT_HEADING[report.lang] }) };
  const heading = ({ label, unit, unitName }: ReportMetric): string => (unit === 'share' ? label : `${label} (${unitName})`);
  const columns: readonly Column[] = [
    { head: words.place, align: 'left', room: { as: 'whole', least: LEAST } },
    ...report.metrics.map((metric): Column => ({
      head: heading(metric),
      align: 'right',
      room: { as: 'whole', least: LEAST, heading: 'aside' },
    })),
  ];
  const rows = places.map((place, index): readonly Cell[] => [
    // The total's own name makes the column no wider.
    index < report.places.length ? place.name : [{ text: place.name, isAside: true }],
    ...place.cells.map(linesOf),
  ]);
  return plainTable(columns, rows, {
    isRuled: true,
    otherwise: places.flatMap((place, index) => placeBlocks(report, place, index)),
  });
}

/** What a cell shows: the number, how it is made up, what it could be; then what must be said, in the width of these. */
const linesOf = ({ text, counts, range, remarks, verdict }: ReportCell): readonly Line[] => [
  { text },
  ...(counts?.division === undefined ? [] : [{ text: counts.division, tone: 'quiet' as const }]),
  ...(range === undefined ? [] : [{ text: range, tone: 'doubtful' as const }]),
  ...(verdict ? [{ ...verdictLine(verdict), isAside: true }] : []),
  ...remarks.map((remark) => ({ text: remark, tone: 'doubtful' as const, isAside: true })),
];

const verdictLine = ({ met, text }: ReportVerdict): Line => ({ text, tone: MET_TONES[met] });

/** A row per metric, for one place. */
function placeBlocks(report: Report, { name, cells }: ReportPlace, index: number): readonly Block[] {
  const words = HEADINGS[report.lang];
  const rows = cells.map((cell): readonly Cell[] => [
    cell.metric.label,
    cell.metric.unit === 'share' || cell.value === null ? cell.text : `${cell.text} ${cell.metric.unitName}`,
    [{ text: cell.counts?.division ?? '', tone: 'quiet' }],
    [
      ...(cell.verdict ? [verdictLine(cell.verdict)] : []),
      ...[...(cell.range === undefined ? [] : [cell.range]), ...cell.remarks].map((remark) => ({
        text: remark,
        tone: 'doubtful' as const,
      })),
    ],
  ]);
  const columns: readonly Column[] = [
    { head: words.metric, align: 'left', room: { as: 'text', least: LEAST } },
    { head: words.value, align: 'right', room: { as: 'whole' } },
    { head: words.division, align: 'right', room: { as: 'whole' } },
    { head: words.remarks, align: 'left', room: { as: 'text' } },
  ];
  return [{ kind: 'title', level: 2, tone: 'strong', text: name, isApart: index > 0 }, plainTable(columns, rows)];
}

/** The kinds of a number that is broken down. */
const kindRows = ({ name }: ReportPlace, { breakdown = [] }: ReportCell): readonly (readonly Cell[])[] =>
  breakdown.map((kind, at) => [at === 0 ? name : '', kind.label, `${kind.text} ${kind.unitName}`]);

/** The kinds of a number, place by place, under the name of the metric. */
function kindsTable(report: Report, rows: readonly (readonly Cell[])[], { label }: ReportMetric): readonly Block[] {
  const words = HEADINGS[report.lang];
  if (rows.length === 0) return [];
  const columns: readonly Column[] = [
    { head: words.place, align: 'left', room: { as: 'whole' } },
    { head: words.kind, align: 'left', room: { as: 'text', least: LEAST } },
    { head: words.value, align: 'right', room: { as: 'whole' } },
  ];
  return [{ kind: 'title', level: 2, tone: 'strong', text: label, isApart: true }, plainTable(columns, rows)];
}

/** Whether the only place says all that the total would: not where projects of a larger place are in it too. */
const isTheWhole = ({ places, total }: Report): boolean =>
  places.length === 1 && total.cells.every(({ text }, index) => text === places[0]!.cells[index]!.text);

function totalOf({ total, lang, terms }: Report): ReportPlace {
  const { inFile } = total.villages;
  if (inFile === 0) return total;
  return {
    ...total,
    name: lang === 'zh' ? `${total.name}（${inFile} 村）` : `${total.name} (${placesOf('village', inFile, terms, lang)})`,
  };
}
