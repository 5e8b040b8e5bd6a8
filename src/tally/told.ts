import { listIn, rowOf } from '../language/row.ts';
import type { Fact } from '../language/fact.ts';
import type { ReadRow } from '../input/read-row.ts';
import { villages } from '../tables/villages/table.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import { DatedNumbers } from './dated-numbers.ts';
import { Duplicates } from './duplicates.ts';
import { HelperNames } from './helper-names.ts';
import { PeriodLeaps } from './period-leaps.ts';
import { FirstRows } from './places/alike-places.ts';
import { indexPlaces } from './places/place-index.ts';
import { PlaceKeys } from './places/place-keys.ts';
import { RowPlaces, writtenPlace } from './places/row-places.ts';
import type { Spellings } from './places/spellings.ts';
import type { TallyPlan } from './plan.ts';
import type { RowQuery } from './row-query.ts';
import type { Tally } from './tally.ts';

/** What those who count rows are told of the run. */
export interface Told {
  readonly facts: readonly Fact[];
  /** What is asked of the rows themselves. */
  readonly queries: readonly RowQuery[];
  /** Where every row is to be read as if none were plain. */
  readonly plainRows: TallyPlan['plainRows'];
  /** The villages by the ways in which rows name them. */
  readonly places: RowPlaces;
  /** The dated numbers by place and period. */
  readonly numbers: DatedNumbers;
  /** The period of rows without one: the snapshot, or the only period in the run. */
  readonly fallbackPeriod: Period | undefined;
  readonly keys: PlaceKeys;
  /** What all tables of the run are compared by: each notes what it sees. */
  readonly duplicates: Duplicates;
  readonly firstRows: FirstRows;
  readonly periods: PeriodLeaps;
  readonly helpers: HelperNames;
}

/** A village table, read to its end. */
interface HeldRows {
  readonly rows: readonly { readonly read: ReadRow }[];
}

/** What the village files and the tallies tell of a run. */
export function toldBy(held: readonly HeldRows[], summed: readonly Tally[], plan: TallyPlan, spellings: Spellings): Told {
  const periods = new Set(summed.map(({ period }) => period));
  for (const { rows } of held) {
    for (const { read } of rows) {
      const { period } = rowOf(villages, read.row);
      if (period !== undefined && !read.shifted) periods.add(period);
    }
  }
  const index = indexPlaces(namedVillages(held, summed, spellings));
  const keys = new PlaceKeys();
  return {
    facts: plan.facts,
    queries: plan.rows ?? [],
    plainRows: plan.plainRows,
    numbers: new DatedNumbers(plan),
    places: new RowPlaces(index.villages.length > 0 ? index : undefined, { spellings }),
    duplicates: new Duplicates(),
    firstRows: new FirstRows(keys),
    keys,
    periods: new PeriodLeaps(),
    helpers: new HelperNames(),
    fallbackPeriod: plan.snapshot ?? (periods.size === 1 ? [...periods][0] : undefined),
  };
}

/** The villages that village rows and tallies name. */
function* namedVillages(held: readonly HeldRows[], summed: readonly Tally[], spellings: Spellings): Generator<Place> {
  for (const { rows } of held)
    for (const { read } of rows) if (!read.shifted && read.row.village !== undefined) yield spellings.of(writtenPlace(read.row)).place;
  for (const { place } of summed) if (place.village !== undefined) yield place;
}

/** The known villages; where no table tells them, those that households and projects name, so that a shorter reference finds its village. */
export function placesForProjects(
  { places }: Told,
  tallies: readonly Tally[],
  read: readonly { readonly rows: readonly ReadRow[] }[],
): RowPlaces {
  if (places.villages.length > 0) return places;
  const named = read.flatMap(({ rows }) =>
    rows.flatMap(({ row, shifted }) =>
      shifted ? [] : (listIn(row, 'village') ?? []).map((village) => places.spelled(writtenPlace({ ...row, village }))),
    ),
  );
  return places.knowing(indexPlaces([...tallies.map(({ place }) => place).filter(({ village }) => village !== undefined), ...named]));
}
