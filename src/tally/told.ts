import { listIn, rowOf } from '../language/row.ts';
import type { ReadRow } from '../input/read-table.ts';
import { villages } from '../tables/villages/table.ts';
import type { Place } from '../vocabulary/place.ts';
import { FirstRows } from './places/alike-places.ts';
import { Duplicates } from './duplicates.ts';
import type { HeldFile } from './engines/files/villages.ts';
import { HelperNames } from './helper-names.ts';
import { indexPlaces } from './places/place-index.ts';
import { PeriodLeaps } from './period-leaps.ts';
import { PlaceKeys } from './places/place-keys.ts';
import type { RunContext } from './row-counter.ts';
import { RowPlaces, writtenPlace } from './places/row-places.ts';
import type { Spellings } from './places/spellings.ts';
import type { Tally } from './tally.ts';

/** What the village files and the tallies tell of a run. */
export function contextOf(held: readonly HeldFile[], summed: readonly Tally[], plan: RunContext['plan'], spellings: Spellings): RunContext {
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
    plan,
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
function* namedVillages(held: readonly HeldFile[], summed: readonly Tally[], spellings: Spellings): Generator<Place> {
  for (const { rows } of held)
    for (const { read } of rows) if (!read.shifted && read.row.village !== undefined) yield spellings.of(writtenPlace(read.row)).place;
  for (const { place } of summed) if (place.village !== undefined) yield place;
}

/** The known villages; where no table tells them, those that households and projects name, so that a shorter reference finds its village. */
export function placesForProjects(
  { places }: RunContext,
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
