import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import { NARROWEST, draw, fill, tableWidth, widest } from '../../draw.ts';
import { placesOf } from '../../../vocabulary/terms.ts';
import type { Format, Surface } from '../../format.ts';
import type { Report, ReportCell, ReportMetric, ReportPlace } from '../../report.ts';
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

/** The report for the terminal: a row per place while the metrics fit the width, else a block per place. */
export const table: Format = { id: 'table', ending: '.txt', write: (report, _, surface) => render(report, surface) };

function render(report: Report, surface: Surface): string {
  const chalk = new Chalk({ level: surface.color ? 1 : 0 });
  const words = HEADINGS[report.lang];
  const title = chalk.bold(`${report.period} (${words.asOf} ${report.asOf})`);
  const places = report.by === 'all' || isTheWhole(report) ? report.places : [...report.places, totalOf(report)];
  const wide = asRows(report, places, surface.width, chalk);
  const body = wide ?? places.map((place) => `${chalk.bold(place.name)}\n${asBlock(report, place, surface.width, chalk)}`).join('\n\n');
  const kinds = report.metrics.flatMap((metric, index) => kindsTable(report, places, index, metric, surface.width, chalk));
  const feet = report.footnotes.map((note) => fill(note, surface.width, report.lang)).join('\n');
  return `${[`${title}\n${body}`, ...kinds, ...(feet === '' ? [] : [feet])].join('\n\n')}\n`;
}

/** The kinds of a number that is broken down, place by place, under the name of the metric. */
function kindsTable(
  report: Report,
  places: readonly ReportPlace[],
  index: number,
  { label }: ReportMetric,
  width: number,
  chalk: Style,
): readonly string[] {
  const words = HEADINGS[report.lang];
  const rows = places.flatMap(({ name, cells }) =>
    (cells[index]!.breakdown ?? []).map((kind, at) => [at === 0 ? name : '', kind.label, `${kind.text} ${kind.unitName}`]),
  );
  if (rows.length === 0) return [];
  const head = [words.place, words.kind, words.value];
  const [place, kind, value] = head.map((word, at) => widest([word, ...rows.map((row) => row[at]!)])) as [number, number, number];
  const forKind = Math.max(NARROWEST, Math.min(kind, width - tableWidth([place, 0, value])));
  return [`${chalk.bold(label)}\n${draw(head, rows, [place, forKind, value], ['left', 'left', 'right'], report.lang, true)}`];
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

type Style = InstanceType<typeof Chalk>;
/** What a cell shows, line by line: the number, how it is made up, what it could be, what must be said. */
interface Lines {
  /** Never broken: they set the width of the column. */
  readonly firm: readonly string[];
  /** May wrap. */
  readonly soft: readonly string[];
}

const linesOf = ({ text, division, range, remarks, verdict }: ReportCell, chalk: Style): Lines => ({
  firm: [text, ...(division ? [chalk.dim(division)] : []), ...(range ? [chalk.yellow(range)] : [])],
  soft: [...(verdict ? [colored(verdict, chalk)] : []), ...remarks.map((remark) => chalk.yellow(remark))],
});

const colored = ({ met, text }: ReportVerdict, chalk: Style): string =>
  met === 'yes' ? chalk.green(text) : met === 'no' ? chalk.red(text) : chalk.yellow(text);

/** A row per place, a column per metric; nothing when that is wider than the terminal. */
function asRows(report: Report, places: readonly ReportPlace[], width: number, chalk: Style): string | undefined {
  const words = { ...HEADINGS[report.lang], ...(report.by === 'helper-unit' && { place: UNIT_HEADING[report.lang] }) };
  const lines = places.map(({ cells }) => cells.map((cell) => linesOf(cell, chalk)));
  const columns = report.metrics.map((_, index) =>
    Math.max(NARROWEST, ...lines.flatMap((row) => row[index]!.firm.map((line) => stringWidth(line)))),
  );
  const first = Math.max(NARROWEST, widest([words.place, ...report.places.map(({ name }) => name)]));
  const widths = [first, ...columns];
  if (tableWidth(widths) > width) return undefined;
  const heading = ({ label, unit, unitName }: ReportMetric): string => (unit === 'share' ? label : `${label} (${unitName})`);
  const head = [words.place, ...report.metrics.map(heading)];
  const rows = places.map(({ name }, row) => [name, ...lines[row]!.map(({ firm, soft }) => [...firm, ...soft].join('\n'))]);
  return draw(head, rows, widths, ['left', ...columns.map(() => 'right' as const)], report.lang, false);
}

/** A row per metric, for one place. */
function asBlock(report: Report, { cells }: ReportPlace, width: number, chalk: Style): string {
  const words = HEADINGS[report.lang];
  const rows = cells.map((cell) => [
    cell.metric.label,
    cell.metric.unit === 'share' || cell.value === null ? cell.text : `${cell.text} ${cell.metric.unitName}`,
    chalk.dim(cell.division ?? ''),
    [
      ...(cell.verdict ? [colored(cell.verdict, chalk)] : []),
      ...[...(cell.range ? [cell.range] : []), ...cell.remarks].map((remark) => chalk.yellow(remark)),
    ].join('\n'),
  ]);
  const head = [words.metric, words.value, words.division, words.remarks];
  const [label, value, division, remarks] = head.map((word, index) => widest([word, ...rows.map((row) => row[index]!)])) as [
    number,
    number,
    number,
    number,
  ];
  // Label and remarks share what the numbers leave; neither takes more than half of it from the other.
  const left = width - tableWidth([0, value, division, 0]);
  const forLabel = Math.max(NARROWEST, Math.min(label, Math.max(Math.floor(left / 2), left - remarks)));
  const forRemarks = Math.max(Math.min(NARROWEST, remarks), Math.min(remarks, width - tableWidth([forLabel, value, division, 0])));
  return draw(head, rows, [forLabel, value, division, forRemarks], ['left', 'right', 'right', 'left'], report.lang, true);
}
