import { placesOf } from '../../vocabulary/terms.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { KeyFigure, KeyFigures } from '../../page/document.ts';
import { inThrees, limitText, shortMoney } from '../../report/number-words.ts';
import type { Report, ReportCell } from '../../report/report.ts';
import { summaryOf } from '../../report/summary.ts';
import type { MetricSummary } from '../../report/summary.ts';
import { asidesOf } from './note-book.ts';
import type { NoteBook } from './note-book.ts';
import { boundsText } from './bounds-text.ts';
import { judgedOf } from './judged.ts';
import { TITLES } from './words.ts';

/** From so much on, money is said in ten thousands or millions, with the exact number below. */
const LARGE = 100_000;

/** Of each metric the number of all places together, what it is made of, and how the places are judged. */
export function keyFigures(report: Report, notes: NoteBook): KeyFigures {
  const { judged } = summaryOf(report);
  const figures = report.total.cells.flatMap((cell, index) => {
    if (cell.breakdown) return [];
    const summary = judged.find(({ metric }) => metric.id === cell.metric.id);
    return [figureOf(cell, summary, report, notes, index)];
  });
  return { kind: 'key-figures', figures };
}

function figureOf(cell: ReportCell, summary: MetricSummary | undefined, report: Report, notes: NoteBook, index: number): KeyFigure {
  const { lang } = report;
  const { number, unit, exact } = headOf(cell, lang);
  const villages =
    cell.villages.inFile > 1 ? [`${cell.villages.used}/${placesOf('village', cell.villages.inFile, report.terms, lang)}`] : [];
  const made = [...(exact === undefined ? [] : [exact]), ...countsOf(cell), ...villages].join(' · ');
  const range = boundsText(cell, lang);
  const verdicts = report.places.flatMap(({ cells }) => cells[index]!.verdict ?? []);
  return {
    label: cell.metric.label,
    number,
    unit,
    numberNotes: notes.ofCell(cell),
    lines: [
      ...(made === '' ? [] : [made]),
      ...(range === undefined ? [] : [`${{ zh: '可能', en: 'could be' }[lang]} ${range}`]),
      ...cell.said.filter(({ of }) => of === (cell.value === null ? 'reason' : 'missing')).map(({ text }) => inThrees(text)),
      ...asidesOf(cell).filter((text) => !cell.said.some((one) => one.of === 'villages' && one.text === text)),
    ],
    standard: summary
      ? `${{ zh: '标准', en: 'standard' }[lang]} ${summary.limit === undefined ? { zh: '各地不同', en: 'differs' }[lang] : limitText(summary.limit)}`
      : TITLES.noStandard[lang],
    notes: [...new Set(verdicts.flatMap((verdict) => notes.ofVerdict(verdict)))],
    judged: summary && judgedOf(summary.counts, lang),
  };
}

/** The number in large type, its unit in small, and the exact number where the large one is rounded. */
function headOf(cell: ReportCell, lang: Lang): { readonly number: string; readonly unit: string; readonly exact?: string } {
  const { value, metric, text } = cell;
  if (value === null) return { number: '—', unit: '' };
  const sign = /^[≥≤]/u.exec(text)?.[0] ?? '';
  if (metric.shape === 'growth') return { number: `${sign}${growthText(value)}`, unit: '%', exact: inThrees(text) };
  if (metric.unit === 'share') return { number: `${sign}${inThrees(cell.plain)}`.replace('-', '−'), unit: '%' };
  const exact = inThrees(cell.plain).replace('-', '−');
  if (metric.unit !== 'yuan' || Math.abs(value) < LARGE) return { number: sign + exact, unit: metric.unitName };
  const { number, scale } = shortMoney(value, lang);
  const unit = { zh: `${scale}${metric.unitName}`, en: `${scale} ${metric.unitName}` }[lang];
  return { number: sign + number, unit, exact: `${sign}${exact} ${metric.unitName}` };
}

/** +47.6: one decimal and its sign. */
export function growthText(ratio: number): string {
  const number = inThrees((Math.abs(ratio) * 100).toFixed(1));
  return `${ratio < 0 ? '−' : '+'}${number}`;
}

const countsOf = ({ counts, metric }: ReportCell): readonly string[] =>
  counts === undefined
    ? []
    : [
        `${inThrees(counts.plainNumerator)}/${inThrees(counts.plainDenominator)}${metric.countUnit === undefined ? '' : ` ${metric.countUnit}`}`,
      ];
