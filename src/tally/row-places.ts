import type { Row } from '../language/row.ts';
import type { Finding } from '../input/findings.ts';
import { PLACE_PARTS, placeAt, placeName } from '../vocabulary/place.ts';
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

const isWritten = (row: Place, written: Place): boolean =>
  row.township === written.township &&
  row.village_code === written.village_code &&
  row.county === written.county &&
  row.city === written.city &&
  row.province === written.province;

/** What a row's place came to: none where the row names no village, or one that could be several. */
export interface PlacedRow {
  readonly place: Place | undefined;
  readonly shorter: boolean;
  readonly finding?: PlaceFinding;
}

/** Finds the villages that rows mean, and warns of each unknown one once in a run, not once per row. */
export class RowPlaces {
  readonly #index: PlaceIndex | undefined;
  /** One answer for all rows that name their place alike, by village: also one object, by which sums are looked up. */
  readonly #remembered = new Map<string, { readonly written: Place; readonly placed: PlacedRow }[]>();

  /** Without known villages every place is taken as written. */
  constructor(index: PlaceIndex | undefined) {
    this.#index = index;
  }

  /** The village of a row, and what is wrong with how it is named. */
  placeOf(row: Row): PlacedRow {
    if (typeof row.village !== 'string') return { place: undefined, shorter: false };
    let alike = this.#remembered.get(row.village);
    if (!alike) this.#remembered.set(row.village, (alike = []));
    const remembered = alike.find(({ written }) => isWritten(row as Place, written));
    if (remembered) return remembered.placed;
    const written = writtenPlace(row);
    const placed = this.#resolve(written);
    // A village that could be several is an error on every row; one that is unknown is said once.
    const onLaterRows = placed.finding?.severity === 'warning' ? { place: placed.place, shorter: placed.shorter } : placed;
    alike.push({ written, placed: onLaterRows });
    return placed;
  }

  /** The known villages, none where every place is taken as written. */
  get villages(): readonly Place[] {
    return this.#index?.villages ?? [];
  }

  /** The area that a row without a village names. */
  areaOf(written: Place): Place {
    return this.#index?.areaOf(written) ?? written;
  }

  /** The county of a row without a village; undefined where it names none and the villages lie in several. */
  countyOf(row: Row): Place | undefined {
    const { province, city, county } = writtenPlace(row);
    const written = { province, city, county };
    return this.#index ? this.#index.countyOf(written) : county === undefined ? undefined : placeAt(written, 'county');
  }

  /** The village of a row whose cells may have shifted: only one that is known without doubt. */
  knownPlaceOf(row: Row): Place | undefined {
    if (!this.#index || typeof row.village !== 'string') return undefined;
    const resolution = this.#index.resolve(writtenPlace(row));
    return resolution.found === 'one' ? resolution.place : undefined;
  }

  #resolve(written: Place): PlacedRow {
    if (!this.#index) return { place: written, shorter: false };
    const resolution = this.#index.resolve(written);
    if (resolution.found === 'one') return { place: resolution.place, shorter: resolution.shorter };
    const about = { column: 'village', value: written.village };
    if (resolution.found === 'several') {
      const candidates = resolution.candidates.map((place) => placeName(place)).join('、');
      const finding: PlaceFinding = {
        code: 'ambiguous-village',
        severity: 'error',
        ...about,
        arguments: { place: placeName(written), candidates },
      };
      return { place: undefined, shorter: false, finding };
    }
    const near = this.#index.suggest(written);
    const suggestion = near ? { zh: `是否“${placeName(near)}”？`, en: `did you mean "${placeName(near)}"? ` } : { zh: '', en: '' };
    const finding: PlaceFinding = {
      code: 'unknown-village',
      severity: 'warning',
      ...about,
      arguments: { place: placeName(written), suggestion },
    };
    return { place: written, shorter: false, finding };
  }
}
