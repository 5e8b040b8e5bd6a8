import { estimatorOf } from './estimators/index.ts';
import type { Metric } from './metric.ts';
import { addParts } from './part.ts';
import type { Part } from './part.ts';
import type { Bound } from './possible.ts';

/** The least that an amount can be. */
const leastOf = (low: Bound): bigint => (low === 'open' ? 0n : 'corners' in low ? low.corners[0]!.numerator : low.numerator);

/** A month that the files do not have: whatever flowed in it comes on top. */
export const lackingMonth = (metric: Metric): Part => ({
  value: undefined,
  reason: 'no-data',
  low: estimatorOf(metric).leastUnknown,
  high: 'open',
  missing: 0n,
  rejected: 0n,
});

/**
 * What flowed at a place in the months of a year, added up. Where a month does not say, the sum is a lower bound.
 * Whoever may be counted again in another month makes the sum the most that it can be, and the greatest month the least.
 */
export function addMonths({ flow }: Metric, months: readonly Part[]): Part {
  const { used, of, ...sum } = addParts(months);
  const part: Part = { ...sum, bounded: sum.bounded || used < of };
  if (flow !== 'recounted' || used < 2) return part;
  const least = months.map(({ low }) => leastOf(low)).reduce((most, one) => (one > most ? one : most), 0n);
  return { ...part, low: { numerator: least, denominator: 0n }, bounded: true };
}
