import { toDecimal } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** Two ways to shorten a percentage: 四舍五入, and cutting off what stands behind. Both are met in published figures. */
export type Shortening = 'rounded' | 'truncated';

/** The whole numbers from `first` to `last`. */
export interface CountRange {
  readonly first: bigint;
  readonly last: bigint;
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

/** A share as a percentage with as many decimals as another was typed with. */
export function shortened(share: Fraction, percent: string, how: Shortening): string {
  const { places } = typed(percent);
  const hundredfold = { numerator: share.numerator * 100n, denominator: share.denominator };
  if (how === 'rounded') return toDecimal(hundredfold, places);
  const scale = 10n ** BigInt(places);
  return toDecimal({ numerator: (hundredfold.numerator * scale) / hundredfold.denominator, denominator: scale }, places);
}

const ceilDivide = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/** Which numerators give the percentage over a denominator, if any do. The decimals as typed decide. */
export function numeratorsThatFit(percent: string, denominator: bigint, how: Shortening): CountRange | undefined {
  const { units, whole } = typed(percent);
  // units ≤ n·whole/d < units + 1 when truncated; half a unit lower on both sides when rounded half up.
  const doubledLow = how === 'rounded' ? 2n * units - 1n : 2n * units;
  const first = doubledLow <= 0n ? 0n : ceilDivide(doubledLow * denominator, 2n * whole);
  const past = ceilDivide((doubledLow + 2n) * denominator, 2n * whole);
  const last = past - 1n > denominator ? denominator : past - 1n;
  return first <= last ? { first, last } : undefined;
}
