import type { Part } from './part.ts';
import type { VillageView } from './village-view.ts';

const NOTHING = { numerator: 0n, denominator: 0n };

/** Where no project says both: nothing to add where there is none at all, anything where what there is is not known. */
function noRate(missing: bigint, rejected: bigint): Part {
  const bound = missing + rejected === 0n ? NOTHING : 'open';
  return { value: undefined, reason: 'no-data', low: bound, high: bound, missing, rejected };
}

/**
 * Funds spent out of funds received, over the projects where both are known. Where one of the two is not known, or a lower bound, the rate of all
 * could be anything. `rows`: the fact that counts the rows behind the sums.
 */
export function rateOfFunds(place: VillageView, spentId: string, receivedId: string, unknownId: string, rows: 'rows' | 'projects'): Part {
  const [spent, received, unknown] = [spentId, receivedId, unknownId].map((id) => place.project(id, rows));
  const missing = (unknown?.value ?? 0n) + (unknown?.missing ?? 0n);
  if (!spent || !received || spent.value === undefined || received.value === undefined) return noRate(missing, unknown?.rejected ?? 0n);
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
