import type { Difference } from '../../measure/difference.ts';
import type { StatusChanges } from '../../rows/status-changes.ts';
import type { Compared, Trend, TrendMark, TrendPlace, TrendPoint, TrendSeries } from '../../measure/trend.ts';
import type { Metric } from '../../measure/metric.ts';
import type { Reason } from '../../measure/reason.ts';
import type { Input, Tallies } from '../../tally/tally.ts';
import { maskIdentityNumbers } from '../../input/mask.ts';
import { placeName } from '../../vocabulary/place.ts';
import { toNumber } from '../../vocabulary/fraction.ts';
import type { Fraction } from '../../vocabulary/fraction.ts';
import type { Period, PeriodKind } from '../../vocabulary/period.ts';
import type { Level } from '../../vocabulary/place.ts';
import { USUAL_TERMS, placesOf } from '../../vocabulary/terms.ts';
import type { Terms } from '../../vocabulary/terms.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import { asFraction, asNumber, formatMeasured, formatPercent, formatPlain } from '../format-value.ts';
import { EVIDENCE_NAMES, REASON_NAMES } from '../reasons.ts';
import { inThrees } from '../number-words.ts';
import { headingOf } from '../report.ts';
import { cellOf } from '../report-cell.ts';
import { nameOf, placeRecord, saidOnce } from '../printed-place.ts';
import type { ReportCell, ReportMetric, ReportPlace } from '../report.ts';
import type { Chart } from '../../page/page.ts';
import { statusReport } from './status-report.ts';
import type { StatusReport } from './status-report.ts';

/** A change or a growth, with its texts. */
export interface ReportDifference {
  /** In the printed unit; of shares and growth a plain ratio. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** +2000000.00, +1.20 个百分点, +2439.02% */
  readonly text: string;
  /** As a column of CSV holds it: money with its decimals, ratios whole. */
  readonly plain: string;
  /** What it could be, where it is not certain. */
  readonly range: string | undefined;
}

/** One period of a series. */
export interface ReportPoint {
  readonly period: Period;
  /** Nothing in a gap. */
  readonly cell: ReportCell | undefined;
  readonly change: ReportDifference | undefined;
  readonly growth: ReportDifference | undefined;
  readonly growthReason: Reason | undefined;
  readonly marks: readonly TrendMark[];
  /** The villages that are compared, where not all are, and what they come to in either period. */
  readonly compared:
    { readonly villages: readonly ReportPlace['place'][]; readonly before: ReportCell; readonly now: ReportCell } | undefined;
  /** What must be said beside the numbers. */
  readonly remarks: readonly string[];
  /** Of these, what is of the change. */
  readonly ofChange: readonly string[];
}

export interface ReportSeries {
  readonly metric: ReportMetric;
  readonly kind: PeriodKind;
  /** The values of its periods. */
  readonly chart: Chart;
  readonly points: readonly ReportPoint[];
}

export interface TrendReportPlace extends Pick<ReportPlace, 'place' | 'name'> {
  readonly series: readonly ReportSeries[];
}

export interface TrendReport {
  readonly lang: Lang;
  readonly by: Level;
  readonly terms: Terms;
  readonly periods: readonly Period[];
  readonly inputs: readonly Input[];
  readonly places: readonly TrendReportPlace[];
  readonly total: TrendReportPlace;
  readonly households: readonly StatusReport[];
  readonly findings: { readonly errors: number; readonly warnings: number };
  readonly notes: readonly string[];
}

export interface TrendReportOptions {
  readonly lang: Lang;
  readonly by: Level;
  readonly terms?: Terms | undefined;
  readonly changes: readonly StatusChanges[];
  readonly findings: { readonly errors: number; readonly warnings: number };
  readonly notes: readonly Text[];
}

/** Writes a trend out: all texts are made here, once. */
export function buildTrendReport(trend: Trend, { inputs }: Tallies, options: TrendReportOptions): TrendReport {
  const { lang, by, terms = USUAL_TERMS } = options;
  const shared = saidOnce(trend.places);
  const place = (one: TrendPlace, name: string): TrendReportPlace => ({
    place: placeRecord(one.place),
    name,
    series: one.series.map((series) => seriesOf(series, lang, terms)),
  });
  return {
    lang,
    by,
    terms,
    periods: trend.periods,
    inputs,
    places: trend.places.map((one) => place(one, nameOf(one.place, shared, lang, by))),
    total: place(
      trend.total,
      { zh: `合计（${trend.villages} 村）`, en: `Total (${placesOf('village', trend.villages, terms, 'en')})` }[lang],
    ),
    households: options.changes.map((changes) => statusReport(changes, lang)),
    findings: options.findings,
    notes: options.notes.map((note) => note[lang]),
  };
}

const seriesOf = ({ metric, kind, points }: TrendSeries, lang: Lang, terms: Terms): ReportSeries => {
  const heading = headingOf(metric, lang, terms);
  return {
    metric: heading,
    kind,
    chart: { values: points.map(({ measured }) => measured?.value && toNumber(asFraction(metric, measured.value))) },
    points: points.map((point) => pointOf(metric, heading, point, lang, terms)),
  };
};

function pointOf(metric: Metric, heading: ReportMetric, point: TrendPoint, lang: Lang, terms: Terms): ReportPoint {
  const { period, measured, change, growth, growthReason, marks } = point;
  const cell = measured && cellOf(measured, heading, lang, terms);
  const ofChange = remarksOf(point, lang);
  const compared = point.compared && {
    villages: point.compared.villages.map(placeRecord),
    before: cellOf(point.compared.before, heading, lang, terms),
    now: cellOf(point.compared.now, heading, lang, terms),
  };
  return {
    period,
    cell,
    change: change && changeText(metric, change, lang),
    growth: growth && growthText(growth, lang),
    growthReason,
    marks,
    compared,
    remarks: [...(cell ? cell.remarks : [REASON_NAMES['no-data'][lang]]), ...ofChange],
    ofChange,
  };
}

/** A change in the unit of its values; of shares in percentage points, which are not per cent. */
function changeText(metric: Metric, { value, low, high }: Difference, lang: Lang): ReportDifference {
  const isShare = metric.unit === 'share';
  const unit = isShare ? { zh: ' 个百分点', en: ' pp' }[lang] : '';
  const written = (one: Fraction): string => signed(formatPlain(metric, one));
  const number = (one: Fraction): number => asNumber(metric, one)!;
  const sign = signOf(value, low, high);
  const range = rangeText(value, low, high, written, lang);
  return {
    value: number(value),
    low: low ? number(low) : null,
    high: high ? number(high) : null,
    text: `${sign}${written(value)}${unit}`,
    plain: isShare ? String(number(value)) : formatPlain(metric, value),
    range: sign ? undefined : range,
  };
}

function growthText({ value, low, high }: Difference, lang: Lang): ReportDifference {
  const written = (one: Fraction): string => `${signed(formatPercent(one))}%`;
  const number = (one: Fraction): number => toNumber(one)!;
  const sign = signOf(value, low, high);
  return {
    value: number(value),
    low: low ? number(low) : null,
    high: high ? number(high) : null,
    text: `${sign}${written(value)}`,
    plain: String(number(value)),
    range: sign ? undefined : rangeText(value, low, high, written, lang),
  };
}

const signed = (plain: string): string => (plain.startsWith('-') ? plain : `+${plain}`);

/** "≥" where it can only be more, "≤" where it can only be less. */
function signOf(value: Fraction, low: Fraction | undefined, high: Fraction | undefined): string {
  const [onLow, onHigh] = [isSame(low, value), isSame(high, value)];
  if (onLow === onHigh) return '';
  if (onLow) return high === undefined ? '≥' : '';
  return low === undefined ? '≤' : '';
}

/** What it could be, where one side at least is known and differs. */
function rangeText(
  value: Fraction,
  low: Fraction | undefined,
  high: Fraction | undefined,
  written: (one: Fraction) => string,
  lang: Lang,
): string | undefined {
  if ((isSame(low, value) && isSame(high, value)) || (!low && !high)) return undefined;
  const [from, to] = [low ? written(low) : '?', high ? written(high) : '?'];
  return { zh: `${from} 至 ${to}`, en: `${from} to ${to}` }[lang];
}

const isSame = (bound: Fraction | undefined, value: Fraction): boolean =>
  bound !== undefined && bound.numerator * (value.denominator || 1n) === value.numerator * (bound.denominator || 1n);

function remarksOf({ measured, base, growthReason, marks, change, comparable, compared }: TrendPoint, lang: Lang): readonly string[] {
  const remarks: Text[] = [];
  // A first period has nothing before it: that is no news. A base that is not positive is.
  if (growthReason !== undefined && base !== undefined) remarks.push(growthReasonText(growthReason));
  // What is known of an uncertain change stands beside it as its range or its sign.
  if (marks.includes('uncertain') && !change?.low && !change?.high) remarks.push({ zh: '变化不确定', en: 'change uncertain' });
  if (marks.includes('evidence-changed')) {
    const name = (one: typeof measured): Text => (one?.evidence ? EVIDENCE_NAMES[one.evidence] : { zh: '未注明', en: 'not named' });
    remarks.push({ zh: `依据由${name(base).zh}变为${name(measured).zh}`, en: `evidence changed: ${name(base).en} → ${name(measured).en}` });
  }
  if (marks.includes('villages-differ'))
    remarks.push(
      comparable === 0 ? { zh: '没有两期都有数的村，不比较', en: 'no village has both: not compared' } : comparedText(compared!),
    );
  return remarks.map((remark) => remark[lang]);
}

/** Of so many villages the names are said; of more, the first. */
const MOST_NAMED = 5;

/** Which villages are compared, and from what to what: the change beside it lies between these two. */
function comparedText({ villages, before, now }: Compared): Text {
  const named = villages.slice(0, MOST_NAMED).map((village) => maskIdentityNumbers(placeName(village, 'village') || placeName(village)));
  const more = villages.length > MOST_NAMED;
  const values = `${inThrees(formatMeasured(before))} → ${inThrees(formatMeasured(now))}`;
  return {
    zh: `只比较两期都有数的 ${villages.length} 村（${named.join('、')}${more ? '等' : ''}）：${values}`,
    en: `compared: the ${villages.length} with both (${named.join(', ')}${more ? ', …' : ''}): ${values}`,
  };
}

/** The reasons name the year before; here the base may be the month before. */
const growthReasonText = (reason: Reason): Text =>
  reason === 'base-not-positive'
    ? { zh: '上期不为正，不算增长', en: 'base not positive: no growth' }
    : { zh: '上期没有数据', en: 'no base' };
