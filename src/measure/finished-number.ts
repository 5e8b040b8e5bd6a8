import type { Fraction } from '../vocabulary/fraction.ts';
import type { TableId } from '../vocabulary/table.ts';
import { estimatorOf } from './estimators/index.ts';
import type { Metric } from './metric.ts';
import type { Part, PartSum } from './part.ts';
import type { Bound } from './possible.ts';
import type { Mark, Reason } from './reason.ts';
import type { Measured } from './measured.ts';

/** One empty list, and one object for each of the usual counts: there are as many answers as places. */
export const NONE: readonly never[] = [];
/** A list, as the one empty list where nothing is in it. */
export const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list);
const NO_VILLAGES = { used: 0, inFile: 0 };
const NOT_USED = { used: 0, inFile: 1 };
const USED = { used: 1, inFile: 1 };
/** How many villages are in a number, of how many. */
export const villagesUsed = (used: number, inFile: number): Measured['villages'] =>
  inFile === 1 ? (used === 1 ? USED : NOT_USED) : { used, inFile };

/** The number that added parts come to, with its bounds and marks; or the reason why there is none. It is not judged yet. */
export function finish(
  metric: Metric,
  sum: PartSum,
  given: ReadonlySet<TableId>,
  beside: Measured['beside'],
  breakdown: Measured['breakdown'],
): Measured {
  const { missing, rejected, evidence } = sum;
  // One object for two bounds that are the value: there are as many answers as places.
  const orSame = (bound: Fraction | undefined): Fraction | undefined =>
    bound && sum.value && bound.numerator === sum.value.numerator && bound.denominator === sum.value.denominator ? sum.value : bound;
  // A value leaves out the villages that cannot answer; what is certain of those may put all that is possible on one side of it.
  const [low, high] = boundsOf(metric, sum).map(orSame);
  const why = reasonOf(metric, sum, given);
  const only = why === 'no-data' || why === 'exempt-in-numerator' ? onlyRatio(metric, sum, low, high) : undefined;
  const reason = only ? undefined : why;
  const value = reason === undefined ? (only ?? sum.value) : undefined;
  return {
    metric,
    value,
    reason,
    isKnown: sum.value !== undefined && (reason === undefined || (reason === metric.withoutDenominator && missing === 0n)),
    low,
    high,
    missing,
    rejected,
    evidence: value && evidence,
    marks: value ? orNone([...new Set([...sum.marks, ...signOf(metric, sum, value, low, high)])]) : NONE,
    beside,
    villages: metric.of !== undefined ? NO_VILLAGES : villagesUsed(sum.used, sum.of),
    breakdown,
    verdict: undefined,
    unjudged: undefined,
    excluded: NONE,
    lacking: NONE,
  };
}

/**
 * Which sign stands before a number that is not exact: "≥" where it can only be more, "≤" where it can only be less, none where it can be either.
 * A ratio with unknown rows has its range instead; a sum of what is known is at least that.
 */
function signOf(
  metric: Metric,
  { bounded, missing, rejected, used, of }: PartSum,
  value: Fraction,
  low: Fraction | undefined,
  high: Fraction | undefined,
): readonly Mark[] {
  const { isSum, compare } = estimatorOf(metric);
  const isPart = isSum && (missing > 0n || rejected > 0n || (used < of && metric.of === undefined));
  if (!bounded && !isPart) return [];
  const [onLow, onHigh] = [low, high].map((bound) => bound !== undefined && compare(bound, value) === 0n);
  if (onLow === onHigh) return [];
  return [onLow ? 'at-least' : 'at-most'];
}

function reasonOf(metric: Metric, { value, reason, missing, used, of }: PartSum, given: ReadonlySet<TableId>): Reason | undefined {
  if (value === undefined) {
    const suffices = (tables: readonly TableId[]): boolean => tables.every((table) => given.has(table));
    if (reason !== 'no-data' || metric.sufficient.some(suffices)) return reason;
    const lacking = metric.sufficient[0]!.find((table) => !given.has(table));
    return lacking && `needs-${lacking}`;
  }
  // Nothing to divide by where all is known; where a village of unknown size may have something, nobody knows.
  return estimatorOf(metric).whyNone(value, missing > 0n || used < of, metric.withoutDenominator);
}

/** What a number could be. Of nothing there are no bounds. */
function boundsOf(metric: Metric, sum: PartSum): readonly [Fraction | undefined, Fraction | undefined] {
  const isNothing = metric.of === 'projects' && sum.value === undefined && sum.missing + sum.rejected === 0n;
  if (sum.of === 0 || isNothing) return [undefined, undefined];
  const { boundOf } = estimatorOf(metric);
  return [boundOf(sum.low, 'least'), boundOf(sum.high, 'greatest')];
}

/** A village of which only one answer is possible, down to its counts, is known, whatever cells are not. */
export function settled(metric: Metric, part: Part): Part {
  const isNothing = metric.of === 'projects' && part.missing + part.rejected === 0n;
  if (part.value !== undefined || isNothing || !estimatorOf(metric).isSettledByBounds) return part;
  const [low, high] = [onlyPair(part.low), onlyPair(part.high)];
  if (!low || low.numerator !== high?.numerator || low.denominator !== high.denominator) return part;
  return { ...part, value: low, reason: undefined, missing: 0n };
}

/** The one pair that a bound is; nothing where it could be several. */
function onlyPair(bound: Bound): Fraction | undefined {
  if (bound === 'open' || !('corners' in bound)) return bound === 'open' ? undefined : bound;
  return bound.corners.length === 1 && bound.endless !== true ? bound.corners[0] : undefined;
}

/** The value of a place without one of its own, where every answer that is possible is the same ratio. Not where nobody knows what to divide by. */
function onlyRatio(metric: Metric, { low: least }: PartSum, low: Fraction | undefined, high: Fraction | undefined): Fraction | undefined {
  const isEndless = least !== 'open' && 'corners' in least && least.endless === true;
  const { isSettledByBounds, compare } = estimatorOf(metric);
  if (!isSettledByBounds || isEndless || !low || !high || compare(low, high) !== 0n) return undefined;
  return low.denominator < high.denominator ? high : low;
}
