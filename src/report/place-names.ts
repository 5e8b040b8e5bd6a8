import type { By } from '../measure/measured.ts';
import { PLACE_PARTS, lowestCommonPlace, placeName, sharedParts, withoutParts } from '../vocabulary/place.ts';
import type { Place, PlacePart } from '../vocabulary/place.ts';

/** A place as one line of many names it. */
export interface LineName {
  readonly name: string;
  /** The larger places that it lies in, without those that all share. */
  readonly where: string | undefined;
}

/** A place as it is recorded: parts that are not known are null. */
type Recorded = Readonly<Record<PlacePart | 'village_code', string | null>>;

/** A recorded place without what is null. */
export const placeOf = (record: Recorded): Place => Object.fromEntries(Object.entries(record).filter(([, name]) => name !== null));

/** How each of many places is named in a line: by its own name, and the larger one beside it where they differ. Of two with one name, the larger one stands in front. */
export function lineNames(records: readonly { readonly place: Recorded; readonly name: string }[], by: By): readonly LineName[] {
  const places = records.map(({ place }) => placeOf(place));
  if (by === 'helper-unit' || by === 'all') return records.map(({ name }) => ({ name, where: undefined }));
  const shared = sharedParts(places);
  const named = places.map((place, at): LineName => {
    const own = place[by];
    if (own === undefined) return { name: records[at]!.name, where: undefined };
    const larger = Object.fromEntries(PLACE_PARTS.slice(0, PLACE_PARTS.indexOf(by)).map((part) => [part, place[part]]));
    return { name: own, where: placeName(withoutParts(larger, shared)) || undefined };
  });
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  return named.map(({ name, where }) => ({
    name: counts.get(name)! > 1 && where !== undefined ? `${where.replace(/[镇乡]$/u, '')}·${name}` : name,
    where,
  }));
}

/** What several places have in common, as a title names it: from the county down where that is known. */
export function regionOf(records: readonly { readonly place: Recorded }[]): string {
  const places = records.map(({ place }) => placeOf(place));
  if (places.length === 0) return '';
  const common = lowestCommonPlace(places);
  return placeName(common, 'county') || placeName(common);
}
