import type { Part } from './part.ts';
import type { Quantity } from './quantity.ts';

/** Money of projects that say both what they received and what they spent, and how many do not. Undefined where no project stands. */
interface SpentOfReceived {
  readonly spent: Quantity | undefined;
  readonly received: Quantity | undefined;
  readonly oneUnknown: Quantity | undefined;
}

const NOTHING = { numerator: 0n, denominator: 0n };

/** Where no project says both: nothing to add where there is none at all, anything where what there is is not known. */
function noRate(missing: bigint, rejected: bigint): Part {
  const bound = missing + rejected === 0n ? NOTHING : 'open';
  return { value: undefined, reason: 'no-data', low: bound, high: bound, missing, rejected };
}

/**
 * Funds spent out of funds received, over the projects where both are known. Where one of the two is not known, or a lower bound, the rate of all
 * could be anything.
 */
export function rateOfFunds({ spent, received, oneUnknown }: SpentOfReceived): Part {
  const missing = (oneUnknown?.value ?? 0n) + (oneUnknown?.missing ?? 0n);
  if (!spent || !received || spent.value === undefined || received.value === undefined) return noRate(missing, oneUnknown?.rejected ?? 0n);
  const value = { numerator: spent.value, denominator: received.value };
  const isCertain = missing + received.rejected === 0n && !spent.atLeast && !received.atLeast;
  return {
    value,
    // Where one of the two is not known, or a lower bound, it could be anything.
    low: isCertain ? value : 'open',
    high: isCertain ? value : 'open',
    missing,
    rejected: received.rejected,
    bounded: spent.atLeast || received.atLeast,
  };
}
