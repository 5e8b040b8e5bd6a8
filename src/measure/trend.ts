import type { Fraction } from '../vocabulary/fraction.ts';
import { kindOf, periodAfter } from '../vocabulary/period.ts';
import type { Period, PeriodKind } from '../vocabulary/period.ts';
import { placeAt, placeKey } from '../vocabulary/place.ts';
import type { Level, Place } from '../vocabulary/place.ts';
import type { Tallies } from '../tally/tally.ts';
import { changeOf, growthOf } from './difference.ts';
import type { Difference } from './difference.ts';
import { measure, periodsOf } from './measure.ts';
import { isOfCounty, isOfProjects, isOfVillage } from '../tally/tally.ts';
import type { Measured, MeasuredPlace, Measurement, Query } from './measured.ts';
import type { Metric } from './metric.ts';
import type { Reason } from './reason.ts';
import { isHidden, withAllPlaces } from './small-places.ts';

/** What a reader must know about a change: shown beside it. */
export const TREND_MARKS = ['uncertain', 'evidence-changed', 'villages-differ'] as const;
/**
 * `uncertain`: one of the two values is not certain, so neither is what lies between them. `evidence-changed`: one rests on household rows, the
 * other on the village's word. `villages-differ`: other villages have a value than one period earlier; those alone that
 * have one in both are compared.
 */
export type TrendMark = (typeof TREND_MARKS)[number];

/** One period of a series. */
export interface TrendPoint {
  readonly period: Period;
  /** Undefined where the files hold nothing of this place in this period: a gap, which stays one. */
  readonly measured: Measured | undefined;
  /** The answer one period earlier, where there is one to compare with. */
  readonly base: Measured | undefined;
  /** In the metric's own smallest unit; of shares, the difference of the two shares. Only where both periods have a value. */
  readonly change: Difference | undefined;
  /** The change over a base that is positive. A metric that is growth itself has none. */
  readonly growth: Difference | undefined;
  readonly growthReason: Reason | undefined;
  readonly marks: readonly TrendMark[];
  /** Of a larger place whose villages are not the same in both periods: how many are, and are compared. */
  readonly comparable: number | undefined;
  /** These villages, and what they come to in either period: the change lies between these two, not between the values of the place. */
  readonly compared: Compared | undefined;
}

export interface Compared {
  readonly villages: readonly Place[];
  readonly before: Measured;
  readonly now: Measured;
}

/** A metric of one place over all years, or over all months, from the first to the last in the files. */
export interface TrendSeries {
  readonly metric: Metric;
  readonly kind: PeriodKind;
  readonly points: readonly TrendPoint[];
}

export interface TrendPlace {
  readonly place: Place;
  readonly series: readonly TrendSeries[];
}

export interface Trend {
  /** The periods of which the files hold something, earliest first. */
  readonly periods: readonly Period[];
  readonly places: readonly TrendPlace[];
  readonly total: TrendPlace;
  /** The villages in the files, whatever the period. */
  readonly villages: number;
}

/** What to follow over time. */
export interface TrendQuery extends Omit<Query, 'period' | 'by' | 'standards'> {
  readonly by: Level;
}

/**
 * Measures every period of the files and compares each with the one just before: a year with the year before, a month with the month before.
 * A period between two others of which the files hold nothing is a gap: nothing is filled in, and nothing is compared across it.
 * Periods that only projects have make no point of figures about villages, nor the other way round.
 */
export function trend(all: Tallies, query: TrendQuery): Trend {
  const spans = query.metrics.map((metric) => spansOf(periodsFor(metric, all)));
  const periods = periodsOf(all).filter((period) => spans.some((ofMetric) => ofMetric.some((span) => span.periods.includes(period))));
  const measurements = periods.map((period) => measure(all, { ...query, period }));
  const villages = [...new Map(all.tallies.filter(isOfVillage).map(({ place }) => [placeKey(place), place])).values()];
  const run: Run = { all, query, spans, valued: valuedIn(all, query, periods), villages };
  const found = new Map<string, FoundPlace>();
  for (const { period, places } of measurements) {
    for (const { place, measured } of places) {
      const key = placeKey(place);
      let one = found.get(key);
      if (!one) found.set(key, (one = { place, answers: new Map() }));
      one.answers.set(period, measured);
    }
  }
  // Of all places as one, the place is the total.
  const totalOf = (one: Measurement): MeasuredPlace => (query.by === 'all' ? one.places[0] : undefined) ?? one.total;
  const total: FoundPlace = { place: {}, answers: new Map(measurements.map((one) => [one.period, totalOf(one).measured])) };
  const whole = placeOf(total, TOTAL, run);
  return {
    periods,
    places: inOrder(found, all, query.by).map((one) =>
      query.by === 'all' ? { ...whole, place: one.place } : placeOf(one, placeKey(one.place), run),
    ),
    total: whole,
    villages: villages.length,
  };
}

/** What is known of one place, period by period, each metric at its own index. */
interface FoundPlace {
  readonly place: Place;
  readonly answers: Map<Period, readonly Measured[]>;
}

interface Span {
  readonly kind: PeriodKind;
  readonly periods: readonly Period[];
}

interface Run {
  readonly all: Tallies;
  readonly query: TrendQuery;
  /** Of each metric. */
  readonly spans: readonly (readonly Span[])[];
  readonly valued: ValuedVillages;
  /** Each once, in the order of the tallies. */
  readonly villages: readonly Place[];
}

const TOTAL = 'total';

/** The periods in which the files have rows of what a metric is of; all of them where they have none, so that its reason can be said. */
function periodsFor({ of }: Metric, all: Tallies): readonly Period[] {
  const own = periodsOf({
    ...all,
    tallies: all.tallies.filter({ villages: isOfVillage, projects: isOfProjects, evaluation: isOfCounty }[of ?? 'villages']),
  });
  return own.length > 0 ? own : periodsOf(all);
}

/** The years and the months of the files, with the gaps between them. */
function spansOf(periods: readonly Period[]): readonly Span[] {
  return (['year', 'month'] as const).flatMap((kind) => {
    const ofKind = periods.filter((period) => kindOf(period) === kind);
    if (ofKind.length === 0) return [];
    return [{ kind, periods: ofKind.flatMap((period, index) => [...gapBetween(ofKind[index - 1], period), period]) }];
  });
}

/** So many periods of a gap are named one by one: the months of a year. */
const MOST_NAMED = 12;

/** The periods between two that the files hold nothing of. Those of a long gap are one, named by its first and its last: `1980-02/2019-11`. */
function gapBetween(before: Period | undefined, after: Period): readonly Period[] {
  if (before === undefined) return [];
  const gap: Period[] = [];
  for (let period = periodAfter(before); period !== after; period = periodAfter(period)) gap.push(period);
  return gap.length > MOST_NAMED ? [`${gap[0]!}/${gap.at(-1)!}` as Period] : gap;
}

/** Places in the order in which the tallies have them. */
function inOrder(found: ReadonlyMap<string, FoundPlace>, { tallies }: Tallies, by: Level): readonly FoundPlace[] {
  const keys = new Set(tallies.map(({ place }) => placeKey(placeAt(place, by))));
  return [...keys].flatMap((key) => found.get(key) ?? []);
}

function placeOf({ place, answers }: FoundPlace, key: string, run: Run): TrendPlace {
  const { query, spans } = run;
  return {
    place,
    series: query.metrics.flatMap((metric, index) =>
      spans[index]!.map(({ kind, periods }) => ({
        metric,
        kind,
        points: periods.map((period, at) => {
          const before = periods[at - 1];
          const base = before === undefined ? undefined : answers.get(before)?.[index];
          const measured = answers.get(period)?.[index];
          const common = before === undefined || metric.of !== undefined ? undefined : run.valued.common(key, before, period, metric);
          if (common === undefined) return pointOf(period, measured, base, measured, base);
          if (leavesOutHidden(run, key, common)) return pointOf(period, measured, base, undefined, undefined);
          const [now, then] = [period, before!].map((one) => measuredOf(run, metric, one, common));
          const point = pointOf(period, measured, base, now, then);
          if (!point.marks.includes('villages-differ')) return { ...point, comparable: common.size };
          const villages = run.villages.filter((village) => common.has(placeKey(village)));
          return { ...point, comparable: common.size, compared: { villages, before: then!, now: now! } };
        }),
      })),
    ),
  };
}

/** Whether villages that are not shown for themselves are among those that are not compared: they would follow from what is. */
const leavesOutHidden = ({ all, query: { by }, villages }: Run, key: string, common: ReadonlySet<string>): boolean =>
  all.hidden !== undefined &&
  villages.some(
    (village) =>
      isHidden(all, 'village', village) && !common.has(placeKey(village)) && (key === TOTAL || placeKey(placeAt(village, by)) === key),
  );

/** A metric of some villages alone, in one period. */
const measuredOf = ({ all, query }: Run, metric: Metric, period: Period, villages: ReadonlySet<string>): Measured =>
  measure(
    { ...all, tallies: all.tallies.filter(({ place }) => villages.has(placeKey(place))) },
    { ...query, by: 'all', metrics: [metric], period },
  ).total.measured[0]!;

/** `now` and `then` are what is compared: of a larger place, the villages alone that have a value in both periods. */
function pointOf(
  period: Period,
  measured: Measured | undefined,
  base: Measured | undefined,
  now: Measured | undefined,
  then: Measured | undefined,
): TrendPoint {
  const nothing = { change: undefined, growth: undefined, growthReason: undefined, marks: [], comparable: undefined, compared: undefined };
  if (measured?.value === undefined || now === undefined) return { period, measured, base, ...nothing };
  const change = changeOf(now, then);
  const growth = growthOf(now, then);
  const marks: TrendMark[] = [];
  if (change && !isCertain(change)) marks.push('uncertain');
  if (change && then && now.evidence !== then.evidence) marks.push('evidence-changed');
  if (now !== measured) marks.push('villages-differ');
  return {
    period,
    measured,
    base,
    change,
    growth: growth.value,
    growthReason: growth.reason,
    marks,
    comparable: undefined,
    compared: undefined,
  };
}

const isCertain = ({ value, low, high }: Difference): boolean => [low, high].every((bound) => bound !== undefined && isEqual(bound, value));

const isEqual = (a: Fraction, b: Fraction): boolean =>
  a.denominator === b.denominator ? a.numerator === b.numerator : a.numerator * b.denominator === b.numerator * a.denominator;

/** Which villages know a metric in each place and period: nothing out of nothing is known too. */
class ValuedVillages {
  readonly #of = new Map<string, Set<string>>();

  add(place: string, period: Period, { id }: Metric, village: string): void {
    const key = `${place} ${period} ${id}`;
    const known = this.#of.get(key);
    if (known) known.add(village);
    else this.#of.set(key, new Set([village]));
  }

  /** The villages that know it in both periods, where others do in one of them alone; undefined where all do in both, or none in either. */
  common(place: string, a: Period, b: Period, { id }: Metric): ReadonlySet<string> | undefined {
    const [inA, inB] = [this.#of.get(`${place} ${a} ${id}`), this.#of.get(`${place} ${b} ${id}`)];
    if (!inA || !inB) return undefined;
    const common = new Set([...inA].filter((village) => inB.has(village)));
    return common.size === inA.size && common.size === inB.size ? undefined : common;
  }
}

function valuedIn(all: Tallies, query: TrendQuery, periods: readonly Period[]): ValuedVillages {
  const valued = new ValuedVillages();
  for (const period of periods) {
    for (const { place, measured } of measure(withAllPlaces(all), { ...query, by: 'village', period }).places) {
      const village = placeKey(place);
      const larger = query.by === 'village' || query.by === 'all' ? [TOTAL] : [TOTAL, placeKey(placeAt(place, query.by))];
      for (const { metric, isKnown } of measured) if (isKnown) for (const one of larger) valued.add(one, period, metric, village);
    }
  }
  return valued;
}
