import type { Lang } from '../../vocabulary/text.ts';
import { plainTable } from '../../page/page.ts';
import type { Block, Cell, Column, Line, Paragraph } from '../../page/page.ts';
import type { StatusReport } from '../../report/trend/status-report.ts';
import type { ReportDifference, ReportPoint, ReportSeries, TrendReport, TrendReportPlace } from '../../report/trend/trend-report.ts';
import { KIND_NAMES } from '../../report/trend/words.ts';

const HEADINGS = {
  zh: ['时期', '数值', '变化', '增长', '说明'],
  en: ['Period', 'Value', 'Change', 'Growth', 'Remarks'],
} as const;

/** Remarks wrap: columns of numbers make room for this much of them where they can. */
const COMFORTABLE = 20;
const LEAST_FOR_REMARKS = 12;
/** Gaps in a row are said in one line from this many on. */
const MANY_GAPS = 3;
/** Of the households that look renamed, or have moved, so many are listed; JSON has them all. */
const LISTED = 20;

/** A trend for people: a table per place, in it the periods of each metric, then what became of the households. */
export function* trendPage(report: TrendReport): Iterable<Block> {
  const { lang } = report;
  const places = report.by === 'all' || report.places.length === 1 ? report.places : [...report.places, report.total];
  for (const place of places) {
    yield { kind: 'title', level: 1, tone: 'strong', text: place.name, isApart: true };
    yield placeTable(place, lang);
  }
  for (const changes of report.households) yield* changesBlocks(changes, lang);
}

function placeTable({ series }: TrendReportPlace, lang: Lang): Block {
  const both = new Set(series.map(({ kind }) => kind)).size > 1;
  const last = HEADINGS[lang].length - 1;
  const columns = HEADINGS[lang].map((head, at): Column => ({
    head,
    align: at === 0 || at === last ? 'left' : 'right',
    // A number is never broken; remarks take what is left.
    room: at === last ? { as: 'text', least: LEAST_FOR_REMARKS, comfortable: COMFORTABLE } : { as: 'lines' },
  }));
  return {
    kind: 'table',
    columns,
    groups: series.map((one) => ({ heading: { text: headingOf(one, both, lang), chart: one.chart }, rows: rowsOf(one, lang) })),
  };
}

function headingOf({ metric, kind }: ReportSeries, both: boolean, lang: Lang): string {
  const unit = metric.unit === 'share' ? '' : { zh: `（${metric.unitName}）`, en: ` (${metric.unitName})` }[lang];
  const length = both ? { zh: `，${KIND_NAMES[kind].zh}`, en: `, ${KIND_NAMES[kind].en}` }[lang] : '';
  return `${metric.label}${unit}${length}`;
}

/** A row for each period; many gaps together are one row. */
function rowsOf({ points }: ReportSeries, lang: Lang): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  for (let at = 0; at < points.length;) {
    const end = points.findIndex(({ cell }, index) => index >= at && cell !== undefined);
    const gaps = points.slice(at, end === -1 ? points.length : end);
    if (gaps.length >= MANY_GAPS) {
      rows.push(['…', '—', '', '', manyGaps(gaps, lang)]);
      at += gaps.length;
    } else {
      rows.push(cellsOf(points[at]!));
      at++;
    }
  }
  return rows;
}

function manyGaps(gaps: readonly ReportPoint[], lang: Lang): string {
  const [first, last] = [gaps[0]!.period, gaps.at(-1)!.period];
  return { zh: `${first} 至 ${last} 没有数据（${gaps.length} 期）`, en: `no data for ${gaps.length} periods, ${first} to ${last}` }[lang];
}

/** A range may be broken between its ends, and what stands in brackets after a number goes below it. */
const cellsOf = ({ period, cell, change, growth, remarks }: ReportPoint): readonly Cell[] => [
  period,
  cell
    ? [
        { text: cell.text, breaks: 'between-words' },
        ...(cell.counts?.division === undefined
          ? []
          : [{ text: cell.counts.division, tone: 'quiet' as const, breaks: 'between-words' as const }]),
        ...(cell.range === undefined ? [] : [doubtful(cell.range)]),
      ]
    : '—',
  differenceLines(change),
  differenceLines(growth),
  remarks.map(doubtful),
];

const differenceLines = (difference: ReportDifference | undefined): Cell =>
  difference ? [difference.text, ...(difference.range === undefined ? [] : [doubtful(difference.range)])] : '';

const doubtful = (text: string): Line => ({ text, tone: 'doubtful', breaks: 'between-words' });

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
function* changesBlocks(changes: StatusReport, lang: Lang): Iterable<Block> {
  const words = CHANGES[lang];
  const cells = { zh: `（${words.cells}）`, en: `(${words.cells})` }[lang];
  yield {
    kind: 'title',
    level: 1,
    text: [{ text: `${words.title} ${changes.from} → ${changes.to}`, tone: 'strong' }, ` ${cells}`],
    isApart: true,
  };
  yield matrixTable(changes, lang);
  yield plainTable(
    [words.change, words.households, words.persons].map((head, at): Column => ({
      head,
      align: at === 0 ? 'left' : 'right',
      room: { as: 'whole' },
    })),
    changes.named.map(({ name, households, personsText }) => [name, String(households), personsText]),
  );
  for (const line of [...vanishedLines(changes, lang), ...renamedLines(changes, lang), ...movedLines(changes, lang)])
    yield { kind: 'paragraph', ...line };
}

/** Households and persons side by side; under each other where that would be too wide. */
function matrixTable(changes: StatusReport, lang: Lang): Block {
  const heads = [CHANGES[lang].corner, ...changes.columns.map(({ name }) => name)];
  const columns = (room: Column['room']): readonly Column[] =>
    heads.map((head, at) => ({ head, align: at === 0 ? 'left' : 'right', room }));
  // Where nearly all statuses occur, their headings are broken before the numbers are.
  const under = plainTable(
    columns({ as: 'lines', heading: 'aside' }),
    matrixRows(changes, (households, persons) => [`${households}/`, persons]),
    { isRuled: true },
  );
  return plainTable(
    columns({ as: 'whole' }),
    matrixRows(changes, (households, persons) => `${households}/${persons}`),
    { otherwise: [under] },
  );
}

const matrixRows = (
  { rows, columns, cells }: StatusReport,
  put: (households: number, persons: string) => Cell,
): readonly (readonly Cell[])[] =>
  rows.map(({ status: from, name }) => [
    name,
    ...columns.map(({ status: to }) => {
      const cell = cells.find((one) => one.from === from && one.to === to);
      return cell ? put(cell.households, cell.personsText) : '';
    }),
  ]);

/** A line below the tables. */
type Said = Pick<Paragraph, 'text' | 'indent'>;

const vanishedLines = ({ vanishedWithVillage, to }: StatusReport, lang: Lang): readonly Said[] =>
  vanishedWithVillage === 0
    ? []
    : [
        {
          text: {
            zh: `消失的户中有 ${vanishedWithVillage} 户，所在的村在 ${to} 的户表里没有任何户：可能少给了文件`,
            en: `${vanishedWithVillage} of the vanished are of villages without any household in ${to}: a file may be missing`,
          }[lang],
        },
      ];

const renamedLines = ({ renamed }: StatusReport, lang: Lang): readonly Said[] =>
  listed(
    { zh: '疑似改号（请核对，未计入以上数字）：', en: 'Ids that look renamed (to be checked; the figures above go by the id):' }[lang],
    renamed.map(({ from, to, village, likenessName }) => `${from} → ${to}  ${village.name}  ${likenessName}`),
    lang,
  );

const movedLines = ({ moved }: StatusReport, lang: Lang): readonly Said[] =>
  listed(
    { zh: '前后两期在不同村的户：', en: 'Households in another village than before:' }[lang],
    moved.map(({ id, from, to }) => `${id}  ${from.name} → ${to.name}`),
    lang,
  );

function listed(title: string, lines: readonly string[], lang: Lang): readonly Said[] {
  if (lines.length === 0) return [];
  const more = lines.length - LISTED;
  const rest = more > 0 ? [{ zh: `还有 ${more} 户（--format json 列出全部）`, en: `${more} more (--format json lists all)` }[lang]] : [];
  return [{ text: title }, ...[...lines.slice(0, LISTED), ...rest].map((text) => ({ text, indent: 2 }))];
}
