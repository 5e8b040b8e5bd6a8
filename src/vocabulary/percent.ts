import { toDecimal } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** Two ways to shorten a percentage: 四舍五入, and cutting off what stands behind. Both are met in published figures. */
export const SHORTENINGS = ['rounded', 'truncated'] as const;
export type Shortening = (typeof SHORTENINGS)[number];

/** The whole numbers from `first` to `last`. */
export interface CountRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** The whole numbers from `first` to `last`, or from `first` up where there is no last. */
export interface OpenCountRange {
  readonly first: bigint;
  readonly last: bigint | undefined;
}

/** A percentage as typed: `95.78` is 9578 units of its last place, of which 10 000 are the whole. */
interface TypedPercent {
  readonly units: bigint;
  readonly whole: bigint;
  readonly places: number;
}

function typed(percent: string): TypedPercent {
  const [whole = '0', decimals = ''] = percent.split('.');
  return { units: BigInt(whole + decimals), whole: 100n * 10n ** BigInt(decimals.length), places: decimals.length };
}

/** How many decimals a percentage was typed with. */
export const placesOf = (percent: string): number => typed(percent).places;

/** A share as a percentage with as many decimals as another was typed with. */
export function shortened(share: Fraction, percent: string, how: Shortening): string {
  const { places } = typed(percent);
  return how === 'rounded'
    ? toDecimal({ numerator: share.numerator * 100n, denominator: share.denominator }, places)
    : cutOff(share, places).text;
}

/** A share as a percentage cut off after so many decimals, and whether nothing stood behind. */
export function cutOff({ numerator, denominator }: Fraction, places: number): { readonly text: string; readonly exact: boolean } {
  const scale = 10n ** BigInt(places);
  const enlarged = numerator * 100n * scale;
  return {
    text: toDecimal({ numerator: enlarged / denominator, denominator: scale }, places),
    exact: enlarged % denominator === 0n,
  };
}

/**
 * The shares that print as a percentage: `low ≤ n·whole/d < past`. Truncated, they reach from the typed number up to the next of its last
 * place; rounded half up, from half a place lower to half a place higher. Hence everything is counted in half places.
 */
export interface ShareInterval {
  readonly low: bigint;
  readonly past: bigint;
  readonly whole: bigint;
}

/** The shares that print as a percentage as typed. `low` of a rounded 0 lies below zero, `past` of 100 above the whole: n ≤ d holds beside. */
export function shareInterval(percent: string, how: Shortening): ShareInterval {
  const { units, whole } = typed(percent);
  const low = how === 'rounded' ? 2n * units - 1n : 2n * units;
  return { low, past: low + 2n, whole: 2n * whole };
}

const ceilDivide = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/** Which numerators, from 0 to the denominator, give the percentage over a denominator, if any do. The decimals as typed decide. */
export function numeratorsThatFit(percent: string, denominator: bigint, how: Shortening): CountRange | undefined {
  const { low, past, whole } = shareInterval(percent, how);
  const first = low <= 0n ? 0n : ceilDivide(low * denominator, whole);
  const before = ceilDivide(past * denominator, whole) - 1n;
  const last = before > denominator ? denominator : before;
  return first <= last ? { first, last } : undefined;
}

/**
 * Which denominators, from the numerator (and from 1) up, give the percentage under a numerator, if any do: n·whole/past < d ≤ n·whole/low.
 * 159 and 95.78: 159 × 100 / 95.785 = 165.997 < d ≤ 166.014 = 159 × 100 / 95.775, hence 166. 61 and 91: 66.67 < d ≤ 67.4, hence 67.
 * There is no last one where the least share is zero: 5 and 0.00 is printed from 100 001 up (5/100 000 is 0.005 %, printed 0.01).
 */
export function denominatorsThatFit(percent: string, numerator: bigint, how: Shortening): OpenCountRange | undefined {
  const { low, past, whole } = shareInterval(percent, how);
  const least = numerator > 0n ? numerator : 1n;
  const above = (numerator * whole) / past + 1n;
  const first = above > least ? above : least;
  if (low <= 0n) return { first, last: undefined };
  const last = (numerator * whole) / low;
  return first <= last ? { first, last } : undefined;
}

/** The numerators whose shares stand on either side of a percentage that no numerator gives: 95.79 % of 166 is 159.01, between 159 and 160. */
export function numeratorsBeside(percent: string, denominator: bigint): readonly bigint[] {
  const { units, whole } = typed(percent);
  const below = (units * denominator) / whole;
  return below < denominator ? [below, below + 1n] : [denominator];
}

/**
 * The denominators, from the numerator up to `most`, whose shares stand on either side of a percentage that no denominator gives, the lower
 * share first: 159 is 95.79 % of 165.99, between 166 and 165. One alone where the other side is out of reach.
 */
export function denominatorsBeside(percent: string, numerator: bigint, most: bigint | undefined): readonly bigint[] {
  const { units, whole } = typed(percent);
  const least = numerator > 0n ? numerator : 1n;
  // Zero per cent of anything is never reached: the further up, the nearer.
  const below = units === 0n ? (most ?? least) : (numerator * whole) / units;
  const within = [below + 1n, below].map((one) => (one < least ? least : most !== undefined && one > most ? most : one));
  return [...new Set(within)];
}
