import type { Place } from '../vocabulary/place.ts';
import { placeKey } from '../vocabulary/place.ts';

/** A household that one of two periods has alone. */
export interface Known {
  readonly id: string;
  readonly place: Place;
  readonly persons: number;
  /** The fingerprint of its head's name; 0 where none is given. Names themselves never come here. */
  readonly name: number;
}

/** Why two ids look like one household, the surest first. */
export const LIKENESSES = ['same-head', 'written-otherwise', 'prefix', 'one-digit'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** An id that vanished and one that appeared, and may be the same household. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
  readonly likeness: Likeness;
}

/** An id shorter than this is the end of too many others, or one digit from too many. */
const SHORTEST_END = 3;
const SHORTEST_FOR_ONE_DIGIT = 6;

/**
 * The vanished ids that look renamed: in the same village, with the same number of persons, an id appeared that has the same head; or, where either
 * gives no head, an id that differs only in how it is written (full width, case, spaces, leading zeros), by a prefix, or in one digit.
 * Only pairs that are each other's only candidate are listed: where two could be meant, neither is. It is a list to check, nothing is counted by it.
 */
export function renamedIds(vanished: readonly Known[], appeared: readonly Known[]): readonly Renamed[] {
  const groups = new Map<string, { readonly gone: Known[]; readonly come: Known[] }>();
  const groupOf = ({ place, persons }: Known) => {
    const key = `${persons} ${placeKey(place)}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { gone: [], come: [] }));
    return group;
  };
  for (const one of vanished) groupOf(one).gone.push(one);
  for (const one of appeared) groupOf(one).come.push(one);
  return [...groups.values()].flatMap(({ gone, come }) => (gone.length > 0 && come.length > 0 ? renamedAmong(gone, come) : []));
}

/** One likeness after the other, the surest first, each among those that no surer one has joined. */
function renamedAmong(gone: readonly Known[], come: readonly Known[]): readonly Renamed[] {
  const found: Renamed[] = [];
  const joined = new Set<Known>();
  for (const likeness of LIKENESSES) {
    const [from, to] = [gone, come].map((all) => all.filter((one) => !joined.has(one))) as [Known[], Known[]];
    for (const [a, b] of onlyPairs(PAIRS[likeness](from, to))) {
      found.push({ from: a.id, to: b.id, place: b.place, likeness });
      joined.add(a).add(b);
    }
  }
  return found;
}

type Pair = readonly [Known, Known];

/** Pairs of which neither is in another pair. */
function onlyPairs(pairs: readonly Pair[]): readonly Pair[] {
  const partners = new Map<Known, Set<Known>>();
  const note = (one: Known, other: Known): void => {
    const known = partners.get(one);
    if (known) known.add(other);
    else partners.set(one, new Set([other]));
  };
  for (const [a, b] of pairs) {
    note(a, b);
    note(b, a);
  }
  const kept = pairs.filter(([a, b]) => partners.get(a)!.size === 1 && partners.get(b)!.size === 1);
  return [...new Map(kept.map((pair) => [pair[0], pair])).values()];
}

/** Pairs that have a key in common. */
function pairsBy(from: readonly Known[], to: readonly Known[], keyOf: (one: Known) => string | undefined): readonly Pair[] {
  const byKey = new Map<string, Known[]>();
  for (const one of to) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const known = byKey.get(key);
    if (known) known.push(one);
    else byKey.set(key, [one]);
  }
  return from.flatMap((one) => {
    const key = keyOf(one);
    return (key === undefined ? [] : (byKey.get(key) ?? [])).map((other) => [one, other] as const);
  });
}

/** Heads who both have a name have been compared by it. */
const withoutNames = (pairs: readonly Pair[]): readonly Pair[] => pairs.filter(([a, b]) => a.name === 0 || b.name === 0);

const plain = ({ id }: Known): string => id.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
const withoutZeros = (one: Known): string => plain(one).replace(/^0+(?=.)/u, '');

const PAIRS: Readonly<Record<Likeness, (from: readonly Known[], to: readonly Known[]) => readonly Pair[]>> = {
  'same-head': (from, to) => pairsBy(from, to, ({ name }) => (name === 0 ? undefined : String(name))),
  'written-otherwise': (from, to) => withoutNames(pairsBy(from, to, withoutZeros)),
  prefix: (from, to) => withoutNames([...endingIn(from, to), ...endingIn(to, from).map(([a, b]) => [b, a] as const)]),
  'one-digit': (from, to) => withoutNames(oneDigitApart(from, to)),
};

/** Pairs in which the second id is the end of the first. */
function endingIn(longer: readonly Known[], shorter: readonly Known[]): readonly Pair[] {
  const byId = new Map(shorter.filter((one) => plain(one).length >= SHORTEST_END).map((one) => [plain(one), one]));
  return longer.flatMap((one) => {
    const id = plain(one);
    return Array.from({ length: Math.max(0, id.length - SHORTEST_END) }, (_, cut) => byId.get(id.slice(cut + 1))).flatMap(
      (other): Pair[] => (other ? [[one, other]] : []),
    );
  });
}

/** Pairs of ids of one length that differ in one place, where both have a digit: compared place by place, not each with each. */
function oneDigitApart(from: readonly Known[], to: readonly Known[]): readonly Pair[] {
  const longest = Math.max(0, ...from.map((one) => plain(one).length));
  return Array.from({ length: longest }, (_, at) =>
    pairsBy(from, to, (one) => {
      const id = plain(one);
      const isDigit = id.length >= SHORTEST_FOR_ONE_DIGIT && /\d/u.test(id[at] ?? '');
      return isDigit ? `${id.slice(0, at)} ${id.slice(at + 1)}` : undefined;
    }),
  ).flat();
}
