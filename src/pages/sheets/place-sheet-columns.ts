import { PLACE_COLUMNS, PLACE_PARTS, placeName, sharedParts } from '../../vocabulary/place.ts';
import type { Place, PlacePart } from '../../vocabulary/place.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { placeDataColumns } from '../../page/data-columns.ts';
import type { SheetColumn, SheetValue } from '../../page/sheets.ts';

/** A place as results hold it: null where a part of its name is not given. */
type PlaceRecord = Readonly<Record<PlacePart | 'village_code', string | null>>;

/** Some parts of the names of places as columns. */
interface NameColumns {
  readonly columns: readonly SheetColumn[];
  readonly cellsOf: (place: PlaceRecord) => readonly SheetValue[];
}

/** The columns of a sheet that name its places, the smallest part first, and what is said once for all of them. */
export interface PlaceSheetColumns extends NameColumns {
  /** The parts that all places have in common, and their codes: for readers that have no title. */
  readonly others: NameColumns;
  /** The larger place that all lie in; empty where there is none. */
  readonly region: string;
}

const WIDTHS: Readonly<Partial<Record<keyof PlaceRecord, number>>> = { village: 14, village_code: 14 };
const WIDTH_OF_LARGER = 12;

/** How a sheet names its places. */
export function placeSheetColumns(records: readonly PlaceRecord[], lang: Lang): PlaceSheetColumns {
  const places = records.map(asPlace);
  const shared = places.length > 1 ? sharedParts(places) : new Set(PLACE_PARTS.filter((part) => isAbove(part, places[0])));
  const given = [...PLACE_PARTS.toReversed(), 'village_code' as const].filter((part) => records.some((place) => place[part] !== null));
  const isTold = (part: PlacePart | 'village_code'): boolean => (part === 'village_code' ? !given.includes('village') : !shared.has(part));
  const columnsOf = (parts: typeof given): NameColumns => ({
    columns: parts.map((part) => ({
      head: placeDataColumns[PLACE_COLUMNS.indexOf(part)]!.label[lang],
      kind: part === 'village_code' ? 'code' : 'text',
      width: WIDTHS[part] ?? WIDTH_OF_LARGER,
    })),
    cellsOf: (place) => parts.map((part) => place[part] ?? undefined),
  });
  const [first] = places;
  return {
    ...columnsOf(given.filter(isTold)),
    others: columnsOf(given.filter((part) => !isTold(part))),
    region: first ? placeName(Object.fromEntries(PLACE_PARTS.filter((part) => shared.has(part)).map((part) => [part, first[part]]))) : '',
  };
}

/** Whether a part of a name is larger than the place itself. */
function isAbove(part: PlacePart, place: Place | undefined): boolean {
  const smallest = PLACE_PARTS.findLastIndex((one) => place?.[one] !== undefined);
  return PLACE_PARTS.indexOf(part) < smallest;
}

const asPlace = (record: PlaceRecord): Place =>
  Object.fromEntries(PLACE_COLUMNS.flatMap((part) => (record[part] === null ? [] : [[part, record[part]]])));
