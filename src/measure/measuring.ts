import { monthsUpTo, yearBefore } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import { isOfCounty, isOfProjects, isOfVillage } from '../tally/tally.ts';
import type { Tallies, Tally } from '../tally/tally.ts';
import type { NotJudged } from './judge.ts';
import type { Metric } from './metric.ts';
import type { Part } from './part.ts';
import { NOTHING } from '../tally/sum.ts';
import { PlacedTallies, UnplacedRows } from './unplaced-rows.ts';
import { VillageView } from './village-view.ts';
import type { Outlook } from './village-view.ts';
import type { Query, Unjudged } from './measured.ts';
import { settled } from './finished-number.ts';

/** Everything that one measuring needs. */
export interface Run {
  readonly query: Query;
  readonly given: ReadonlySet<TableId>;
  /** Those of the period. */
  readonly tallies: readonly Tally[];
  /** The places that are not shown for themselves. */
  readonly hidden: Tallies['hidden'];
  /** Those of one year earlier. */
  readonly before: readonly Tally[];
  readonly unplaced: UnplacedRows;
  /** The months of the year up to the period, where they are to be added up. */
  readonly months: readonly Month[];
  readonly view: (tally: Tally) => VillageView;
  readonly same: SameUnjudged;
  /** The parts of a village in the metrics of the period. */
  readonly parts: (village: VillageView) => (metric: Metric) => Part;
}

/** What the files hold of a month. */
export interface Month {
  readonly tallies: PlacedTallies;
  /** Whether any row of a project is of it: then a place without one had no flow. */
  readonly hasProjects: boolean;
}

/** Looks at the tallies as a query wants them: those of its period, of the year before, of its months. */
export function runOf({ tallies, unplaced, hidden }: Tallies, query: Query): Run {
  const { period, evidence: policy, source } = query;
  const months = query.toDate ? monthsUpTo(period) : [];
  const baseKey = ({ place }: Tally, of: Period): string => `${placeKey(place)} ${of}`;
  const before = new Set((months.length > 0 ? months : [period]).map(yearBefore));
  const bases = new Map(tallies.filter((tally) => before.has(tally.period)).map((tally) => [baseKey(tally, tally.period), tally]));
  const ofMonths = months.map((month) => tallies.filter((tally) => tally.period === month));
  const given = givenTables(tallies);
  const outlook: Outlook = { policy, source, limits: query.limits ?? query.standards };
  const viewOf = (tally: Tally): VillageView => {
    const base = bases.get(baseKey(tally, yearBefore(tally.period)));
    return new VillageView(tally, outlook, base && new VillageView(base, outlook));
  };
  return {
    query,
    given,
    hidden,
    tallies: [...tallies.filter((tally) => tally.period === period), ...withoutRow(ofMonths, period)],
    before: tallies.filter((tally) => tally.period === yearBefore(period)),
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
export const MOST_REMEMBERED = 4096;

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

/** What is not judged for one reason is told by one object: there are as many answers as places. */
export class SameUnjudged {
  readonly #known = new Map<NotJudged, Unjudged[]>();

  one(unjudged: Unjudged): Unjudged {
    const { why, id, date } = unjudged;
    let known = this.#known.get(why);
    if (!known) this.#known.set(why, (known = []));
    const same = known.find((one) => one.id === id && one.date === date);
    if (!same) known.push(unjudged);
    return same ?? unjudged;
  }
}
