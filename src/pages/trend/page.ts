import { levelHeading, placesOf } from '../../vocabulary/terms.ts';
import type { Period, PeriodKind } from '../../vocabulary/period.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { Footnotes } from '../../page/footnotes.ts';
import type { Block, Figure, FigureColumn, Overview, Run } from '../../page/page.ts';
import { legendOf } from '../../report/lead.ts';
import { lineNames, regionOf } from '../../report/place-names.ts';
import { REASON_NAMES } from '../../report/reasons.ts';
import type { ReportCell, ReportMetric } from '../../report/report.ts';
import { inThrees } from '../../report/number-words.ts';
import { withThousands } from '../../report/thousands.ts';
import { changesBlocks } from './household-blocks.ts';
import type { ReportPoint, ReportSeries, TrendReport, TrendReportPlace } from '../../report/trend/trend-report.ts';
import { figureOf } from '../../report/figure.ts';

/** Of more places than this, each is one line: its latest numbers, and how they came about as bars. */
const FEW = 4;
/** Bars of so many periods at most stand in the line of a place. */
const MOST_BARS = 12;

/** A trend for people: the total period by period, a line for each place, the reasons once, then what became of the households. */
export function* trendPage(report: TrendReport): Iterable<Block> {
  const { lang, by, places, total } = report;
  const notes = new Footnotes();
  const isAlone = by === 'all' || places.length === 1;
  const inFull = places.length <= FEW && by !== 'all' ? places : [];
  yield { kind: 'title', level: 1, tone: 'strong', text: titleOf(report) };
  const blocks = kindsOf(report).flatMap((kind) => [
    ...(isAlone && by !== 'all' ? [] : [seriesBlock(total, kind, notes, report)]),
    ...inFull.map((place) => seriesBlock(place, kind, notes, report)),
    ...(inFull.length > 0 || by === 'all' ? [] : [placesBlock(kind, notes, report)]),
  ]);
  for (const block of blocks) yield { ...block, isApart: true };
  const legend = legendLine(report);
  if (legend.length > 0) yield { kind: 'paragraph', text: legend, isApart: true };
  if (notes.all.length > 0) yield { kind: 'notes', notes: notes.all, isApart: legend.length === 0 };
  for (const changes of report.households) yield* changesBlocks(changes, lang);
}

/** 示例县 2018 至 2020，120 村 */
function titleOf({ places, periods, by, terms, lang }: TrendReport): string {
  const [first, last] = [periods[0] ?? '', periods.at(-1) ?? ''];
  const when = first === last ? last : { zh: `${first} 至 ${last}`, en: `${first} to ${last}` }[lang];
  const count = by === 'all' ? [] : [placesOf(by, places.length, terms, lang)];
  return [[regionOf(places), when].filter(Boolean).join(' '), ...count].join({ zh: '，', en: ', ' }[lang]);
}

/** Years and months are never in one table. */
const kindsOf = ({ total }: TrendReport): readonly PeriodKind[] => [...new Set(total.series.map(({ kind }) => kind))];

const ofKind = ({ series }: TrendReportPlace, kind: PeriodKind): readonly ReportSeries[] => series.filter((one) => one.kind === kind);

/** What a metric is called, with its unit where that is not seen by the number. */
const nameOf = ({ short, unit, unitName }: ReportMetric, lang: Lang): string =>
  unit === 'share' ? short : { zh: `${short}（${unitName}）`, en: `${short} (${unitName})` }[lang];

const SINCE = { year: { zh: '比上年', en: 'Change' }, month: { zh: '比上月', en: 'Change' } } as const;
/** Gaps in a row are one column from this many on. */
const MANY_GAPS = 3;
/** Of fewer periods than this there are no bars. */
const FEWEST_FOR_BARS = 3;
const CHANGES_LEFT_OUT = { zh: '变化', en: 'changes' } as const;
/** Which formats leave nothing out. */
const COMPLETE = { zh: '-f csv 或 -o 变化.xlsx 是全的', en: 'complete: -f csv, -o trend.xlsx' } as const;

/** One place, or all together: a line for each metric, its periods side by side. Where there is no room, its change goes, then the earliest period. */
function seriesBlock(place: TrendReportPlace, kind: PeriodKind, notes: Footnotes, report: TrendReport): Overview {
  const { lang } = report;
  const series = ofKind(place, kind);
  const spans = spansOf(series);
  const hasBars = spans.length >= FEWEST_FOR_BARS;
  const columns: readonly FigureColumn[] = [
    ...spans.map((span): FigureColumn => ({ head: span.length === 1 ? span[0]! : `${span[0]!}…${span.at(-1)!}`, align: 'right' })),
    ...(hasBars ? [{ head: '' }] : []),
    { head: SINCE[kind][lang], align: 'right' },
  ];
  const isFew = report.places.length <= FEW;
  return {
    kind: 'overview',
    name: place.name,
    columns,
    keepsNames: true,
    // The change goes first, then the earliest period, the bars last.
    leaving: [columns.length - 1, ...spans.keys(), ...(hasBars ? [spans.length] : [])],
    rows: series.map(({ metric, points, chart: { values } }) => {
      const at = (period: Period): ReportPoint | undefined => points.find((one) => one.period === period);
      const chart = { values: spans.map(([period]) => values[points.findIndex((one) => one.period === period)]) };
      const last = points.at(-1);
      return {
        name: nameOf(metric, lang),
        figures: [
          ...spans.map(([period]) => pointFigure(at(period!), notes, report)),
          ...(hasBars ? [{ value: '', chart }] : []),
          {
            value: changeText(last, lang),
            footnotes: notes.ofAll([
              ...(isFew && last?.change?.range !== undefined ? [withThousands(last.change.range)] : []),
              ...(last?.ofChange ?? []),
            ]),
          },
        ],
      };
    }),
    asides: CHANGES_LEFT_OUT[lang],
    complete: COMPLETE[lang],
  };
}

/** The periods of a table, each by itself; many in a row of which nothing is known are one. */
function spansOf(series: readonly ReportSeries[]): readonly (readonly Period[])[] {
  const points = series.flatMap((one) => one.points);
  const periods = [...new Set(points.map(({ period }) => period))].toSorted();
  const known = new Set(points.filter(({ cell }) => cell !== undefined).map(({ period }) => period));
  const spans: Period[][] = [];
  for (const period of periods) {
    const last = spans.at(-1);
    if (last !== undefined && !known.has(period) && !known.has(last[0]!)) last.push(period);
    else spans.push([period]);
  }
  return spans.flatMap((span) => (span.length >= MANY_GAPS ? [span] : span.map((period) => [period])));
}

/** Many places: of each metric the bars, the latest number, and how it has changed. */
function placesBlock(kind: PeriodKind, notes: Footnotes, report: TrendReport): Overview {
  const { lang, by, terms, places, total } = report;
  const names = lineNames(places, by);
  const metrics = ofKind(total, kind).map(({ metric }) => metric);
  return {
    kind: 'overview',
    name: levelHeading(by, terms, lang),
    where: names.some(({ where }) => where !== undefined) ? larger(report) : undefined,
    columns: metrics.map((metric) => ({ head: nameOf(metric, lang) })),
    rows: places.map((place, at) => ({
      ...names[at]!,
      figures: metrics.map((metric) =>
        latestFigure(
          ofKind(place, kind).find((one) => one.metric.id === metric.id)!,
          notes,
          lang,
        ),
      ),
    })),
    asides: CHANGES_LEFT_OUT[lang],
    complete: COMPLETE[lang],
  };
}

/** What the larger place of each line is called: the level above, where villages are told apart by it. */
const larger = ({ by, terms, lang }: TrendReport): string =>
  by === 'village' ? levelHeading('township', terms, lang) : { zh: '所在地', en: 'Lies in' }[lang];

/** A number of one period; a gap, or what has none, says why. Of many places together, what it could be stands in other formats. */
function pointFigure(point: ReportPoint | undefined, notes: Footnotes, { lang, places }: TrendReport): Figure {
  if (point?.cell === undefined) return { value: '—', footnotes: notes.ofAll([REASON_NAMES['no-data'][lang]]) };
  const { cell } = point;
  const figure = shortFigure(cell);
  const isFew = places.length <= FEW;
  const why = isFew ? cell.notes : cell.notes.filter((note) => note !== cell.reasons || cell.value === null);
  return {
    ...figure,
    aside: undefined,
    footnotes: notes.ofAll([...(isFew && isBetween(cell, figure) ? [withThousands(cell.range!)] : []), ...why]),
  };
}

/** A cell in one line, money without fen where there are none. */
function shortFigure(cell: ReportCell): Figure {
  const figure = figureOf(cell);
  return { ...figure, value: inThrees(figure.value) };
}

/** Whether what a number could be is to be said: not where its sign, or what stands in its place, says so. */
const isBetween = ({ range, value }: ReportCell, figure: Figure): boolean =>
  range !== undefined && value !== null && !figure.value.startsWith('≥') && !figure.value.startsWith('≤');

/** The last number of a place with the bars of its periods. What each could be, and why its change is doubtful, stands in other formats. */
function latestFigure({ metric, points, chart }: ReportSeries, notes: Footnotes, lang: Lang): Figure {
  const last = points.at(-1);
  const bars = { values: chart.values.slice(-MOST_BARS) };
  if (last?.cell === undefined) return { value: '—', chart: bars, footnotes: notes.ofAll([REASON_NAMES['no-data'][lang]]) };
  return {
    ...shortFigure(last.cell),
    chart: bars,
    // The change of a growth is read by nobody.
    aside: last.change && metric.shape !== 'growth' ? `${changeText(last, lang)}${isDoubtful(last) ? '?' : ''}` : undefined,
    asideTone: 'quiet',
    footnotes: notes.ofAll(last.cell.notes),
  };
}

/** Whether something must be said of a change: a value is uncertain, or it is of other evidence or other villages than before. */
const isDoubtful = ({ change, ofChange }: ReportPoint): boolean => change?.range !== undefined || ofChange.length > 0;

/** +12.47点, -7,362 */
const changeText = (point: ReportPoint | undefined, lang: Lang): string =>
  point?.change === undefined ? '' : inThrees(point.change.text).replace(/ 个百分点$/u, { zh: '点', en: ' pp' }[lang]);

/** What the short words and signs of a page mean, those alone that occur. */
function legendLine({ places, total, lang }: TrendReport): readonly (string | Run)[] {
  const points = [total, ...places].flatMap(({ series }) => series.flatMap((one) => one.points));
  const hasPoints = points.some(({ change, cell }) => change !== undefined && cell?.metric.unit === 'share');
  const hasDoubtful = places.length > FEW && places.some(({ series }) => series.some((one) => isDoubtful(one.points.at(-1)!)));
  const legend = legendOf({ hasUnknown: points.some(({ cell }) => cell !== undefined && figureOf(cell).unknown !== undefined) }, lang);
  const said: readonly (readonly (string | Run)[])[] = [
    hasPoints ? [{ zh: '点：个百分点', en: 'pp: percentage points' }[lang]] : [],
    hasDoubtful
      ? [{ zh: '变化后的 ?：不确定，或依据、可比的村有变', en: '? after a change: uncertain, or of other evidence or villages' }[lang]]
      : [],
    legend,
  ].filter((words) => words.length > 0);
  return said.flatMap((words, at) => (at === 0 ? words : ['  ', ...words]));
}
