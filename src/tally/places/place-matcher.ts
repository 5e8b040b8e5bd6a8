import { PLACE_PARTS } from '../../vocabulary/place.ts';
import type { Place, PlacePart } from '../../vocabulary/place.ts';

interface Entry<T> {
  readonly thing: T;
  readonly place: Place;
  readonly number: number;
}

/** Places that name the same parts, and those of them by the values of some of these. */
interface Pool<T> {
  readonly mask: number;
  readonly entries: Entry<T>[];
  readonly byParts: Map<number, Map<string, Entry<T>[]>>;
}

const CODED = 1 << PLACE_PARTS.length;

/**
 * Finds places whose parts are those of another as far as both name them; two codes are two places. However many places share a name,
 * each is found by the parts that it names, and not by going through all of them.
 */
export class PlaceMatcher<T> {
  readonly #pools = new Map<number, Pool<T>>();
  readonly #valueOf: (part: PlacePart, name: string) => string;
  #size = 0;

  /** `valueOf`: how the name of a part is compared. */
  constructor(valueOf: (part: PlacePart, name: string) => string) {
    this.#valueOf = valueOf;
  }

  add(place: Place, thing: T): void {
    const mask = maskOf(place);
    let pool = this.#pools.get(mask);
    if (!pool) this.#pools.set(mask, (pool = { mask, entries: [], byParts: new Map() }));
    const entry = { thing, place, number: this.#size++ };
    pool.entries.push(entry);
    for (const [parts, entries] of pool.byParts) this.#put(entries, parts, entry);
  }

  /** What fits a place, in the order in which it was added. */
  fitting(place: Place): readonly T[] {
    const mask = maskOf(place);
    const found: Entry<T>[] = [];
    for (const pool of this.#pools.values()) {
      if ((mask & pool.mask & CODED) !== 0) continue;
      const parts = mask & pool.mask;
      let entries = pool.byParts.get(parts);
      if (!entries) {
        pool.byParts.set(parts, (entries = new Map()));
        for (const entry of pool.entries) this.#put(entries, parts, entry);
      }
      for (const entry of entries.get(this.#keyOf(place, parts)) ?? []) found.push(entry);
    }
    return found.toSorted((a, b) => a.number - b.number).map(({ thing }) => thing);
  }

  #put(entries: Map<string, Entry<T>[]>, parts: number, entry: Entry<T>): void {
    const key = this.#keyOf(entry.place, parts);
    const alike = entries.get(key);
    if (alike) alike.push(entry);
    else entries.set(key, [entry]);
  }

  #keyOf(place: Place, parts: number): string {
    return PLACE_PARTS.map((part, index) => ((parts & (1 << index)) === 0 ? '' : this.#valueOf(part, place[part]!))).join('\u001f');
  }
}

/** Which parts a place names, a bit for each. */
const maskOf = (place: Place): number =>
  PLACE_PARTS.reduce(
    (mask, part, index) => (place[part] === undefined ? mask : mask | (1 << index)),
    place.village_code === undefined ? 0 : CODED,
  );
