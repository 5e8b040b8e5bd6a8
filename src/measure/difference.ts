import type { Fraction } from '../vocabulary/fraction.ts';
import type { Measured } from './measure.ts';
import type { Metric } from './metric.ts';
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
  const { metric } = now;
  const between = (a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined => a && b && less(metric, a, b);
  return {
    value: less(metric, now.value, base.value),
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
  if (now.value === undefined || now.metric.shape === 'growth') return none(undefined);
  if (base?.value === undefined) return none('no-base');
  const { metric } = now;
  const [value, over] = [asRatio(metric, now.value), asRatio(metric, base.value)];
  if (over.numerator <= 0n) return none('base-not-positive');
  const [nowRange, baseRange] = [now, base].map(({ low, high }) => ({
    low: low && asRatio(metric, low),
    high: high && asRatio(metric, high),
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

/** An amount as a ratio to 1. */
const asRatio = ({ shape }: Metric, value: Fraction): Fraction => (shape === 'amount' ? { ...value, denominator: 1n } : value);

/** An amount stays an amount: its denominator is nothing. */
const less = ({ shape }: Metric, a: Fraction, b: Fraction): Fraction =>
  shape === 'amount'
    ? { numerator: a.numerator - b.numerator, denominator: 0n }
    : { numerator: a.numerator * b.denominator - b.numerator * a.denominator, denominator: a.denominator * b.denominator };
