import type { Row } from '../../language/row.ts';
import type { Finding } from '../../input/finding.ts';
import { PLACE_PARTS, placeAt, placeKey, placeName } from '../../vocabulary/place.ts';
import type { Place, PlacePart } from '../../vocabulary/place.ts';
import type { PlaceIndex } from './place-index.ts';
import { Spellings } from './spellings.ts';

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
  /** A name that the run writes otherwise, and how. */
  readonly respelled?: readonly [written: string, as: string];
  readonly finding?: PlaceFinding | undefined;
}

/** What rows that name their place alike came to. */
interface Remembered {
  readonly written: Place;
  readonly placed: PlacedRow;
}

/** So few writings of one name are looked through. */
const FEW = 8;
/** So many of the villages that a name fits are named. */
const MOST_NAMED = 20;

/** Finds the villages that rows mean, and warns of each unknown one once in a run, not once per row. */
export class RowPlaces {
  readonly #index: PlaceIndex | undefined;
  /** One answer for all rows that name their place alike, by village: also one object, by which sums are looked up. */
  readonly #remembered = new Map<string, Remembered[]>();
  /** The same where very many villages have one name, by the whole of what is written. */
  readonly #crowds = new Map<string, Map<string, Remembered>>();

  readonly #spellings: Spellings;
  /** A table tells the villages; else they are those that the rows themselves name. */
  readonly #isTold: boolean;

  /** Without known villages every place is taken as written, in the run's writing of its name. */
  constructor(index: PlaceIndex | undefined, { spellings = new Spellings(), isTold = index !== undefined } = {}) {
    this.#index = index;
    this.#spellings = spellings;
    this.#isTold = isTold;
  }

  /** The village of a row, and what is wrong with how it is named. */
  placeOf(row: Row): PlacedRow {
    if (typeof row.village !== 'string') return { place: undefined, shorter: false };
    let alike = this.#remembered.get(row.village);
    if (!alike) this.#remembered.set(row.village, (alike = []));
    const crowd = alike.length < FEW ? undefined : this.#crowdOf(row.village, alike);
    const remembered = crowd ? crowd.get(placeKey(writtenPlace(row))) : alike.find(({ written }) => isWritten(row as Place, written));
    if (remembered) return remembered.placed;
    const written = writtenPlace(row);
    const { place: spelled, respelled } = this.#spellings.of(written);
    const placed = { ...this.#resolve(spelled), ...(respelled && { respelled }) };
    // A village that could be several is an error on every row; one that is unknown is said once.
    const onLaterRows = placed.finding?.severity === 'warning' ? { ...placed, finding: undefined } : placed;
    // One object for what is written and the village that it names, where both are the same.
    const isItself = placed.place !== undefined && placed.place.village === row.village && isWritten(placed.place, written);
    const answer = { written: isItself ? placed.place! : written, placed: onLaterRows };
    if (crowd) crowd.set(placeKey(written), answer);
    else alike.push(answer);
    return placed;
  }

  #crowdOf(village: string, alike: readonly Remembered[]): Map<string, Remembered> {
    let crowd = this.#crowds.get(village);
    if (!crowd) this.#crowds.set(village, (crowd = new Map(alike.map((one) => [placeKey(one.written), one]))));
    return crowd;
  }

  /** The villages that a table tells, none where every place is taken as written. */
  get villages(): readonly Place[] {
    return this.#isTold ? (this.#index?.villages ?? []) : [];
  }

  /** The same places in the same writing, with other villages known: those that the rows of some files name. */
  knowing(index: PlaceIndex | undefined): RowPlaces {
    return new RowPlaces(index, { spellings: this.#spellings, isTold: false });
  }

  /** A place in the run's writing. */
  spelled(written: Place): Place {
    return this.#spellings.of(written).place;
  }

  /** The area that a row without a village names. */
  areaOf(written: Place): Place {
    const spelled = this.spelled(written);
    return this.#index?.areaOf(spelled) ?? spelled;
  }

  /** The county of a row without a village; undefined where it names none and the villages lie in several. */
  countyOf(row: Row): Place | undefined {
    const { province, city, county } = this.spelled(writtenPlace(row));
    const written = { province, city, county };
    return this.#index ? this.#index.countyOf(written) : county === undefined ? undefined : placeAt(written, 'county');
  }

  /** The village of a row whose cells may have shifted: only one that is known without doubt. */
  knownPlaceOf(row: Row): Place | undefined {
    if (!this.#isTold || !this.#index || typeof row.village !== 'string') return undefined;
    const resolution = this.#index.resolve(this.spelled(writtenPlace(row)));
    return resolution.found === 'one' ? resolution.place : undefined;
  }

  #resolve(written: Place): PlacedRow {
    if (!this.#index) return { place: written, shorter: false };
    const resolution = this.#index.resolve(written);
    if (resolution.found === 'one') return { place: resolution.place, shorter: resolution.shorter };
    const about = { column: 'village', value: written.village };
    if (resolution.found === 'several') {
      const named = resolution.candidates.slice(0, MOST_NAMED).map((place) => placeName(place));
      const candidates = named.join('、') + (resolution.candidates.length > MOST_NAMED ? ` … (${resolution.candidates.length})` : '');
      const finding: PlaceFinding = {
        code: 'ambiguous-village',
        severity: 'error',
        ...about,
        arguments: { place: placeName(written), candidates },
      };
      return { place: undefined, shorter: false, finding };
    }
    if (!this.#isTold) return { place: written, shorter: false };
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
