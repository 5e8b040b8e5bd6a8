import type { Fraction } from '../vocabulary/fraction.ts';
import type { Measured } from './measured.ts';
import { estimatorOf } from './estimators/index.ts';
import type { Reason } from './reason.ts';

/** How far two values lie apart, with the least and the greatest that it can be; undefined where a side is open. */
export interface Difference {
  readonly value: Fraction;
  readonly low: Fraction | undefined;
  readonly high: Fraction | undefined;
}

interface Range {
  readonly low: Fraction | undefined;
  readonly high: Fraction | undefined;
}

/**
 * A later value less an earlier one, exact, in the metric's own smallest unit: fen, households; of shares, the difference of the two shares.
 * The least change sets the least now against the greatest before, and the other way round. Nothing where either has no value.
 */
export function changeOf(now: Measured, base: Measured | undefined): Difference | undefined {
  if (now.value === undefined || base?.value === undefined) return undefined;
  const { less } = estimatorOf(now.metric);
  const between = (a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined => a && b && less(a, b);
  return {
    value: less(now.value, base.value),
    low: between(now.low, base.high),
    high: between(now.high, base.low),
  };
}

/**
 * Growth: change ÷ base, a plain ratio. Only over a base that is positive; else the reason why not. Growth of growth says nothing and is not made.
 * Its range is that over every base that is positive; where the base could be nothing, no greatest growth is known.
 */
export function growthOf(
  now: Measured,
  base: Measured | undefined,
): { readonly value: Difference | undefined; readonly reason: Reason | undefined } {
  const none = (reason: Reason | undefined) => ({ value: undefined, reason });
  const { exact, isOverYears } = estimatorOf(now.metric);
  if (now.value === undefined || isOverYears) return none(undefined);
  if (base?.value === undefined) return none('no-base');
  const [value, over] = [exact(now.value), exact(base.value)];
  if (over.numerator <= 0n) return none('base-not-positive');
  const [nowRange, baseRange] = [now, base].map(({ low, high }) => ({
    low: low && exact(low),
    high: high && exact(high),
  })) as [Range, Range];
  const positive = baseRange.low && baseRange.low.numerator > 0n ? baseRange.low : undefined;
  return {
    value: {
      value: grown(value, over)!,
      low: nowRange.low && grown(nowRange.low, nowRange.low.numerator < 0n ? positive : baseRange.high),
      high: nowRange.high && grown(nowRange.high, nowRange.high.numerator < 0n ? baseRange.high : positive),
    },
    reason: undefined,
  };
}

/** now ÷ base − 1. */
const grown = (now: Fraction, base: Fraction | undefined): Fraction | undefined =>
  base && {
    numerator: now.numerator * base.denominator - base.numerator * now.denominator,
    denominator: now.denominator * base.numerator,
  };
