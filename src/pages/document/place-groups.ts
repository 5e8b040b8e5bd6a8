import { PLACE_PARTS, placeName, withoutParts } from '../../vocabulary/place.ts';
import type { Place, PlacePart } from '../../vocabulary/place.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { placeOf } from '../../report/place-names.ts';
import type { ReportPlace } from '../../report/report.ts';
import { saidOnce } from '../../report/printed-place.ts';

/** Places of one larger place. */
export interface PlaceGroup<P> {
  /** Empty where all places lie in one. */
  readonly name: string;
  readonly places: readonly P[];
}

/** More groups than this are no overview: the next larger place is taken. */
const MOST_GROUPS = 60;

/** The smallest part that a place names. */
const ownPart = (place: Place): PlacePart => PLACE_PARTS.findLast((part) => place[part] !== undefined) ?? 'village';

/** A place's own name, without the larger ones that it lies in. */
export const shortName = (place: ReportPlace['place'], otherwise: string): string => place[ownPart(placeOf(place))] ?? otherwise;

/** The larger place that each place lies in, in words: without the parts that all of them share. */
export function withinOf(places: readonly Pick<ReportPlace, 'place'>[]): (place: ReportPlace['place'], upTo?: PlacePart) => string {
  const shared = saidOnce(places.map(({ place }) => ({ place: placeOf(place) })));
  return (record, upTo) => {
    const place = placeOf(record);
    const own = ownPart(place);
    const below = new Set(
      PLACE_PARTS.filter((part) => part === own || (upTo !== undefined && PLACE_PARTS.indexOf(part) > PLACE_PARTS.indexOf(upTo))),
    );
    return placeName({ ...withoutParts(place, new Set([...shared, ...below])) });
  };
}

/** Places by the next larger place, or a larger one where there are too many of them. Groups and places keep the order of the report. */
export function groupsOf<P extends Pick<ReportPlace, 'place'>>(places: readonly P[], lang: Lang): readonly PlaceGroup<P>[] {
  const within = withinOf(places);
  const grouped = (['township', 'county', 'city', 'province'] as const).map((upTo) =>
    groupedBy(places, ({ place }) => within(place, upTo)),
  );
  const several = grouped.filter((groups) => groups.size > 1);
  // The coarsest that tells anything apart, where even that has many.
  const groups = several.find(({ size }) => size <= MOST_GROUPS) ?? several.at(-1) ?? grouped[0]!;
  const notNamed = groups.size === 1 ? '' : { zh: '（未注明）', en: '(not named)' }[lang];
  return [...groups].map(([name, members]) => ({ name: name || notNamed, places: members }));
}

function groupedBy<P>(places: readonly P[], nameOf: (place: P) => string): ReadonlyMap<string, readonly P[]> {
  const groups = new Map<string, P[]>();
  for (const place of places) {
    const name = nameOf(place);
    const group = groups.get(name);
    if (group) group.push(place);
    else groups.set(name, [place]);
  }
  return groups;
}
