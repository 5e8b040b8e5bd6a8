import { mergeFacts } from '../tally/merge.ts';
import { isOfCounty } from '../tally/tally.ts';
import type { Facts, Tally, Unplaced } from '../tally/tally.ts';
import { groupsOf } from '../vocabulary/groups.ts';
import { placeKey } from '../vocabulary/place.ts';

/** Tallies that are looked up by their places, in the order in which they came. */
export class PlacedTallies {
  readonly #byPlace = new Map<string, { readonly tally: Tally; readonly index: number }[]>();

  constructor(tallies: readonly Tally[]) {
    for (const [index, tally] of tallies.entries()) {
      const key = placeKey(tally.place);
      const here = this.#byPlace.get(key);
      if (here) here.push({ tally, index });
      else this.#byPlace.set(key, [{ tally, index }]);
    }
  }

  /** The tallies of some places. */
  at(keys: Iterable<string>): readonly Tally[] {
    const found = [...new Set(keys)].flatMap((key) => this.#byPlace.get(key) ?? []);
    return found.toSorted((a, b) => a.index - b.index).map(({ tally }) => tally);
  }
}

/** Rejected rows of which the village or the period cannot be read. */
export class UnplacedRows {
  /** Those that name no village: they may belong to any of their file. */
  readonly #anywhere: readonly Unplaced[];
  readonly #byPlace: ReadonlyMap<string, readonly Unplaced[]>;

  constructor(unplaced: readonly Unplaced[]) {
    this.#anywhere = unplaced.filter(({ place }) => place === undefined);
    this.#byPlace = groupsOf(
      unplaced.filter(({ place }) => place !== undefined),
      ({ place }) => placeKey(place!),
    );
  }

  /**
   * Adds them to the villages of a place, each once: to the first that it may belong to, by its name or, where it has none, by its file.
   * In a sum over villages it makes no difference which.
   */
  addedTo(members: readonly Tally[]): readonly Tally[] {
    const loose = new Map<Tally, Facts[]>();
    const add = (unplaced: Unplaced, here: readonly Tally[]): void => {
      const first = here.find((member) => isOfCounty(member) === isOfCounty(unplaced) && mayBelong(unplaced, member));
      if (!first) return;
      const known = loose.get(first);
      if (known) known.push(unplaced.facts);
      else loose.set(first, [unplaced.facts]);
    };
    for (const unplaced of this.#anywhere) add(unplaced, members);
    if (this.#byPlace.size > 0) {
      for (const [key, here] of groupsOf(members, ({ place }) => placeKey(place)))
        for (const unplaced of this.#byPlace.get(key) ?? []) add(unplaced, here);
    }
    if (loose.size === 0) return members;
    return members.map((member) => {
      const more = loose.get(member);
      return more ? { ...member, facts: mergeFacts([member.facts, ...more]) } : member;
    });
  }
}

/** Whether rejected rows may be of a period and a file of a place. */
const mayBelong = (unplaced: Unplaced, { period, inputs }: Tally): boolean =>
  (unplaced.period === undefined || unplaced.period === period) && (unplaced.place !== undefined || inputs.has(unplaced.input));
