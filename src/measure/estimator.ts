import type { Fraction } from '../vocabulary/fraction.ts';
import type { Unit } from '../vocabulary/unit.ts';
import { extremeOf } from './possible.ts';
import type { Bound, Side } from './possible.ts';
import type { Reason } from './reason.ts';

/**
 * How numbers of one shape end, are bounded, compared and printed. The parts of villages add up in the same way whatever the shape: above and below
 * the line, each by itself.
 */
export interface Estimator {
  /** What is not known can only add to it: a sum of what is known is at least that. */
  readonly isSum: boolean;
  /** It compares a village with itself one year earlier: what stands below the line is of that year. */
  readonly isOverYears: boolean;
  /** What is counted above and below its line says how it was divided. */
  readonly isDivision: boolean;
  /** Where every answer that is possible is the same, it is the answer. */
  readonly isSettledByBounds: boolean;
  /** The least that a part can be of which nothing is known. */
  readonly leastUnknown: Bound;
  /** As a fraction that thresholds and growth can be held against. */
  readonly exact: (value: Fraction) => Fraction;
  /** One value less another, in the shape of values. */
  readonly less: (a: Fraction, b: Fraction) => Fraction;
  /** Below 0 where the first is less, above where it is more. */
  readonly compare: (a: Fraction, b: Fraction) => bigint;
  /** One side of what it could be; undefined where that side is open, or has nothing to divide by. */
  readonly boundOf: (bound: Bound, side: Side) => Fraction | undefined;
  /** Why there is no number at the end of all adding; undefined where there is one. `otherwise`: the metric's own word for nothing to divide by. */
  readonly whyNone: (sum: Fraction, isOpen: boolean, otherwise: Reason) => Reason | undefined;
  /** As a fraction of its printed unit: a share of 1, yuan, households. */
  readonly inUnit: (value: Fraction, unit: Unit) => Fraction;
  /** The decimals that it is printed with, where it is not in per cent. */
  readonly decimals: (unit: Unit) => number;
  /** As a person reads it, made of its digits alone. */
  readonly written: (digits: string, value: Fraction, unit: Unit) => string;
}

/** What all shapes have in common that are divided once, at the end. */
export const divided = {
  isSum: false,
  isOverYears: false,
  isDivision: false,
  isSettledByBounds: false,
  leastUnknown: 'open',
  exact: (value) => value,
  less: (a, b) => ({
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }),
  compare: (a, b) => a.numerator * b.denominator - b.numerator * a.denominator,
  boundOf: (bound, side) => {
    const extreme = extremeOf(bound, side);
    return typeof extreme === 'string' ? undefined : extreme;
  },
  whyNone: ({ denominator }, _, otherwise) => (denominator > 0n ? undefined : otherwise),
  inUnit: (value) => value,
  decimals: () => 2,
  written: (digits, _, unit) => (unit === 'share' ? `${digits}%` : digits),
} as const satisfies Estimator;
