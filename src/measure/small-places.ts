import { factKey } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import { facts } from '../tables/facts.ts';
import type { Facts, HiddenPlaces, Tallies } from '../tally/tally.ts';
import { isOfVillage } from '../tally/tally.ts';
import { PLACE_PARTS, placeAt, placeKey } from '../vocabulary/place.ts';
import type { Level, Place } from '../vocabulary/place.ts';

const SIZES = [
  'declared.rows',
  'evidence.rows',
  'declared.registered_poor_households',
  'evidence.registered_poor_households',
  'declared.households',
];

/** What tells how many households stand behind a place. */
export const sizeFacts: readonly Fact[] = facts.filter((fact) => SIZES.includes(factKey(fact)));

/**
 * How many households stand behind the figures of a village, at least: its registered households, by its household rows and by its own word, whichever are
 * fewer; where neither is told, all households that it declares. What nobody tells may be one.
 */
function sizeOf(sums: Facts): bigint {
  const told = (key: string): readonly bigint[] => {
    const sum = sums.get(key);
    return sum && sum.open + sum.unknown + sum.unrecorded === 0n ? [sum.yes] : [];
  };
  const ofRows = sums.has('evidence.rows') ? told('evidence.registered_poor_households') : [];
  const declared = (column: string): readonly bigint[] => (sums.has('declared.rows') ? told(`declared.${column}`) : []);
  const registered = [...ofRows, ...declared('registered_poor_households')];
  return (registered.length > 0 ? registered : declared('households')).reduce<bigint | undefined>(least, undefined) ?? 0n;
}

const least = (a: bigint | undefined, b: bigint): bigint => (a === undefined || b < a ? b : a);

/** A place of some level, with those of the next smaller level in it. */
interface Holding {
  readonly key: string;
  readonly level: Level;
  readonly place: Place;
  readonly inside: Map<string, Holding>;
  size: bigint;
}

const holding = (level: Level, place: Place): Holding => ({ key: hiddenKey(level, place), level, place, inside: new Map(), size: 0n });

/** How a place of a level is called among those that are not shown. */
export const hiddenKey = (level: Level, place: Place): string => `${level} ${placeKey(place)}`;

/** Whether a place of a level is not to be shown for itself. */
export const isHidden = ({ hidden }: Pick<Tallies, 'hidden'>, level: Level, place: Place): boolean =>
  hidden?.keys.has(hiddenKey(level, placeAt(place, level))) ?? false;

/** The same sums with nothing hidden: for what is worked out from villages and shown of larger places alone. */
export const withAllPlaces = ({ hidden: _hidden, ...tallies }: Tallies): Tallies => tallies;

/**
 * Sums of which places with fewer than so many households are not shown for themselves, at whatever level; they count in larger places. Who takes the places
 * that are shown from the larger one gets what is hidden in it: so there are always two of them at least, with so many households together; where they are
 * not, the next smallest is hidden too, and something in it. A place is as small as in the period in which it is smallest.
 */
export function hidingSmallPlaces(tallies: Tallies, smallest: number): Tallies {
  const whole = holding('all', {});
  for (const [place, size] of sizesOf(tallies)) {
    let at = whole;
    for (const level of PLACE_PARTS) {
      const own = placeAt(place, level);
      const key = hiddenKey(level, own);
      let next = at.inside.get(key);
      if (!next) at.inside.set(key, (next = holding(level, own)));
      at.size += size;
      at = next;
    }
    at.size += size;
  }
  const found = new Map<string, Holding>();
  hideIn(whole, BigInt(smallest), found);
  if (whole.size < BigInt(smallest)) found.set(whole.key, whole);
  const hidden: HiddenPlaces = {
    smallest,
    keys: new Set(found.keys()),
    names: new Set([...found.values()].flatMap(({ place, level }) => [place[level as keyof Place], place.village_code].filter(isThere))),
    villages: [...found.values()].filter(({ level }) => level === 'village').length,
  };
  return { ...tallies, hidden };
}

const isThere = (name: string | undefined): name is string => name !== undefined;

/** Each village once, with its size in the period in which it is smallest. */
function sizesOf({ tallies }: Tallies): Iterable<readonly [Place, bigint]> {
  const sizes = new Map<string, readonly [Place, bigint]>();
  for (const tally of tallies) {
    if (!isOfVillage(tally)) continue;
    const key = placeKey(tally.place);
    sizes.set(key, [tally.place, least(sizes.get(key)?.[1], sizeOf(tally.facts))]);
  }
  return sizes.values();
}

/** The places in a place, the smallest first. */
const insideOf = ({ inside }: Holding): readonly Holding[] =>
  [...inside.values()].toSorted((a, b) => (a.size === b.size ? (a.key < b.key ? -1 : 1) : a.size < b.size ? -1 : 1));

/** Hides the small places in a place, and as many more as keep them from being worked out. */
function hideIn(place: Holding, smallest: bigint, hidden: Map<string, Holding>): void {
  const inside = insideOf(place);
  for (const one of inside) hideIn(one, smallest, hidden);
  if (inside.some(({ size }) => size < smallest)) hideSome(place, smallest, hidden);
}

/** Hides the smallest places in a place: all that are too small, and two at least, with so many households together. */
function hideSome(place: Holding, smallest: bigint, hidden: Map<string, Holding>): void {
  let [count, households] = [0, 0n];
  for (const one of insideOf(place)) {
    if (one.size >= smallest && count >= 2 && households >= smallest) break;
    count++;
    households += one.size;
    hidden.set(one.key, one);
    // Where all that lies in it is shown, it would be its sum.
    if (one.inside.size > 0 && insideOf(one).every(({ key }) => !hidden.has(key))) hideSome(one, smallest, hidden);
  }
}
