import type { Lang } from '../../vocabulary/text.ts';
import type { Block, Cell, Column, Line } from '../../page/page.ts';
import type { ReportDifference, ReportPoint, ReportSeries, TrendReport, TrendReportPlace } from '../../report/trend/trend-report.ts';
import { KIND_NAMES } from '../../report/trend/words.ts';
import { changesBlocks } from './household-blocks.ts';

const HEADINGS = {
  zh: ['时期', '数值', '变化', '增长', '说明'],
  en: ['Period', 'Value', 'Change', 'Growth', 'Remarks'],
} as const;

/** Remarks wrap: columns of numbers make room for this much of them where they can. */
const COMFORTABLE = 20;
const LEAST_FOR_REMARKS = 12;
/** Gaps in a row are said in one line from this many on. */
const MANY_GAPS = 3;

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
