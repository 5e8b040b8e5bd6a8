import { PLACE_PARTS, liesIn, placeAt, placeKey } from '../../vocabulary/place.ts';
import type { Place } from '../../vocabulary/place.ts';
import { PlaceMatcher } from './place-matcher.ts';
import { stemOf } from './place-names.ts';

/** What a reference to a village came to. */
export type Resolution =
  | {
      readonly found: 'one';
      readonly place: Place;
      /** The reference has fewer parts than the village. */ readonly shorter: boolean;
    }
  | { readonly found: 'several'; readonly candidates: readonly Place[] }
  | { readonly found: 'none' };

/** The known villages. A reference fits a village when every part that both have is the same; the code decides where both have one. */
export class PlaceIndex {
  readonly #byName = new Map<string, Place[]>();
  /** Where very many villages have one name: the way to each of them. */
  readonly #crowds = new Map<string, Crowd>();
  #compared = 0;
  readonly #byCode = new Map<string, Place>();
  /** By their names without endings, the first of each. */
  readonly #byStem = new Map<string, Place>();

  /** Adds a place unless it is known already. */
  add(place: Place): void {
    const named = this.#byName.get(place.village ?? '') ?? [];
    named.push(place);
    if (named.length === 1) this.#byName.set(place.village ?? '', named);
    this.#crowds.get(place.village ?? '')?.add(place);
    const stem = stemOf('village', place.village ?? '');
    if (!this.#byStem.has(stem)) this.#byStem.set(stem, place);
    if (place.village_code !== undefined) this.#byCode.set(place.village_code, place);
  }

  resolve(reference: Place): Resolution {
    const coded = reference.village_code === undefined ? undefined : this.#byCode.get(reference.village_code);
    if (coded) return { found: 'one', place: coded, shorter: false };
    const named = this.#byName.get(reference.village ?? '') ?? [];
    const crowd = named.length > FEW ? this.#crowdOf(reference.village ?? '', named) : undefined;
    const exact = crowd ? crowd.exact(reference) : named.find((place) => isSame(place, reference));
    if (exact) return { found: 'one', place: exact, shorter: false };
    const candidates = crowd ? crowd.fitting(reference) : named.filter((place) => fits(reference, place));
    if (candidates.length === 0) return { found: 'none' };
    const [place] = candidates;
    if (!place || candidates.length > 1) return { found: 'several', candidates };
    return {
      found: 'one',
      place,
      shorter: PLACE_PARTS.some((part) => reference[part] === undefined && place[part] !== undefined),
    };
  }

  #crowdOf(name: string, places: readonly Place[]): Crowd {
    let crowd = this.#crowds.get(name);
    if (!crowd) this.#crowds.set(name, (crowd = new Crowd(places)));
    return crowd;
  }

  /** Every known village. */
  get villages(): readonly Place[] {
    return [...this.#byName.values()].flat();
  }

  /**
   * The area (township, county …) that a reference without a village means, with the parts that it leaves out, where just one fits.
   * A reference to nothing is the county of all villages, if they have but one.
   */
  areaOf(reference: Place): Place {
    const lowest = PLACE_PARTS.findLast((part) => reference[part] !== undefined) ?? 'county';
    const inside = this.villages.filter((village) => liesIn(village, reference) && village[lowest] !== undefined);
    const areas = new Map(inside.map((village) => [placeKey(placeAt(village, lowest)), placeAt(village, lowest)]));
    return areas.size === 1 ? [...areas.values()][0]! : reference;
  }

  /** The county that a reference means: the one that it names, with the parts that it leaves out, or the only one of the villages. */
  countyOf(reference: Place): Place | undefined {
    const inside = this.villages.filter((village) => village.county !== undefined && liesIn(village, reference));
    const counties = new Map(inside.map((village) => [placeKey(placeAt(village, 'county')), placeAt(village, 'county')]));
    if (counties.size === 1) return [...counties.values()][0]!;
    return reference.county === undefined ? undefined : placeAt(reference, 'county');
  }

  /** A known village whose name differs from the written one by an ending (大桥 for 大桥村) or by one character. */
  suggest(reference: Place): Place | undefined {
    const written = reference.village ?? '';
    const alike = this.#byStem.get(stemOf('village', written));
    if (alike) return alike;
    // So many names that fit none are another county's, and no slips of the pen.
    if (this.#compared > MOST_COMPARED) return undefined;
    this.#compared += this.#byName.size;
    for (const [name, places] of this.#byName) {
      if (places.length > 0 && differByOne(written, name)) return places[0];
    }
    return undefined;
  }
}

/** So few villages of one name are looked through. */
const FEW = 8;
/** Names compared in a run to find what an unknown one was meant to be. */
const MOST_COMPARED = 50_000_000;

/** Villages of one name. */
class Crowd {
  readonly #byKey = new Map<string, Place>();
  readonly #matcher = new PlaceMatcher<Place>((_, name) => name);

  constructor(places: readonly Place[]) {
    for (const place of places) this.add(place);
  }

  add(place: Place): void {
    this.#byKey.set(placeKey(place), place);
    this.#matcher.add(place, place);
  }

  exact(reference: Place): Place | undefined {
    return this.#byKey.get(placeKey(reference));
  }

  fitting(reference: Place): readonly Place[] {
    return this.#matcher.fitting(reference);
  }
}

const isSame = (a: Place, b: Place): boolean => a.village_code === b.village_code && PLACE_PARTS.every((part) => a[part] === b[part]);

function fits(reference: Place, place: Place): boolean {
  if (reference.village_code !== undefined && place.village_code !== undefined) return reference.village_code === place.village_code;
  return PLACE_PARTS.every((part) => reference[part] === undefined || place[part] === undefined || reference[part] === place[part]);
}

const differByOne = (a: string, b: string): boolean =>
  a.length >= 3 && a.length === b.length && Array.from(a).filter((character, index) => character !== b[index]).length === 1;

/**
 * The villages that rows name, each once: fuller references first, so that a shorter one finds its village whatever the order of the rows.
 * A shorter reference that fits several villages stays out; its rows are ambiguous.
 */
export function indexPlaces(references: Iterable<Place>): PlaceIndex {
  const distinct = new Map<string, Place>();
  for (const reference of references) distinct.set(placeKey(reference), reference);
  const parts = (place: Place): number => Object.values(place).filter((part) => part !== undefined).length;
  const index = new PlaceIndex();
  for (const reference of [...distinct.values()].toSorted((a, b) => parts(b) - parts(a))) {
    if (index.resolve(reference).found === 'none') index.add(reference);
  }
  return index;
}
