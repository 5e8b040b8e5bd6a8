import type { Fraction } from '../vocabulary/fraction.ts';
import type { CountRange, ShareInterval, Shortening } from '../vocabulary/percent.ts';
import { numeratorsThatFit, shareInterval } from '../vocabulary/percent.ts';
import { sumOfFloors } from './sum-of-floors.ts';

/** Numerators over denominators that give a percentage, lowest terms not required. */
export interface Pairs {
  readonly count: bigint;
  /** The first ones, by denominator and then numerator. */
  readonly first: readonly Fraction[];
  /** The least and the greatest denominator that has a pair; none where there is no pair. */
  readonly denominators: CountRange | undefined;
}

/**
 * The pairs n/d with 0 ≤ n ≤ d ≤ most that give the percentage: how many, and the first of them. Nothing is gone through one by one, so that
 * a limit of 10^15 is answered as fast as one of 200: pairs are counted by whole points between two lines, and found by halving.
 */
export function pairsThatFit(percent: string, most: bigint, how: Shortening, wanted: number): Pairs {
  const interval = shareInterval(percent, how);
  const count = pairsUpTo(most, interval);
  if (count === 0n) return { count, first: [], denominators: undefined };
  const first: Fraction[] = [];
  while (first.length < wanted && BigInt(first.length) < count) {
    const denominator = denominatorOfPair(BigInt(first.length) + 1n, most, interval);
    const fitting = numeratorsThatFit(percent, denominator, how)!;
    for (let numerator = fitting.first; numerator <= fitting.last && first.length < wanted; numerator++)
      first.push({ numerator, denominator });
  }
  return {
    count,
    first,
    denominators: { first: denominatorOfPair(1n, most, interval), last: denominatorOfPair(count, most, interval) },
  };
}

/** The pair of the least denominator that gives the percentage. There always is one: the typed number over its own whole, 9578/10 000. */
export const leastPairThatFits = (percent: string, how: Shortening): Fraction =>
  pairsThatFit(percent, shareInterval(percent, how).whole, how, 1).first[0]!;

/** How many pairs with a denominator up to `most` have a share in the interval. */
const pairsUpTo = (most: bigint, { low, past, whole }: ShareInterval): bigint =>
  pairsBelow(past, whole, most) - pairsBelow(low, whole, most);

/** How many pairs n/d with 0 ≤ n ≤ d ≤ most have n·whole/d < limit: ⌈limit·d / whole⌉ for each d, or all d + 1 where the limit is above the whole. */
function pairsBelow(limit: bigint, whole: bigint, most: bigint): bigint {
  if (limit <= 0n) return 0n;
  if (limit > whole) return (most * (most + 3n)) / 2n;
  return sumOfFloors(most + 1n, whole, limit, whole - 1n);
}

/** The denominator of the so-manieth pair: the least up to which there are so many. */
function denominatorOfPair(place: bigint, most: bigint, interval: ShareInterval): bigint {
  let [low, high] = [1n, most];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (pairsUpTo(middle, interval) >= place) high = middle;
    else low = middle + 1n;
  }
  return low;
}
