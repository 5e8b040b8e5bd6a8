import type { Fraction } from '../vocabulary/fraction.ts';
import { comparePeriods, yearBefore } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeAt, placeKey } from '../vocabulary/place.ts';
import type { Level, Place } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import { mergeFacts } from '../tally/merge.ts';
import type { Facts, Tallies, Tally, Unplaced } from '../tally/tally.ts';
import type { Metric } from './metric.ts';
import { addParts } from './part.ts';
import type { Bound, PartSum } from './part.ts';
import type { Evidence, Mark, Reason } from './reason.ts';
import { VillageView } from './village-view.ts';
import type { EvidencePolicy } from './village-view.ts';

/** What to measure. */
export interface Query {
  readonly period: Period;
  readonly by: Level;
  readonly metrics: readonly Metric[];
  readonly evidence: EvidencePolicy;
}

/** A metric's answer at a place: a number, or a reason. */
export interface Measured {
  readonly metric: Metric;
  /** Exact; in smallest units (fen) for money. Undefined where there is a reason. */
  readonly value: Fraction | undefined;
  readonly reason: Reason | undefined;
  /** Known bounds; undefined where a side is open or there is nothing to bound. */
  readonly low: Fraction | undefined;
  readonly high: Fraction | undefined;
  readonly missing: bigint;
  readonly rejected: bigint;
  readonly evidence: Evidence | undefined;
  readonly marks: readonly Mark[];
  readonly beside: readonly {
    readonly label: Metric['label'];
    readonly unit: Metric['unit'];
    readonly key: string;
    readonly value: bigint;
  }[];
  readonly villages: { readonly used: number; readonly inFile: number };
}

export interface MeasuredPlace {
  readonly place: Place;
  readonly measured: readonly Measured[];
  readonly villages: { readonly used: number; readonly inFile: number };
}

export interface Measurement {
  readonly period: Period;
  readonly places: readonly MeasuredPlace[];
  readonly total: MeasuredPlace;
}

/** The periods that the tallies hold, earliest first. */
export const periodsOf = ({ tallies }: Tallies): readonly Period[] =>
  [...new Set(tallies.map(({ period }) => period))].toSorted(comparePeriods);

/** Measures every place of the wanted level, and all of them together, in one period. Pure: no file, no clock. */
export function measure(all: Tallies, query: Query): Measurement {
  const village = villages(all, query);
  const groups = new Map<string, Tally[]>();
  for (const tally of village.tallies) {
    const key = placeKey(placeAt(tally.place, query.by));
    const group = groups.get(key);
    if (group) group.push(tally);
    else groups.set(key, [tally]);
  }
  const places = [...groups.values()].map((members) =>
    measurePlace(placeAt(members[0]!.place, query.by), members, village, all.unplaced, query),
  );
  return { period: query.period, places, total: measurePlace({}, village.tallies, village, all.unplaced, query) };
}

interface Villages {
  readonly given: ReadonlySet<TableId>;
  readonly tallies: readonly Tally[];
  readonly view: (tally: Pick<Tally, 'place' | 'facts'>) => VillageView;
}

function villages({ tallies }: Tallies, { period, evidence }: Query): Villages {
  const before = yearBefore(period);
  const bases = new Map(tallies.filter((tally) => tally.period === before).map((tally) => [placeKey(tally.place), tally]));
  const given = givenTables(tallies);
  return {
    given,
    tallies: tallies.filter((tally) => tally.period === period),
    view: ({ place, facts }) => {
      const base = bases.get(placeKey(place));
      return new VillageView(facts, evidence, given, base && new VillageView(base.facts, evidence, given));
    },
  };
}

function givenTables(tallies: readonly Tally[]): ReadonlySet<TableId> {
  const given = new Set<TableId>();
  for (const { facts } of tallies) {
    if (facts.has('declared.rows')) given.add('villages');
    if (facts.has('evidence.rows')) given.add('households');
  }
  return given;
}

/** Rejected rows that may belong to this village: those that name it, and those of its files that name none. */
const mayBelong = (unplaced: Unplaced, { place, period, inputs }: Tally): boolean =>
  (unplaced.period === undefined || unplaced.period === period) &&
  (unplaced.place === undefined ? inputs.has(unplaced.input) : placeKey(unplaced.place) === placeKey(place));

function measurePlace(
  place: Place,
  members: readonly Tally[],
  { view, given }: Villages,
  allUnplaced: readonly Unplaced[],
  query: Query,
): MeasuredPlace {
  const views = widened(members, allUnplaced).map(view);
  const facts = members.map((tally) => tally.facts);
  const parts = query.metrics.map((metric) => views.map((one) => metric.part(one)));
  const used = views.filter((_, village) => parts.some((ofMetric) => ofMetric[village]!.value !== undefined)).length;
  return {
    place,
    measured: query.metrics.map((metric, index) => finish(metric, addParts(parts[index]!), facts, given)),
    villages: { used, inFile: members.length },
  };
}

/**
 * Adds rejected rows without a readable village to a place, once: to the first of its villages that they may belong to.
 * In a sum over villages it makes no difference which.
 */
function widened(members: readonly Tally[], allUnplaced: readonly Unplaced[]): readonly Tally[] {
  const loose = new Map<Tally, Facts[]>();
  for (const unplaced of allUnplaced) {
    const first = members.find((member) => mayBelong(unplaced, member));
    if (first) loose.set(first, [...(loose.get(first) ?? []), unplaced.facts]);
  }
  return members.map((member) => (loose.has(member) ? { ...member, facts: mergeFacts([member.facts, ...loose.get(member)!]) } : member));
}

function finish(metric: Metric, sum: PartSum, facts: readonly Facts[], given: ReadonlySet<TableId>): Measured {
  const { missing, rejected, evidence } = sum;
  const reason = reasonOf(metric, sum, given);
  const value = reason === undefined ? sum.value : undefined;
  const bounds = [boundOf(metric, sum.low), boundOf(metric, sum.high)] as const;
  // A value leaves out the villages that cannot answer; what is certain of those may put the bounds on one side of it. It stays among what is possible.
  const [low, high] = value ? [smallest(metric, bounds[0], value), greatest(metric, bounds[1], value)] : bounds;
  return {
    metric,
    value,
    reason,
    low,
    high,
    missing,
    rejected,
    evidence: value && evidence,
    marks: value ? [...sum.marks, ...signOf(metric, sum, value, low, high)] : [],
    beside: besideOf(metric, facts),
    villages: { used: sum.used, inFile: sum.of },
  };
}

/**
 * Which sign stands before a number that is not exact: "≥" where it can only be more, "≤" where it can only be less, none where it can be either.
 * A ratio with unknown rows has its range instead; a sum of what is known is at least that.
 */
function signOf(
  metric: Metric,
  { bounded, missing, rejected, used, of }: PartSum,
  value: Fraction,
  low: Fraction | undefined,
  high: Fraction | undefined,
): readonly Mark[] {
  const isPart = metric.shape === 'amount' && (missing > 0n || rejected > 0n || used < of);
  if (!bounded && !isPart) return [];
  const [onLow, onHigh] = [low, high].map((bound) => bound !== undefined && compare(metric, bound, value) === 0n);
  if (onLow === onHigh) return [];
  return [onLow ? 'at-least' : 'at-most'];
}

const compare = ({ shape }: Metric, a: Fraction, b: Fraction): bigint =>
  shape === 'amount' ? a.numerator - b.numerator : a.numerator * b.denominator - b.numerator * a.denominator;

const smallest = (metric: Metric, bound: Fraction | undefined, value: Fraction): Fraction | undefined =>
  bound && compare(metric, bound, value) > 0n ? value : bound;
const greatest = (metric: Metric, bound: Fraction | undefined, value: Fraction): Fraction | undefined =>
  bound && compare(metric, bound, value) < 0n ? value : bound;

function reasonOf(metric: Metric, { value, reason, missing }: PartSum, given: ReadonlySet<TableId>): Reason | undefined {
  if (value === undefined) {
    if (reason === 'no-data' && !metric.sufficient.some((tables) => tables.every((table) => given.has(table)))) {
      return metric.sufficient[0]!.includes('villages') && !given.has('villages') ? 'needs-villages' : 'needs-households';
    }
    return reason;
  }
  if (metric.shape === 'amount') return undefined;
  if (value.denominator > 0n) return undefined;
  return missing > 0n && metric.shape === 'ratio' ? 'no-data' : metric.withoutDenominator;
}

/** A bound that can be divided. An amount's is over 1. */
function boundOf({ shape }: Metric, bound: Bound): Fraction | undefined {
  if (bound === 'open') return undefined;
  if (shape === 'amount') return bound;
  return bound.denominator > 0n ? bound : undefined;
}

function besideOf({ beside }: Metric, facts: readonly Facts[]): Measured['beside'] {
  return (beside ?? []).flatMap(({ fact, label, unit }) => {
    const value = facts.reduce((sum, one) => sum + (one.get(fact)?.yes ?? 0n), 0n);
    return value > 0n ? [{ key: fact.split('.')[1]!, label, unit, value }] : [];
  });
}
