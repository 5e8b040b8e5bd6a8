import type { Row } from '../input/column.ts';
import type { Finding } from '../input/findings.ts';
import { PLACE_PARTS, placeKey, placeName } from '../vocabulary/place.ts';
import type { Place, PlacePart } from '../vocabulary/place.ts';
import type { PlaceIndex } from './place-index.ts';

type PlaceFinding = Pick<Finding, 'code' | 'severity' | 'column' | 'value' | 'arguments'>;

/** The place that a row names, as written. */
export function writtenPlace(row: Row): Place {
  const place: Partial<Record<PlacePart | 'village_code', string>> = {};
  for (const part of PLACE_PARTS) {
    const name = row[part];
    if (typeof name === 'string') place[part] = name;
  }
  if (typeof row.village_code === 'string') place.village_code = row.village_code;
  return place;
}

/** What a row's place came to: none where the row names no village, or one that could be several. */
export interface PlacedRow {
  readonly place: Place | undefined;
  readonly shorter: boolean;
  readonly finding?: PlaceFinding;
}

/** Finds the villages that rows mean, and warns of each unknown one once in a run, not once per row. */
export class RowPlaces {
  readonly #index: PlaceIndex | undefined;
  readonly #warned = new Set<string>();

  /** Without known villages every place is taken as written. */
  constructor(index: PlaceIndex | undefined) {
    this.#index = index;
  }

  /** The village of a row, and what is wrong with how it is named. */
  placeOf(row: Row): PlacedRow {
    const written = writtenPlace(row);
    if (written.village === undefined) return { place: undefined, shorter: false };
    if (!this.#index) return { place: written, shorter: false };
    const resolution = this.#index.resolve(written);
    if (resolution.found === 'one') return resolution;
    const about = { column: 'village', value: written.village };
    if (resolution.found === 'several') {
      const candidates = resolution.candidates.map((place) => placeName(place)).join('、');
      return {
        place: undefined,
        shorter: false,
        finding: { code: 'ambiguous-village', severity: 'error', ...about, arguments: { place: placeName(written), candidates } },
      };
    }
    const key = placeKey(written);
    if (this.#warned.has(key)) return { place: written, shorter: false };
    this.#warned.add(key);
    const near = this.#index.suggest(written);
    const suggestion = near ? { zh: `是否“${placeName(near)}”？`, en: `did you mean "${placeName(near)}"? ` } : { zh: '', en: '' };
    return {
      place: written,
      shorter: false,
      finding: { code: 'unknown-village', severity: 'warning', ...about, arguments: { place: placeName(written), suggestion } },
    };
  }

  /** The village of a row whose cells may have shifted: only one that is known without doubt. */
  knownPlaceOf(row: Row): Place | undefined {
    if (!this.#index || typeof row.village !== 'string') return undefined;
    const resolution = this.#index.resolve(writtenPlace(row));
    return resolution.found === 'one' ? resolution.place : undefined;
  }
}
