import type { Part } from './part.ts';
import type { Quantity } from './quantity.ts';

/** An amount by itself: a number, or not known. What is not known is not zero. */
export function amountPart({ value, low, high, atLeast, missing, rejected, evidence }: Quantity): Part {
  return {
    value: value === undefined ? undefined : { numerator: value, denominator: 0n },
    ...(value === undefined && { reason: 'no-data' }),
    low: { numerator: low, denominator: 0n },
    high: high === 'open' ? 'open' : { numerator: high, denominator: 0n },
    missing,
    rejected,
    evidence,
    bounded: atLeast,
  };
}

/** A sum over projects; nothing where no project stands. */
export const projectAmount = (amount: Quantity | undefined): Part => amountPart(amount ?? { ...NOT_KNOWN, high: 0n, missing: 0n });

/**
 * Growth of an amount over one year: (now − base) ÷ base. The least growth sets the least now against the greatest base, and the other way round.
 * A base that is zero still adds to the growth of a larger place.
 */
export function growthPart(now: Quantity, base: Quantity): Part {
  const known = now.value !== undefined && base.value !== undefined;
  return {
    value: known ? { numerator: now.value - base.value, denominator: base.value } : undefined,
    ...(!known && { reason: now.value === undefined ? 'no-data' : 'no-base' }),
    low: base.high === 'open' ? 'open' : { numerator: now.low - base.high, denominator: base.high },
    high: now.high === 'open' ? 'open' : { numerator: now.high - base.low, denominator: base.low },
    missing: known ? 0n : 1n,
    rejected: now.rejected + base.rejected,
    evidence: now.evidence,
    bounded: now.atLeast || base.atLeast,
  };
}

/** A quantity of which nothing is known: of a village that has no row. */
export const NOT_KNOWN: Quantity = {
  value: undefined,
  low: 0n,
  high: 'open',
  atLeast: false,
  evidence: undefined,
  missing: 1n,
  rejected: 0n,
};
