import { Chalk } from 'chalk';
import Table from 'cli-table3';
import stringWidth from 'string-width';
import type { Lang } from '../../../vocabulary/text.ts';
import type { Surface } from '../../format.ts';
import { NARROWEST, PADDING, draw, fill, tableWidth, widest } from '../../draw.ts';
import type { StatusReport } from '../../trend/status-report.ts';
import type { ReportDifference, ReportPoint, ReportSeries, TrendReport, TrendReportPlace } from '../../trend/trend-report.ts';
import { KIND_NAMES } from '../../trend/words.ts';

type Style = InstanceType<typeof Chalk>;

const HEADINGS = {
  zh: ['时期', '数值', '变化', '增长', '说明'],
  en: ['Period', 'Value', 'Change', 'Growth', 'Remarks'],
} as const;

const ALIGNED = ['left', 'right', 'right', 'right', 'left'] as const;

/** Remarks wrap: columns of numbers make room for this much of them where they can. */
const COMFORTABLE = 20;
/** Gaps in a row are said in one line from this many on. */
const MANY_GAPS = 3;
/** Of the households that look renamed, or have moved, so many are listed; JSON has them all. */
const LISTED = 20;

/** A trend for the terminal: a table per place, in it a block per metric with its bars, then what became of the households. */
export function trendTable(report: TrendReport, { width, color }: Surface): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const places = report.by === 'all' || report.places.length === 1 ? report.places : [...report.places, report.total];
  const blocks = [
    ...places.map((place) => `${chalk.bold(place.name)}\n${placeTable(place, width, chalk, report.lang)}`),
    ...report.households.map((changes) => changesText(changes, width, chalk, report.lang)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The lines of one period, cell by cell. */
type Lines = readonly (readonly string[])[];

function placeTable({ series }: TrendReportPlace, width: number, chalk: Style, lang: Lang): string {
  const words = HEADINGS[lang];
  const both = new Set(series.map(({ kind }) => kind)).size > 1;
  const blocks = series.map((one) => ({ heading: headingOf(one, both, lang), rows: rowsOf(one, chalk, lang) }));
  const widths = widthsOf(
    words,
    blocks.flatMap(({ rows }) => rows),
    width,
  );
  const inner = tableWidth(widths) - 2 - PADDING;
  const table = new Table({
    head: [...words],
    colWidths: widths.map((one) => one + PADDING),
    colAligns: [...ALIGNED],
    style: { head: [], border: [] },
  });
  for (const { heading, rows } of blocks) {
    table.push([{ colSpan: widths.length, content: fill(heading, inner, lang) }]);
    table.push(stacked(rows, widths, lang));
  }
  return table.toString();
}

/**
 * How wide the columns are. A number is never broken; where the table would be too wide, a range is broken between its ends, and what stands in
 * brackets after a number goes below it. Remarks take what is left.
 */
function widthsOf(words: readonly string[], rows: readonly Lines[], width: number): readonly number[] {
  const columns = words.map((word, column) => [[word], ...rows.map((row) => row[column]!)]);
  const widths = columns.map((cells) => widest(cells.flat()));
  const least = columns.map((cells, column) =>
    Math.max(
      ...cells.map(([first = '', ...more]) =>
        column === VALUE ? widestWord([first, ...more]) : Math.max(stringWidth(first), widestWord(more)),
      ),
    ),
  );
  const remarks = words.length - 1;
  const numbers = widths.slice(0, remarks);
  const wanted = Math.max(NARROWEST, Math.min(widths[remarks]!, COMFORTABLE));
  shrink(numbers, least, width - wanted - PADDING - 1);
  return [...numbers, Math.max(NARROWEST, Math.min(widths[remarks]!, width - tableWidth([...numbers, 0])))];
}

/** Takes from the columns that have most to spare until they fit the width, or none has any. */
function shrink(widths: number[], least: readonly number[], width: number): void {
  while (tableWidth(widths) > width) {
    const slack = widths.map((one, column) => one - least[column]!);
    const most = slack.indexOf(Math.max(...slack));
    if (slack[most]! <= 0) return;
    widths[most]!--;
  }
}

const VALUE = 1;

const widestWord = (lines: readonly string[]): number => widest(['', ...lines.flatMap((line) => line.split(' '))]);

function headingOf({ metric, kind, sparkline }: ReportSeries, both: boolean, lang: Lang): string {
  const unit = metric.unit === 'share' ? '' : { zh: `（${metric.unitName}）`, en: ` (${metric.unitName})` }[lang];
  const length = both ? { zh: `，${KIND_NAMES[kind].zh}`, en: `, ${KIND_NAMES[kind].en}` }[lang] : '';
  return `${metric.label}${unit}${length}${sparkline ? `  ${sparkline}` : ''}`;
}

/** A row for each period; many gaps together are one row. */
function rowsOf({ points }: ReportSeries, chalk: Style, lang: Lang): readonly Lines[] {
  const rows: Lines[] = [];
  for (let at = 0; at < points.length;) {
    const end = points.findIndex(({ cell }, index) => index >= at && cell !== undefined);
    const gaps = points.slice(at, end === -1 ? points.length : end);
    if (gaps.length >= MANY_GAPS) {
      rows.push([['…'], ['—'], [], [], [manyGaps(gaps, lang)]]);
      at += gaps.length;
    } else {
      rows.push(linesOf(points[at]!, chalk));
      at++;
    }
  }
  return rows;
}

function manyGaps(gaps: readonly ReportPoint[], lang: Lang): string {
  const [first, last] = [gaps[0]!.period, gaps.at(-1)!.period];
  return { zh: `${first} 至 ${last} 没有数据（${gaps.length} 期）`, en: `no data for ${gaps.length} periods, ${first} to ${last}` }[lang];
}

const linesOf = ({ period, cell, change, growth, remarks }: ReportPoint, chalk: Style): Lines => [
  [period],
  cell ? [cell.text, ...(cell.division ? [chalk.dim(cell.division)] : []), ...(cell.range ? [chalk.yellow(cell.range)] : [])] : ['—'],
  differenceLines(change, chalk),
  differenceLines(growth, chalk),
  remarks.map((remark) => chalk.yellow(remark)),
];

const differenceLines = (difference: ReportDifference | undefined, chalk: Style): readonly string[] =>
  difference ? [difference.text, ...(difference.range ? [chalk.yellow(difference.range)] : [])] : [];

/** Rows under each other in one row of the table, each as high as its highest cell. */
function stacked(rows: readonly Lines[], widths: readonly number[], lang: Lang): string[] {
  const cells: string[][] = ALIGNED.map(() => []);
  for (const row of rows) {
    const filled = row.map((lines, column) => lines.flatMap((line) => fill(line, widths[column]!, lang).split('\n')));
    const height = Math.max(...filled.map((lines) => lines.length));
    for (const [column, lines] of filled.entries()) cells[column]!.push(...Array.from({ length: height }, (_, line) => lines[line] ?? ''));
  }
  return cells.map((lines) => lines.join('\n'));
}

const CHANGES = {
  zh: { title: '户的变化', corner: '从 ＼ 到', change: '变化', households: '户', persons: '人', cells: '格内：户/人' },
  en: {
    title: 'Households',
    corner: 'from \\ to',
    change: 'Change',
    households: 'Households',
    persons: 'Persons',
    cells: 'in each cell: households/persons',
  },
} as const;

/** The status matrix, the changes that have a name, and the households to look at. */
function changesText(changes: StatusReport, width: number, chalk: Style, lang: Lang): string {
  const words = CHANGES[lang];
  const named = changes.named.map(({ name, households, personsText }) => [name, String(households), personsText]);
  const head = [words.change, words.households, words.persons];
  const widths = head.map((word, column) => widest([word, ...named.map((row) => row[column]!)]));
  return [
    `${chalk.bold(`${words.title} ${changes.from} → ${changes.to}`)} ${{ zh: `（${words.cells}）`, en: `(${words.cells})` }[lang]}`,
    matrixTable(changes, width, lang),
    draw(head, named, widths, ['left', 'right', 'right'], lang, true),
    ...[...vanishedLines(changes, lang), ...renamedLines(changes, lang), ...movedLines(changes, lang)].map((line) =>
      indented(line, width, lang),
    ),
  ].join('\n');
}

/** Fills a line; one that is set in stays so. */
function indented(line: string, width: number, lang: Lang): string {
  const inset = /^ */u.exec(line)![0];
  return fill(line, width - inset.length, lang)
    .split('\n')
    .map((one) => inset + one)
    .join('\n');
}

/** Households and persons side by side; under each other where that would be too wide. */
function matrixTable(changes: StatusReport, width: number, lang: Lang): string {
  const head = [CHANGES[lang].corner, ...changes.columns.map(({ name }) => name)];
  const aligned = ['left', ...changes.columns.map(() => 'right')] as ('left' | 'right')[];
  const side = matrixRows(changes, '/');
  const widths = head.map((word, column) => widest([word, ...side.map((row) => row[column]!)]));
  if (tableWidth(widths) <= width) return draw(head, side, widths, aligned, lang, true);
  const under = matrixRows(changes, '/\n');
  const needed = head.map((_, column) => widest(under.map((row) => row[column]!)));
  // Where nearly all statuses occur, their headings are broken before the numbers are.
  const narrower = head.map((word, column) => widest([word, ...under.map((row) => row[column]!)]));
  shrink(narrower, needed, width);
  return draw(head, under, narrower, aligned, lang, false);
}

const matrixRows = ({ rows, columns, cells }: StatusReport, between: string): readonly (readonly string[])[] =>
  rows.map(({ status: from, name }) => [
    name,
    ...columns.map(({ status: to }) => {
      const cell = cells.find((one) => one.from === from && one.to === to);
      return cell ? `${cell.households}${between}${cell.personsText}` : '';
    }),
  ]);

const vanishedLines = ({ vanishedWithVillage, to }: StatusReport, lang: Lang): readonly string[] =>
  vanishedWithVillage === 0
    ? []
    : [
        {
          zh: `消失的户中有 ${vanishedWithVillage} 户，所在的村在 ${to} 的户表里没有任何户：可能少给了文件`,
          en: `${vanishedWithVillage} of the vanished are of villages without any household in ${to}: a file may be missing`,
        }[lang],
      ];

const renamedLines = ({ renamed }: StatusReport, lang: Lang): readonly string[] =>
  listed(
    { zh: '疑似改号（请核对，未计入以上数字）：', en: 'Ids that look renamed (to be checked; the figures above go by the id):' }[lang],
    renamed.map(({ from, to, village, likenessName }) => `${from} → ${to}  ${village.name}  ${likenessName}`),
    lang,
  );

const movedLines = ({ moved }: StatusReport, lang: Lang): readonly string[] =>
  listed(
    { zh: '前后两期在不同村的户：', en: 'Households in another village than before:' }[lang],
    moved.map(({ id, from, to }) => `${id}  ${from.name} → ${to.name}`),
    lang,
  );

function listed(title: string, lines: readonly string[], lang: Lang): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LISTED;
  const rest =
    more > 0 ? [{ zh: `  还有 ${more} 户（--format json 列出全部）`, en: `  ${more} more (--format json lists all)` }[lang]] : [];
  return [title, ...lines.slice(0, LISTED).map((line) => `  ${line}`), ...rest];
}
