import { placesOf } from '../../vocabulary/terms.ts';
import type { Terms } from '../../vocabulary/terms.ts';
import type { Level } from '../../vocabulary/place.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { Axis, DocumentBlock, Mark, Spread } from '../../page/document.ts';
import { inThrees, limitText } from '../../report/number-words.ts';
import type { Report, ReportCell, ReportMetric, ReportPlace } from '../../report/report.ts';
import { outcomeOf } from '../../report/summary.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { axisOf } from './axis.ts';
import { boundsText } from './bounds-text.ts';
import { markLegend, signOf } from './judged.ts';
import { groupsOf, shortName } from './place-groups.ts';
import { TITLES } from './words.ts';

/** So many places have a bar each. */
const MOST_BARS = 30;
/** More places are not shown one by one. */
export const MOST_PLACES = 600;
const MOST_MARKS_IN_A_ROW = 60;
/** Charts of so many metrics; the others stand in the table. */
const MOST_CHARTS = 12;
/** Places that are named as furthest from the standard. */
const NAMED = 6;

const FORMS = {
  bars: {
    zh: '一行是一个村，按数值排列，竖线是标准。',
    en: 'One row is one village, in order of its number; the vertical line is the standard.',
  },
  strip: { zh: '一点是一个村，竖线是标准。', en: 'One mark is one village; the vertical line is the standard.' },
  boxes: {
    zh: '每行：横线是中间的 90% 的村，方框是中间的一半，粗线是中位数；红线各是一个未达标的村；竖线是标准。',
    en: 'Each row: the line holds the middle 90% of the villages, the box the middle half, the thick line is the median; each red tick is a village not met; the vertical line is the standard.',
  },
} as const;

/** So many answers are held at once, for charts. */
const MOST_ANSWERS = 250_000;

/** Whether a report has more answers than can be held. */
export const areTooMany = ({ places, metrics }: Pick<Report, 'places' | 'metrics'>): boolean =>
  places.length * metrics.length > MOST_ANSWERS;

/** Charts of the places by each metric, judged metrics against their standard; nothing where there are not two places with a number. */
export function spreads(report: Report): { readonly about: string; readonly blocks: readonly DocumentBlock[] } | undefined {
  const { places, metrics, lang } = report;
  if (places.length < 2 || areTooMany(report)) return undefined;
  const charts = metrics.flatMap((metric, index) => spreadOf(report, metric, index) ?? []).slice(0, MOST_CHARTS);
  if (charts.length === 0) return undefined;
  const [first] = charts;
  const isJudged = places.some(({ cells }) => cells.some(({ verdict }) => verdict));
  return {
    about: report.by === 'village' && isJudged ? FORMS[first!.form][lang] : '',
    blocks: [
      ...(first!.form !== 'boxes' && isJudged ? [markLegend(lang)] : []),
      { kind: 'side-by-side', parts: charts.map((chart) => [chart]) },
    ],
  };
}

function spreadOf(report: Report, metric: ReportMetric, index: number): Spread | undefined {
  const { places, lang } = report;
  const cells = places.map(({ cells: all }) => all[index]!);
  const values = cells.flatMap(({ value }) => value ?? []);
  if (values.length < 2 || cells.some(({ breakdown }) => breakdown)) return undefined;
  const isJudged = cells.some(({ verdict }) => verdict);
  const limits = new Map(cells.flatMap(({ verdict }) => (verdict ? [[verdict.limit, verdict.threshold] as const] : [])));
  const [limit] = limits;
  const line =
    limit !== undefined && limits.size === 1
      ? { at: limit[1], text: `${{ zh: '标准', en: 'standard' }[lang]} ${limitText(limit[0])}` }
      : metric.shape === 'growth'
        ? { at: 0, text: { zh: '与上年持平', en: 'as the year before' }[lang] }
        : undefined;
  const groups = groupsOf(places, lang);
  const form =
    places.length <= MOST_BARS
      ? 'bars'
      : places.length > MOST_PLACES || groups.some((group) => group.places.length > MOST_MARKS_IN_A_ROW)
        ? 'boxes'
        : 'strip';
  const axis = axisOf(values, {
    line: line?.at,
    fromZero: form === 'bars',
    endsAtOne: metric.unit === 'share' && metric.shape === 'ratio',
    unit: metric.unit,
    lang,
  });
  const markOf = (place: ReportPlace): Mark => mark(place, index, isJudged, lang);
  return {
    kind: 'spread',
    title:
      metric.unit === 'share'
        ? metric.label
        : { zh: `${metric.label}（${metric.unitName}）`, en: `${metric.label} (${metric.unitName})` }[lang],
    form,
    axis,
    line,
    tallyHead: form === 'bars' ? '' : isJudged ? { zh: '达标/评', en: 'met/judged' }[lang] : '',
    rows:
      form === 'bars'
        ? barRows(places, index, markOf)
        : groups.map((group) => ({
            name: group.name || { zh: '全部', en: 'all' }[lang],
            tally: isJudged ? tallyOf(group.places.map(({ cells: all }) => all[index]!)) : '',
            marks: group.places.map(markOf),
          })),
    caption: captionOf(report, index, axis, isJudged),
  };
}

/** The greatest first; without a number last. */
function barRows(places: readonly ReportPlace[], index: number, markOf: (place: ReportPlace) => Mark): Spread['rows'] {
  const by = ({ cells }: ReportPlace): number => cells[index]!.value ?? -Infinity;
  return places
    .toSorted((a, b) => (by(b) === by(a) ? 0 : by(b) - by(a)))
    .map((place) => {
      const one = markOf(place);
      return { name: one.name, tally: one.text, sign: one.sign, marks: [one] };
    });
}

function mark({ place, name, cells }: ReportPlace, index: number, isJudged: boolean, lang: Lang): Mark {
  const cell = cells[index]!;
  const { value, low, high, verdict } = cell;
  const sign = verdict && signOf(verdict.met, lang);
  return {
    name: shortName(place, name),
    text: value === null ? (boundsText(cell, lang) ?? '—') : shortText(cell),
    as: sign ? sign.as : isJudged ? 'not-judged' : 'amount',
    sign,
    value: value ?? undefined,
    range: low !== null && high !== null && boundsText(cell, lang) !== undefined ? [low, high] : undefined,
  };
}

/** The number as it is printed, without what stands in brackets behind it. */
export const shortText = ({ text }: Pick<ReportCell, 'text'>): string => inThrees(text).replace(/ \(.*/u, '');

function tallyOf(cells: readonly ReportCell[]): string {
  const outcomes = cells.map(outcomeOf).filter((outcome) => outcome !== 'notJudged');
  return outcomes.length === 0 ? '–' : `${outcomes.filter((outcome) => outcome === 'met').length}/${outcomes.length}`;
}

/** The chart in words: who is not met, who stands beyond it, who is not on it. */
function captionOf({ places, by, lang, terms }: Report, index: number, axis: Axis, isJudged: boolean): string {
  const level = by === 'helper-unit' ? 'all' : by;
  const count = (number: number): string => countOf(level, number, terms, lang);
  const named = (chosen: readonly ReportPlace[]): string =>
    chosen
      .slice(0, NAMED)
      .map(({ place, name, cells }) => `${shortName(place, name)} ${shortText(cells[index]!)}`)
      .join({ zh: '、', en: ', ' }[lang]);
  const valued = places.filter(({ cells }) => cells[index]!.value !== null);
  const failing = valued
    .filter(({ cells }) => cells[index]!.verdict?.met === 'no')
    .toSorted((a, b) => distance(b, index) - distance(a, index));
  const allFailing = places.filter(({ cells }) => cells[index]!.verdict?.met === 'no').length;
  const sorted = valued.toSorted((a, b) => b.cells[index]!.value! - a.cells[index]!.value!);
  const beyond = sorted.filter(({ cells }) => cells[index]!.value! > axis.to);
  const below = sorted.filter(({ cells }) => cells[index]!.value! < axis.from);
  const without = places.length - valued.length;
  const isGrowth = valued[0]?.cells[index]!.metric.shape === 'growth';
  const falling = isGrowth ? sorted.filter(({ cells }) => cells[index]!.value! < 0).toReversed() : [];
  const sentences = {
    zh: [
      ...(isJudged
        ? [
            `${MET_NAMES.no.zh} ${count(allFailing)}${failing.length > 0 ? `，差得最多的：${named(failing)}${failing.length > NAMED ? ' 等' : ''}` : ''}。`,
          ]
        : []),
      ...(isGrowth
        ? [`低于上年 ${count(falling.length)}${falling.length > 0 ? `：${named(falling)}${falling.length > NAMED ? ' 等' : ''}` : ''}。`]
        : []),
      ...(!isJudged && !isGrowth ? [`最大 ${named(sorted.slice(0, 1))}，最小 ${named(sorted.slice(-1))}。`] : []),
      ...(beyond.length > 0 ? [`超出坐标（▶）${count(beyond.length)}，最大 ${named(beyond.slice(0, 1))}。`] : []),
      ...(below.length > 0 ? [`超出坐标（◀）${count(below.length)}，最小 ${named(below.slice(-1))}。`] : []),
      ...(without > 0 ? [`没有数值 ${count(without)}，不在图上。`] : []),
    ],
    en: [
      ...(isJudged
        ? [
            `${count(allFailing)} not met${failing.length > 0 ? `, furthest: ${named(failing)}${failing.length > NAMED ? ', …' : ''}` : ''}.`,
          ]
        : []),
      ...(isGrowth
        ? [
            `${count(falling.length)} below the year before${falling.length > 0 ? `: ${named(falling)}${falling.length > NAMED ? ', …' : ''}` : ''}.`,
          ]
        : []),
      ...(!isJudged && !isGrowth ? [`Largest ${named(sorted.slice(0, 1))}, smallest ${named(sorted.slice(-1))}.`] : []),
      ...(beyond.length > 0 ? [`${count(beyond.length)} beyond the axis (▶), largest ${named(beyond.slice(0, 1))}.`] : []),
      ...(below.length > 0 ? [`${count(below.length)} beyond the axis (◀), smallest ${named(below.slice(-1))}.`] : []),
      ...(without > 0 ? [`${count(without)} without a value not shown.`] : []),
    ],
  }[lang];
  return sentences.join({ zh: '', en: ' ' }[lang]);
}

/** So many places of a level; of helping units, units. */
export const countOf = (level: Level, number: number, terms: Terms, lang: Lang): string =>
  level === 'all' ? { zh: `${number} 个`, en: String(number) }[lang] : placesOf(level, number, terms, lang);

const distance = ({ cells }: ReportPlace, index: number): number => {
  const { value, verdict } = cells[index]!;
  return value === null || !verdict ? 0 : Math.abs(value - verdict.threshold);
};

/** What the section of the charts is called. */
export const spreadTitle = ({ by, lang }: Report): string => (by === 'village' ? TITLES.spread : TITLES.spreadOfPlaces)[lang];
