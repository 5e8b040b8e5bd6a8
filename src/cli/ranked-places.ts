import { measure } from '../measure/measure.ts';
import type { MeasuredPlace, Query } from '../measure/measured.ts';
import { asNumber } from '../report/format-value.ts';
import type { Tallies } from '../tally/tally.ts';
import { placeKey } from '../vocabulary/place.ts';
import type { Choice } from './choice-options.ts';

/** A place, or a helping unit of it. */
type Ranked = Pick<MeasuredPlace, 'place' | 'unit'>;

const keyOf = ({ place, unit = '' }: Ranked): string => `${placeKey(place)} ${unit}`;

/** The number of each place by which they are sorted: also where that metric is not among those shown. */
export function ranksBy({ sort }: Choice, tallies: Tallies, query: Omit<Query, 'metrics'>): (one: Ranked) => number | undefined {
  if (sort === undefined) return () => undefined;
  const { places } = measure(tallies, { ...query, metrics: [sort] });
  const ranks = new Map(places.map((one) => [keyOf(one), asNumber(sort, one.measured[0]!.value) ?? undefined]));
  return (one) => ranks.get(keyOf(one));
}

/** Whether a standard is not met at a place, or nobody can say. */
export const isUnmet = ({ measured }: Pick<MeasuredPlace, 'measured'>): boolean =>
  measured.some(({ verdict }) => verdict !== undefined && verdict.met !== 'yes');
