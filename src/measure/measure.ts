import { comparePeriods, endsYear } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import { groupsOf } from '../vocabulary/groups.ts';
import { placeAt, placeKey } from '../vocabulary/place.ts';
import type { Level, Place } from '../vocabulary/place.ts';
import { isOfCounty, isOfProjects, isOfVillage } from '../tally/tally.ts';
import type { Facts, Tallies, Tally } from '../tally/tally.ts';
import { dayFor, isPartOfYear, judge, judgeBesideTheYearBefore, standardFor, standardIdOf } from './judge.ts';
import type { Judging, NotJudged, YearBefore } from './judge.ts';
import { judgingOf } from './judging.ts';
import { lackingOf } from './lacking.ts';
import type { Metric } from './metric.ts';
import { addParts } from './part.ts';
import type { Part } from './part.ts';
import { addMonths, lackingMonth } from './to-date.ts';
import { isHidden } from './small-places.ts';
import { UnplacedRows } from './unplaced-rows.ts';
import { VillageView } from './village-view.ts';
import type { Query, Measured, MeasuredPlace, Measurement } from './measured.ts';
import type { Run, Month } from './measuring.ts';
import { runOf, MOST_REMEMBERED } from './measuring.ts';
import { NONE, orNone, villagesUsed, finish, settled } from './finished-number.ts';
import { isLacking } from './measured.ts';
import { besideOf, excludedOf, breakdownOf } from './beside-number.ts';

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
  for (const members of groups.values()) {
    const place = placeAt(members[0]!.place, by);
    // The only gate for places that are too small: what shows places, shows those of a measurement.
    if (!isHidden(run, by, place)) yield measurePlace(place, members, run, by);
  }
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
  const judgingFunds = standards && judgingOf(standards, level, ofProjects.tallies, period);
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
      metric.of === 'projects' ? judgingFunds : judging,
      run,
      () => yearBeforeOf(metric, place, level, run),
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

/** What a metric was at a place one year earlier, with all that stood there then; undefined where the files hold nothing of it. */
function yearBeforeOf(metric: Metric, place: Place, level: Level | undefined, run: Run): YearBefore {
  const wanted = placeKey(place);
  const then = run.before.filter((tally) => level === undefined || placeKey(placeAt(tally.place, level)) === wanted);
  const own = run.unplaced.addedTo(then).filter(metric.of === 'projects' ? isOfProjects : isOfVillage);
  if (own.length === 0) return undefined;
  const parts = own.map((tally) => settled(metric, metric.part(run.view(tally))));
  return finish(metric, addParts(parts), run.given, NONE, undefined);
}

const OF_WHOLE_YEARS: NotJudged = { reason: 'annual-standard' };

/** Judges a number by the standard that is in force for its place, or says why none is. */
function withVerdict(
  measured: Measured,
  judging: Judging | undefined,
  { query: { toDate }, same }: Run,
  yearBeforeHere: () => YearBefore,
): Measured {
  const inForce = judging && standardFor(measured.metric, judging);
  if (!judging || !inForce) return measured;
  const unjudged = (why: NotJudged): Measured => ({
    ...measured,
    unjudged: same.one({ id: standardIdOf(measured.metric.judgedBy!, judging.level), date: dayFor(measured.metric, judging), why }),
  });
  const isPart = isPartOfYear(measured.metric, judging);
  if (isPart && !toDate) return unjudged(OF_WHOLE_YEARS);
  if ('reason' in inForce) return unjudged(inForce);
  // What the rest of the year brings is not known: only what has been reached stays so.
  const high = isPart && !endsYear(judging.period) ? undefined : measured.high;
  const judged = { ...measured, high, isLacking: isLacking(measured) };
  const isBeside = inForce.value.notUnderTheYearBefore === true;
  return { ...measured, verdict: isBeside ? judgeBesideTheYearBefore(judged, inForce, yearBeforeHere()) : judge(judged, inForce) };
}
