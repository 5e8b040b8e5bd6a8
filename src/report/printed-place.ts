import { printedPlace } from '../rows/printed.ts';
import { maskIdentityNumbers, maskPlaceCode } from '../input/mask.ts';
import type { By, MeasuredPlace } from '../measure/measured.ts';
import { PLACE_COLUMNS, placeName, sharedParts, withoutParts } from '../vocabulary/place.ts';
import type { Place, PlacePart } from '../vocabulary/place.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { ReportPlace } from './reported.ts';

/** An identity number that stands where a name should never leaves the tool whole. */
const maskedOrNull = (name: string | undefined): string | null => (name === undefined ? null : maskIdentityNumbers(name));

/** A place with every part of its name, null where it is not given. */
export const placeRecord = (place: Place): ReportPlace['place'] =>
  Object.fromEntries(
    PLACE_COLUMNS.map((part) => [part, part === 'village_code' ? maskPlaceCode(place[part] ?? '') || null : maskedOrNull(place[part])]),
  ) as ReportPlace['place'];

/** The parts of their names that all places have in common are said once, not on every row. One place alone is named in full. */
export const saidOnce = (places: readonly Pick<MeasuredPlace, 'place'>[]): ReadonlySet<PlacePart> =>
  places.length > 1 ? sharedParts(places.map(({ place }) => place)) : new Set();

/** A place as a person says it, without the shared parts. */
export function nameOf(place: Place, shared: ReadonlySet<PlacePart>, lang: Lang, by: By): string {
  if (by === 'all') return { zh: '全部', en: 'All' }[lang];
  const printed = printedPlace(place);
  return placeName(withoutParts(printed, shared)) || placeName(printed) || { zh: '（未注明）', en: '(not named)' }[lang];
}
