import { maskIdentityNumbers, maskName, maskPlaceCode } from '../input/mask.ts';
import { maskId } from '../input/shown-value.ts';
import type { Row } from '../language/row.ts';
import { PLACE_COLUMNS } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';

/** Rows of one village share one place, which is made printable once. */
const printable = new WeakMap<Place, Place>();

/** A place as it may be printed: identity numbers that stand where they should not are masked. */
export function printedPlace(place: Place): Place {
  const known = printable.get(place);
  if (known) return known;
  const made: Place = Object.fromEntries(
    PLACE_COLUMNS.flatMap((part) =>
      place[part] === undefined ? [] : [[part, (part === 'village_code' ? maskPlaceCode : maskIdentityNumbers)(place[part])]],
    ),
  );
  printable.set(place, made);
  return made;
}

/** A cell of text as it may be printed. */
export const printedText = (row: Row, column: string): string | undefined => {
  const value = row[column];
  return typeof value === 'string' ? (column === 'household_id' ? maskId : maskIdentityNumbers)(value) : undefined;
};

/** Names of a list of persons, each masked. */
export const printedNames = (row: Row, column: string): readonly string[] => itemsOf(row, column).map(maskName);

/** The items of a list as they may be printed. */
export const printedItems = (row: Row, column: string): readonly string[] => itemsOf(row, column).map(maskIdentityNumbers);

const itemsOf = (row: Row, column: string): readonly string[] => {
  const value = row[column];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};
