import type { Finding } from '../../input/finding.ts';
import { comparePeriods } from '../../vocabulary/period.ts';
import type { Period } from '../../vocabulary/period.ts';
import { PLACE_PARTS, placeKey, placeName } from '../../vocabulary/place.ts';
import type { Place } from '../../vocabulary/place.ts';
import type { DeclaredAt } from '../disagreements.ts';
import type { PlaceKeys } from './place-keys.ts';
import { PlaceMatcher } from './place-matcher.ts';
import { areOfTwoKinds, stemOf } from './place-names.ts';
import type { Tally } from '../tally.ts';

/** Where places were first named: a finding about a place has no row of its own. */
export class FirstRows {
  readonly #rows = new Map<string, Omit<DeclaredAt, 'key'> & { readonly rank: number }>();
  readonly #keys: PlaceKeys;

  constructor(keys: PlaceKeys) {
    this.#keys = keys;
  }

  note(place: Place, at: Omit<DeclaredAt, 'key'>): void {
    const key = this.#keys.of(place);
    if (!this.#rows.has(key)) this.#rows.set(key, { ...at, rank: this.#rows.size });
  }

  of(place: Place): Omit<DeclaredAt, 'key'> | undefined {
    const named = this.#rows.get(placeKey(place));
    if (!named) return undefined;
    const { rank: _, ...at } = named;
    return at;
  }

  /** The place that was named first has the lowest rank; one that no row named, the highest. */
  rank(place: Place): number {
    return this.#rows.get(placeKey(place))?.rank ?? Number.POSITIVE_INFINITY;
  }
}

interface NamedPlace {
  readonly place: Place;
  readonly periods: readonly Period[];
}

/**
 * Villages whose names differ in an ending, in a mark or in zeros before a number (大桥, 大桥村; 甲村, 甲村★; 1001, 01001): a warning for each two that suggests one is the other. They are never merged.
 * Two of a period whose endings are of two kinds (大桥村, 大桥社区) are two villages. `isKnown` tells places that no other finding has been made about;
 * `file` is where a place stands that no row named, being from tallies.
 */
export function* alikePlaces(
  tallies: readonly Pick<Tally, 'place' | 'period'>[],
  isKnown: (place: Place) => boolean,
  firstRows: FirstRows,
  file: string,
): Generator<Finding> {
  const inOrder = (a: NamedPlace, b: NamedPlace): number =>
    comparePeriods(a.periods[0]!, b.periods[0]!) || firstRows.rank(a.place) - firstRows.rank(b.place) || 0;
  for (const unordered of byStem(tallies, isKnown)) {
    const before = new PlaceMatcher<NamedPlace>(stemOf);
    for (const later of unordered.toSorted(inOrder)) {
      const alike = before.fitting(later.place);
      before.add(later.place, later);
      for (const earlier of alike) {
        if (!areAlike(earlier, later)) continue;
        const { place } = later;
        yield {
          code: 'alike-villages',
          severity: 'warning',
          ...(firstRows.of(place) ?? { file }),
          column: 'village',
          value: place.village,
          key: placeName(place),
          arguments: {
            place: placeName(place),
            periods: periodsText(later.periods),
            other: placeName(earlier.place),
            otherPeriods: periodsText(earlier.periods),
          },
        };
      }
    }
  }
}

/** Villages by what their names are without endings. */
function byStem(
  tallies: readonly Pick<Tally, 'place' | 'period'>[],
  isKnown: (place: Place) => boolean,
): readonly (readonly NamedPlace[])[] {
  const periods = new Map<string, { readonly place: Place; readonly periods: Set<Period> }>();
  for (const { place, period } of tallies) {
    if (place.village === undefined || !isKnown(place)) continue;
    const key = placeKey(place);
    let named = periods.get(key);
    if (!named) periods.set(key, (named = { place, periods: new Set() }));
    named.periods.add(period);
  }
  const groups = new Map<string, NamedPlace[]>();
  for (const { place, periods: all } of periods.values()) {
    const stem = stemOf('village', place.village!);
    const group = groups.get(stem) ?? [];
    groups.set(stem, group);
    group.push({ place, periods: [...all].toSorted(comparePeriods) });
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Of two places whose names have the same stems: whether one may be meant by the other. */
function areAlike(one: NamedPlace, other: NamedPlace): boolean {
  const [a, b] = [one.place, other.place];
  const differ = PLACE_PARTS.filter((part) => a[part] !== undefined && b[part] !== undefined && a[part] !== b[part]);
  const areTwo = differ.some((part) => areOfTwoKinds(part, a[part]!, b[part]!));
  return differ.length > 0 && !(areTwo && one.periods.some((period) => other.periods.includes(period)));
}

/** The first periods, and that there are more. */
const MOST_PERIODS = 3;
const periodsText = (periods: readonly Period[]): string =>
  periods.slice(0, MOST_PERIODS).join(', ') + (periods.length > MOST_PERIODS ? ' …' : '');
