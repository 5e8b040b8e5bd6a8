/** The parts of a place's name, largest first, and its 12-digit statistical code: the column names of every table. */
export const PLACE_PARTS = ['province', 'city', 'county', 'township', 'village'] as const;

/** The columns that name a place. */
export const PLACE_COLUMNS = [...PLACE_PARTS, 'village_code'] as const;
export type PlacePart = (typeof PLACE_PARTS)[number];

/** Where a row stands. A project for a whole county has a place without a village; what is not written is absent. */
export interface Place {
  readonly province?: string | undefined;
  readonly city?: string | undefined;
  readonly county?: string | undefined;
  readonly township?: string | undefined;
  readonly village?: string | undefined;
  readonly village_code?: string | undefined;
}

/** What a report's rows are: `all` is everything in the files as one place. */
export const LEVELS = ['village', 'township', 'county', 'city', 'province', 'all'] as const;
export type Level = (typeof LEVELS)[number];

const SEPARATOR = '\u001f';

/** A key that is equal for equal places and for nothing else. */
export const placeKey = ({ province = '', city = '', county = '', township = '', village = '', village_code = '' }: Place): string =>
  province + SEPARATOR + city + SEPARATOR + county + SEPARATOR + township + SEPARATOR + village + SEPARATOR + village_code;

/** The place of the given level that a place lies in: its name without the smaller parts. */
export function placeAt(place: Place, level: Level): Place {
  if (level === 'village') return place;
  const kept: Partial<Record<PlacePart, string>> = {};
  if (level === 'all') return kept;
  for (const part of PLACE_PARTS) {
    const name = place[part];
    if (name !== undefined) kept[part] = name;
    if (part === level) break;
  }
  return kept;
}

/** The lowest place that contains all of the given ones; of one place, itself. */
export function lowestCommonPlace(places: readonly Place[]): Place {
  if (new Set(places.map(placeKey)).size === 1) return places[0]!;
  const common: Partial<Record<PlacePart, string>> = {};
  for (const part of PLACE_PARTS) {
    const names = new Set(places.map((place) => place[part]));
    if (names.size !== 1) break;
    const [name] = names;
    if (name !== undefined) common[part] = name;
  }
  return common;
}

/** Whether a place lies in another: every part that the larger one names is the same. */
export const liesIn = (place: Place, larger: Place): boolean =>
  PLACE_PARTS.every((part) => larger[part] === undefined || larger[part] === place[part]);

/** Whether a place, or one of the larger ones that it lies in, has a name or code. */
export const isNamed = (place: Place, name: string): boolean =>
  place.village_code === name || PLACE_PARTS.some((part) => place[part] === name);

/** The larger parts of a name that all places have in common: they need not be said of each. */
export function sharedParts(places: readonly Place[]): ReadonlySet<PlacePart> {
  const larger = PLACE_PARTS.filter((part) => part !== 'village');
  return new Set(larger.filter((part) => new Set(places.map((place) => place[part])).size === 1));
}

/** A place without parts of its name. */
export const withoutParts = (place: Place, parts: ReadonlySet<PlacePart>): Place =>
  Object.fromEntries(PLACE_PARTS.filter((part) => !parts.has(part)).map((part) => [part, place[part]]));

/** No place has a longer name: what is longer is no name, and would fill every message about it. */
const LONGEST_NAME = 100;
const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

/** The place as a person would say it: `钟山县公安镇大桥村`, from the part `from` down. */
export function placeName(place: Place, from: PlacePart = 'province'): string {
  const names = PLACE_PARTS.slice(PLACE_PARTS.indexOf(from)).flatMap((part) => (place[part] === undefined ? [] : shortened(place[part])));
  const separator = names.some((name) => /[A-Za-z]/.test(name)) ? ' ' : '';
  return names.join(separator) || (place.village_code ?? '');
}
