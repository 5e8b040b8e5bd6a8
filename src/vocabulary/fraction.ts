/** An exact ratio of whole numbers. The denominator may be zero until somebody divides. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const addFractionParts = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
});

/** Negative, zero or positive as the first is less than, equal to or more than the second. Denominators must be positive. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest double of an exact ratio. Undefined when the denominator is zero. */
export function toNumber({ numerator, denominator }: Fraction): number | undefined {
  if (denominator === 0n) return undefined;
  const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  if (magnitude(numerator) <= limit && magnitude(denominator) <= limit) return Number(numerator) / Number(denominator);
  return Number(toDecimal({ numerator, denominator }, 18));
}

/**
 * An exact ratio as a decimal with so many places, rounded half away from zero (四舍五入) on the exact value.
 * Throws a RangeError when the denominator is zero: the caller has a reason to give instead.
 */
export function toDecimal({ numerator, denominator }: Fraction, places: number): string {
  if (denominator === 0n) throw new RangeError('a fraction without a denominator has no decimals');
  const negative = numerator < 0n !== denominator < 0n && numerator !== 0n;
  const [top, bottom] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const scaled = (2n * top * 10n ** BigInt(places) + bottom) / (2n * bottom);
  const digits = scaled.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const decimals = places > 0 ? `.${digits.slice(digits.length - places)}` : '';
  return `${negative && scaled !== 0n ? '-' : ''}${whole}${decimals}`;
}
