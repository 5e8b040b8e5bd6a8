import type { Fraction } from '../../src/vocabulary/fraction.ts';

/** Negative, zero or positive as a is less than, equal to or more than b; an amount has no denominator. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [below, above] = [a.numerator * (b.denominator || 1n), b.numerator * (a.denominator || 1n)];
  return below < above ? -1 : below > above ? 1 : 0;
}
