import type { Fraction } from '../vocabulary/fraction.ts';
import { comparePeriods, endsYear, monthsUpTo, yearBefore } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import { groupsOf } from '../vocabulary/groups.ts';
import { placeAt, placeKey } from '../vocabulary/place.ts';
import type { Level, Place } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import { mergeFacts } from '../tally/merge.ts';
import { isOfCounty, isOfProjects, isOfVillage } from '../tally/tally.ts';
import type { Facts, Tallies, Tally } from '../tally/tally.ts';
import { isPartOfYear, judge, standardFor, standardIdOf } from './judge.ts';
import type { Judging, NotJudged, Verdict } from './judge.ts';
import { judgingOf } from './judging.ts';
import type { Standards } from './judging.ts';
import { estimatorOf } from './estimators/index.ts';
import { isOptional, lackingOf } from './lacking.ts';
import type { LackingColumn } from './lacking.ts';
import { toldBy } from './counted-facts.ts';
import type { LeftOut, Metric } from './metric.ts';
import { addParts } from './part.ts';
import type { Part, PartSum } from './part.ts';
import type { Bound } from './possible.ts';
import type { Evidence, Mark, Reason } from './reason.ts';
import { UNNAMED } from '../language/fact.ts';
import { NOTHING } from '../tally/sum.ts';
import { addMonths, lackingMonth } from './to-date.ts';
import { PlacedTallies, UnplacedRows } from './unplaced-rows.ts';
import { VillageView } from './village-view.ts';
import type { EvidencePolicy, Outlook } from './village-view.ts';

/** What a report's rows are: places of a level, or the units that households are paired with. */
export type By = Level | 'helper-unit';

/** What to measure. */
export interface Query {
  readonly period: Period;
  readonly by: By;
  readonly metrics: readonly Metric[];
  readonly evidence: EvidencePolicy;
  /** Of funds, those of one source alone. */
  readonly source?: string | undefined;
  /** Of a month: what flowed in the year up to it, instead of in the month alone. */
  readonly toDate?: boolean | undefined;
  /** By what to judge; without it nothing is judged. */
  readonly standards?: Standards | undefined;
}

/** A standard that ought to judge, and why none does. */
export interface Unjudged {
  readonly id: string;
  readonly date: IsoDate;
  readonly why: NotJudged;
}

/** One kind of a number that is broken down. */
export interface MeasuredKind {
  readonly name: string;
  readonly value: bigint;
  readonly atLeast: boolean;
}

/** A metric's answer at a place: a number, or a reason. */
export interface Measured {
  readonly metric: Metric;
  /** Exact; in smallest units (fen) for money. Undefined where there is a reason. */
  readonly value: Fraction | undefined;
  readonly reason: Reason | undefined;
  /** Whether both its parts are known: of nothing out of nothing they are, though there is no value. */
  readonly isKnown: boolean;
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
  /** By kinds, where the metric is broken down. */
  readonly breakdown: readonly MeasuredKind[] | undefined;
  /** By the standard in force, where there is one. */
  readonly verdict: Verdict | undefined;
  /** Why no standard judges it, where one ought to. */
  readonly unjudged: Unjudged | undefined;
  /** Who or what it leaves out, where the files say how many. */
  readonly excluded: readonly { readonly label: LeftOut['label']; readonly unit: LeftOut['unit']; readonly value: bigint }[];
  /** Columns that would settle it and that the files do not have, or leave blank here. */
  readonly lacking: readonly LackingColumn[];
}

export interface MeasuredPlace {
  readonly place: Place;
  /** The helping unit, where the rows of a report are units. */
  readonly unit?: string;
  /** How it is judged, where it is. */
  readonly judging?: Judging | undefined;
  readonly measured: readonly Measured[];
  readonly villages: { readonly used: number; readonly inFile: number };
  /** The villages that it is made of. */
  readonly members: readonly Tally[];
  /** Whether it holds a county that says what its evaluation found. */
  readonly isEvaluated?: boolean;
}

export interface Measurement {
  readonly period: Period;
  readonly places: readonly MeasuredPlace[];
  readonly total: MeasuredPlace;
}

/** The periods that the tallies hold, earliest first. */
export const periodsOf = ({ tallies }: Tallies): readonly Period[] =>
  [...new Set(tallies.map(({ period }) => period))].toSorted(comparePeriods);

/**
 * Measures every place of the wanted level, and all of them together, in one period. Pure: no file, no clock.
 * The places and the total are each worked out when they are asked for: few questions need both, and one takes as long as the other.
 */
export function measure(all: Tallies, query: Query): Measurement {
  const run = runOf(all, query);
  let total: MeasuredPlace | undefined;
  let places: readonly MeasuredPlace[] | undefined;
  return {
    period: query.period,
    get total() {
      return (total ??= measurePlace({}, run.tallies, run, undefined));
    },
    get places() {
      return (places ??= [...eachPlaceOf(run)]);
    },
  };
}

/** The places of a measurement one by one: where there are very many, none is kept. */
export const eachPlace = (all: Tallies, query: Query): Iterable<MeasuredPlace> => eachPlaceOf(runOf(all, query));

function* eachPlaceOf(run: Run): Generator<MeasuredPlace> {
  const { by } = run.query;
  if (by === 'helper-unit') {
    yield* measureUnits(run);
    return;
  }
  const groups = new Map<string, Tally[]>();
  for (const tally of run.tallies) {
    // What stands at a larger place than the rows of the report counts in the total alone.
    if (by !== 'all' && tally.place[by] === undefined && !isOfVillage(tally)) continue;
    const key = placeKey(placeAt(tally.place, by));
    const group = groups.get(key);
    if (group) group.push(tally);
    else groups.set(key, [tally]);
  }
  for (const members of groups.values()) yield measurePlace(placeAt(members[0]!.place, by), members, run, by);
}

/** Everything that one measuring needs. */
interface Run {
  readonly query: Query;
  readonly given: ReadonlySet<TableId>;
  /** Those of the period. */
  readonly tallies: readonly Tally[];
  readonly unplaced: UnplacedRows;
  /** The months of the year up to the period, where they are to be added up. */
  readonly months: readonly Month[];
  readonly view: (tally: Tally) => VillageView;
  readonly same: SameUnjudged;
  /** The parts of a village in the metrics of the period. */
  readonly parts: (village: VillageView) => (metric: Metric) => Part;
}

/** What the files hold of a month. */
interface Month {
  readonly tallies: PlacedTallies;
  /** Whether any row of a project is of it: then a place without one had no flow. */
  readonly hasProjects: boolean;
}

function runOf({ tallies, unplaced }: Tallies, query: Query): Run {
  const { period, evidence: policy, source } = query;
  const months = query.toDate ? monthsUpTo(period) : [];
  const baseKey = ({ place }: Tally, of: Period): string => `${placeKey(place)} ${of}`;
  const before = new Set((months.length > 0 ? months : [period]).map(yearBefore));
  const bases = new Map(tallies.filter((tally) => before.has(tally.period)).map((tally) => [baseKey(tally, tally.period), tally]));
  const ofMonths = months.map((month) => tallies.filter((tally) => tally.period === month));
  const given = givenTables(tallies);
  const outlook: Outlook = { policy, source };
  const viewOf = (tally: Tally): VillageView => {
    const base = bases.get(baseKey(tally, yearBefore(tally.period)));
    return new VillageView(tally, outlook, base && new VillageView(base, outlook));
  };
  return {
    query,
    given,
    tallies: [...tallies.filter((tally) => tally.period === period), ...withoutRow(ofMonths, period)],
    unplaced: new UnplacedRows(unplaced),
    same: new SameUnjudged(),
    months: ofMonths.map((ofMonth) => ({
      tallies: new PlacedTallies(ofMonth),
      hasProjects: ofMonth.some(({ facts }) => facts.has('project.rows')),
    })),
    // A village counts in its own row and in those of larger places.
    view: remembered(viewOf),
    parts: remembered((village: VillageView) => {
      const parts = new Map<Metric, Part>();
      return (metric) => {
        let part = parts.get(metric);
        if (!part) parts.set(metric, (part = settled(metric, metric.part(village))));
        return part;
      };
    }),
  };
}

/** So many villages are remembered at a time: those of a large county. */
const MOST_REMEMBERED = 4096;

/** What is made of a thing, made once as long as there are not too many of them. */
function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, (value = make(key)));
    }
    return value;
  };
}

/** Villages that earlier months have and the last does not: nothing is known of them there. */
function withoutRow(ofMonths: readonly (readonly Tally[])[], period: Period): readonly Tally[] {
  const known = new Set(
    ofMonths
      .at(-1)
      ?.filter(isOfVillage)
      .map(({ place }) => placeKey(place)),
  );
  const lacking = ofMonths.flat().filter((tally) => isOfVillage(tally) && !known.has(placeKey(tally.place)));
  const once = new Map(lacking.map((tally) => [placeKey(tally.place), tally]));
  return [...once.values()].map((tally) => ({ ...tally, period, facts: new Map([['declared.rows', NOTHING]]), parameters: {} }));
}

function givenTables(tallies: readonly Tally[]): ReadonlySet<TableId> {
  const given = new Set<TableId>();
  for (const { facts } of tallies) {
    if (facts.has('declared.rows') || isOfCounty({ facts })) given.add('villages');
    if (facts.has('evidence.rows')) given.add('households');
    if (isOfProjects({ facts })) given.add('projects');
  }
  return given;
}

/** `level`: that of the place, none for the whole of a run. */
function measurePlace(place: Place, members: readonly Tally[], run: Run, level: Level | undefined): MeasuredPlace {
  const wide = run.unplaced.addedTo(members);
  // Of very many villages nothing is kept but the sums: what is found out about one is forgotten before the next.
  const isMany = wide.length > MOST_REMEMBERED;
  const membersOf = (tallies: readonly Tally[]): Members => ({
    tallies,
    views: tallies.map(run.view),
    facts: tallies.map((tally) => tally.facts),
  });
  const [ofVillages, ofProjects] = [membersOf(wide.filter(isOfVillage)), membersOf(wide.filter(isOfProjects))];
  const ofCounties = countiesOf(wide.filter(isOfCounty), ofVillages, run);
  const history = run.months.map((month) => inMonth(month, members, run.unplaced));
  const { standards, period } = run.query;
  const judging = standards && judgingOf(standards, level, [...ofVillages.tallies, ...ofCounties.tallies], period);
  const answered = new Set<VillageView>();
  const measured = run.query.metrics.map((metric) => {
    const { tallies, views, facts: own } = { villages: ofVillages, projects: ofProjects, evaluation: ofCounties }[metric.of ?? 'villages'];
    const months = metric.flow ? history.map((month) => tallies.map(month)) : [];
    const parts = views.map((one, index) => {
      if (months.length === 0) {
        if (!isMany) return run.parts(one)(metric);
        const part = settled(metric, metric.part(one));
        one.forget();
        return part;
      }
      const ofOne = months.map((month) => month[index]);
      return addMonths(metric, monthsOf(metric, ofOne, run));
    });
    if (metric.of === undefined) views.forEach((one, index) => parts[index]!.value !== undefined && answered.add(one));
    // What a county does not say of itself, its villages may.
    const monthly = months.flat().flatMap((tally) => (tally ? [tally.facts] : []));
    const facts = metric.of === 'evaluation' ? [...own, ...ofVillages.facts] : months.length > 0 ? monthly : own;
    const number = finish(metric, addParts(parts), run.given, besideOf(metric, facts, level), breakdownOf(metric, facts));
    return withVerdict(
      {
        ...number,
        lacking: orNone(lackingOf(metric, { facts, views })),
        excluded: number.value ? orNone(excludedOf(metric, facts, views)) : NONE,
      },
      judging,
      run.query.toDate,
      run.same,
    );
  });
  return {
    place,
    judging,
    measured,
    villages: villagesUsed(answered.size, ofVillages.tallies.length),
    members: ofVillages.tallies,
    isEvaluated: ofCounties.tallies.length > 0,
  };
}

/** Looks up what a month holds of each of the given places, rejected rows that may belong to them included. */
function inMonth({ tallies }: Month, members: readonly Tally[], unplaced: UnplacedRows): (member: Tally) => Tally | undefined {
  const wide = unplaced.addedTo(tallies.at(members.map(({ place }) => placeKey(place))));
  const byPlace = new Map(wide.map((tally) => [placeKey(tally.place), tally]));
  return ({ place }) => byPlace.get(placeKey(place));
}

/** A metric's part of each month. A village without a row lacks the month; a place without a project in it had no flow, if any project had. */
function monthsOf(metric: Metric, tallies: readonly (Tally | undefined)[], { months, view }: Run): readonly Part[] {
  return tallies.flatMap((tally, index): readonly Part[] => {
    const hasRows = tally !== undefined && (metric.of === 'projects' ? tally.facts.has('project.rows') : isOfVillage(tally));
    if (hasRows) return [metric.part(view(tally))];
    return metric.of === 'projects' && months[index]!.hasProjects ? [] : [lackingMonth(metric)];
  });
}

/** The evaluations of counties, each seen together with the villages of its county. */
function countiesOf(tallies: readonly Tally[], { tallies: villages, views }: Members, { query }: Run): Members {
  if (tallies.length === 0) return { tallies, views: [], facts: [] };
  const byCounty = groupsOf(views, (_, index) => placeKey(placeAt(villages[index]!.place, 'county')));
  const viewOf = (county: Tally): VillageView =>
    new VillageView(county, { policy: query.evidence, source: query.source }, undefined, {
      villages: byCounty.get(placeKey(county.place)) ?? [],
    });
  return { tallies, views: tallies.map(viewOf), facts: tallies.map(({ facts }) => facts) };
}

interface Members {
  readonly tallies: readonly Tally[];
  readonly facts: readonly Facts[];
  readonly views: readonly VillageView[];
}

/** A row for each helping unit, the one with the most households first. Metrics that say nothing of units have no number. */
function measureUnits({ tallies, unplaced, query, given, view }: Run): readonly MeasuredPlace[] {
  const views = unplaced.addedTo(tallies.filter(isOfVillage)).map(view);
  const households = new Map<string, bigint>();
  for (const one of views) {
    for (const [unit, { yes }] of one.kinds('paired_households_by_unit')) households.set(unit, (households.get(unit) ?? 0n) + yes);
  }
  const byHouseholds = [...households].toSorted(([a, m], [b, n]) => (m === n ? (a < b ? -1 : 1) : m < n ? 1 : -1));
  return byHouseholds.map(([unit]) => ({
    place: {},
    unit,
    measured: query.metrics.map((metric) =>
      finish(metric, addParts(metric.ofHelperUnit ? views.map((one) => metric.ofHelperUnit!(one, unit)) : []), given, [], undefined),
    ),
    villages: { used: views.length, inFile: views.length },
    members: [],
  }));
}

/** One empty list, and one object for each of the usual counts: there are as many answers as places. */
const NONE: readonly never[] = [];
const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list);
const NO_VILLAGES = { used: 0, inFile: 0 };
const NOT_USED = { used: 0, inFile: 1 };
const USED = { used: 1, inFile: 1 };
const villagesUsed = (used: number, inFile: number): Measured['villages'] =>
  inFile === 1 ? (used === 1 ? USED : NOT_USED) : { used, inFile };

function finish(
  metric: Metric,
  sum: PartSum,
  given: ReadonlySet<TableId>,
  beside: Measured['beside'],
  breakdown: Measured['breakdown'],
): Measured {
  const { missing, rejected, evidence } = sum;
  // One object for two bounds that are the value: there are as many answers as places.
  const orSame = (bound: Fraction | undefined): Fraction | undefined =>
    bound && sum.value && bound.numerator === sum.value.numerator && bound.denominator === sum.value.denominator ? sum.value : bound;
  // A value leaves out the villages that cannot answer; what is certain of those may put all that is possible on one side of it.
  const [low, high] = boundsOf(metric, sum).map(orSame);
  const why = reasonOf(metric, sum, given);
  const only = why === 'no-data' || why === 'exempt-in-numerator' ? onlyRatio(metric, sum, low, high) : undefined;
  const reason = only ? undefined : why;
  const value = reason === undefined ? (only ?? sum.value) : undefined;
  return {
    metric,
    value,
    reason,
    isKnown: sum.value !== undefined && (reason === undefined || (reason === metric.withoutDenominator && missing === 0n)),
    low,
    high,
    missing,
    rejected,
    evidence: value && evidence,
    marks: value ? orNone([...new Set([...sum.marks, ...signOf(metric, sum, value, low, high)])]) : NONE,
    beside,
    villages: metric.of !== undefined ? NO_VILLAGES : villagesUsed(sum.used, sum.of),
    breakdown,
    verdict: undefined,
    unjudged: undefined,
    excluded: NONE,
    lacking: NONE,
  };
}

/** What is not judged for one reason is told by one object: there are as many answers as places. */
class SameUnjudged {
  readonly #known = new Map<string, Unjudged>();

  one(unjudged: Unjudged): Unjudged {
    const key = JSON.stringify(unjudged);
    const known = this.#known.get(key);
    if (!known) this.#known.set(key, unjudged);
    return known ?? unjudged;
  }
}

/** Judges a number by the standard that is in force for its place, or says why none is. */
function withVerdict(measured: Measured, judging: Judging | undefined, toDate: boolean | undefined, same: SameUnjudged): Measured {
  const inForce = judging && standardFor(measured.metric, judging);
  if (!judging || !inForce) return measured;
  const unjudged = (why: NotJudged): Measured => ({
    ...measured,
    unjudged: same.one({ id: standardIdOf(measured.metric.judgedBy!, judging.level), date: judging.date, why }),
  });
  const isPart = isPartOfYear(measured.metric, judging);
  if (isPart && !toDate) return unjudged({ reason: 'annual-standard' });
  if ('reason' in inForce) return unjudged(inForce);
  // What the rest of the year brings is not known: only what has been reached stays so.
  const high = isPart && !endsYear(judging.period) ? undefined : measured.high;
  return { ...measured, verdict: judge({ ...measured, high, isLacking: isLacking(measured) }, inForce) };
}

/** Whether the files say nothing at all about a number, so that no row could settle it. Whether there are columns it can do without decides nothing. */
export const isLacking = ({ metric, reason, lacking }: Measured): boolean =>
  reason === 'zero-denominator' || reason?.startsWith('needs-') === true || lacking.some((one) => one.absent && !isOptional(metric, one));

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
  const { isSum, compare } = estimatorOf(metric);
  const isPart = isSum && (missing > 0n || rejected > 0n || (used < of && metric.of === undefined));
  if (!bounded && !isPart) return [];
  const [onLow, onHigh] = [low, high].map((bound) => bound !== undefined && compare(bound, value) === 0n);
  if (onLow === onHigh) return [];
  return [onLow ? 'at-least' : 'at-most'];
}

function reasonOf(metric: Metric, { value, reason, missing, used, of }: PartSum, given: ReadonlySet<TableId>): Reason | undefined {
  if (value === undefined) {
    const suffices = (tables: readonly TableId[]): boolean => tables.every((table) => given.has(table));
    if (reason !== 'no-data' || metric.sufficient.some(suffices)) return reason;
    const lacking = metric.sufficient[0]!.find((table) => !given.has(table));
    return lacking && `needs-${lacking}`;
  }
  // Nothing to divide by where all is known; where a village of unknown size may have something, nobody knows.
  return estimatorOf(metric).whyNone(value, missing > 0n || used < of, metric.withoutDenominator);
}

/** What a number could be. Of nothing there are no bounds. */
function boundsOf(metric: Metric, sum: PartSum): readonly [Fraction | undefined, Fraction | undefined] {
  const isNothing = metric.of === 'projects' && sum.value === undefined && sum.missing + sum.rejected === 0n;
  if (sum.of === 0 || isNothing) return [undefined, undefined];
  const { boundOf } = estimatorOf(metric);
  return [boundOf(sum.low, 'least'), boundOf(sum.high, 'greatest')];
}

/** A village of which only one answer is possible, down to its counts, is known, whatever cells are not. */
function settled(metric: Metric, part: Part): Part {
  const isNothing = metric.of === 'projects' && part.missing + part.rejected === 0n;
  if (part.value !== undefined || isNothing || !estimatorOf(metric).isSettledByBounds) return part;
  const [low, high] = [onlyPair(part.low), onlyPair(part.high)];
  if (!low || low.numerator !== high?.numerator || low.denominator !== high.denominator) return part;
  return { ...part, value: low, reason: undefined, missing: 0n };
}

/** The one pair that a bound is; nothing where it could be several. */
function onlyPair(bound: Bound): Fraction | undefined {
  if (bound === 'open' || !('corners' in bound)) return bound === 'open' ? undefined : bound;
  return bound.corners.length === 1 && bound.endless !== true ? bound.corners[0] : undefined;
}

/** The value of a place without one of its own, where every answer that is possible is the same ratio. Not where nobody knows what to divide by. */
function onlyRatio(metric: Metric, { low: least }: PartSum, low: Fraction | undefined, high: Fraction | undefined): Fraction | undefined {
  const isEndless = least !== 'open' && 'corners' in least && least.endless === true;
  const { isSettledByBounds, compare } = estimatorOf(metric);
  if (!isSettledByBounds || isEndless || !low || !high || compare(low, high) !== 0n) return undefined;
  return low.denominator < high.denominator ? high : low;
}

function besideOf({ beside }: Metric, facts: readonly Facts[], level: Level | undefined): Measured['beside'] {
  if (!beside) return NONE;
  return beside.flatMap(({ fact, label, unit, level: only }) => {
    if (only !== undefined && only !== level) return [];
    const value = facts.reduce((sum, one) => sum + (one.get(fact)?.yes ?? 0n), 0n);
    return value > 0n ? [{ key: fact.split('.')[1]!, label, unit, value }] : [];
  });
}

/** What a number leaves out, village by village as those say it who speak for it there. Nothing where nobody says. */
function excludedOf(metric: Metric, facts: readonly Facts[], views: readonly VillageView[]): Measured['excluded'] {
  const told = toldBy(metric);
  return (metric.excluded ?? []).flatMap(({ label, unit, evidence, declared }) => {
    const sums = facts.flatMap((one, index) => {
      const rows =
        evidence === undefined ? undefined : views[index]!.recorded(evidence, declared === undefined ? told : [...told, declared]);
      return rows ?? (declared === undefined ? undefined : one.get(`declared.${declared}`)) ?? [];
    });
    const isSaid = sums.some(({ yes, unrecorded, open }) => yes > 0n || unrecorded + open === 0n);
    return isSaid ? [{ label, unit, value: sums.reduce((sum, { yes }) => sum + yes, 0n) }] : [];
  });
}

/** The kinds of a number, the greatest first; what is not named comes last. */
function breakdownOf({ breakdown }: Metric, facts: readonly Facts[]): Measured['breakdown'] {
  if (!breakdown) return undefined;
  const prefix = `${breakdown.fact}:`;
  const named = facts.map((one) => new Map([...one].filter(([key]) => key.startsWith(prefix))));
  const kinds = [...mergeFacts(named)].flatMap(([key, { yes, open, atLeast }]): MeasuredKind[] =>
    yes > 0n || open === 0n ? [{ name: key.slice(prefix.length), value: yes, atLeast: open + atLeast > 0n }] : [],
  );
  const rank = ({ name, value }: MeasuredKind): bigint => (name === UNNAMED ? -1n : value);
  return kinds.toSorted((a, b) => {
    const difference = rank(b) - rank(a);
    return difference > 0n ? 1 : difference < 0n ? -1 : a.name < b.name ? -1 : 1;
  });
}
