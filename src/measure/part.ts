import { addFractionParts } from '../vocabulary/fraction.ts';
import type { Fraction } from '../vocabulary/fraction.ts';
import { addBounds } from './possible.ts';
import type { Bound, Bounds } from './possible.ts';
import type { Evidence, Mark, Reason } from './reason.ts';

/**
 * One village's share of a metric. Parts add up over villages and are divided once, at the very end, so that a village that cannot answer
 * adds what is missing and its bounds, never half a fraction. An amount has no denominator: its parts carry 0 there.
 */
export interface Part extends Bounds {
  readonly value: Fraction | undefined;
  /** Why there is no value. */
  readonly reason?: Reason | undefined;
  /** Rows whose answer is unknown, in the unit of the denominator. */
  readonly missing: bigint;
  /** Rejected rows that could change the answer. */
  readonly rejected: bigint;
  readonly evidence?: Evidence | undefined;
  /** It rests on a number that is a lower bound ("87万多"). */
  readonly bounded?: boolean;
  readonly marks?: readonly Mark[];
  /**
   * What the denominator counts, where the same may stand in several villages: then it is counted once for all of them.
   * `counted`: how many there are is known, and not which.
   */
  readonly distinct?: ReadonlySet<string> | 'counted';
  /** What numerator and denominator were multiplied by, so that both are whole. Parts are brought to one scale before they are added. */
  readonly scale?: bigint;
  /**
   * Of a number made of several quotients (the growth of a mean): their pairs, each added up by itself. The number is made of the sums; value and
   * bounds of a part only say whether they are known.
   */
  readonly quotients?: { readonly pairs: readonly Fraction[]; readonly make: (pairs: readonly Fraction[]) => Fraction };
}

/** Parts of one or several villages, added up. */
export interface PartSum extends Omit<Part, 'marks' | 'bounded' | 'distinct' | 'scale' | 'quotients'> {
  readonly bounded: boolean;
  readonly marks: readonly Mark[];
  /** Villages that have a value, of how many. */
  readonly used: number;
  readonly of: number;
}

/** Adds the parts of villages. */
export function addParts(given: readonly Part[]): PartSum {
  const parts = given.some(({ distinct }) => distinct !== undefined) ? countedOnce(given) : ofOneScale(given);
  const valued = parts.filter(({ value }) => value !== undefined);
  const reasons = new Set(parts.flatMap(({ reason }) => reason ?? []));
  const evidences = new Set((valued.length > 0 ? valued : parts).flatMap(({ evidence }) => evidence ?? []));
  return ofQuotients(valued, {
    value: valued.length > 0 ? valued.map(({ value }) => value!).reduce(addFractionParts) : undefined,
    reason: valued.length > 0 ? undefined : reasons.size === 1 ? [...reasons][0] : 'no-data',
    low: addBounds(
      parts.map(({ low }) => low),
      'least',
    ),
    high: addBounds(
      parts.map(({ high }) => high),
      'greatest',
    ),
    missing: parts.reduce((sum, { missing }) => sum + missing, 0n),
    rejected: parts.reduce((sum, { rejected }) => sum + rejected, 0n),
    evidence: evidences.size > 1 ? 'partial' : [...evidences][0],
    bounded: valued.some(({ bounded }) => bounded === true),
    marks: [...new Set(valued.flatMap(({ marks }) => marks ?? []))],
    used: valued.length,
    of: parts.length,
  });
}

/** The number that several quotients make, once each has been added up. Its bounds are the number itself, where they are not open. */
function ofQuotients(valued: readonly Part[], sum: PartSum): PartSum {
  const quotients = valued.flatMap((part) => part.quotients ?? []);
  const [first] = quotients;
  if (!first) return sum;
  const pairs = first.pairs.map((_, index) => quotients.map((one) => one.pairs[index]!).reduce(addFractionParts));
  const value = first.make(pairs);
  const bound = (one: Bound): Bound => (one === 'open' ? one : value);
  return { ...sum, value, low: bound(sum.low), high: bound(sum.high) };
}

/** Parts as multiples of one scale: of all their scales multiplied. */
function ofOneScale(parts: readonly Part[]): readonly Part[] {
  const common = parts.reduce((product, { scale = 1n }) => product * scale, 1n);
  if (common === 1n) return parts;
  return parts.map((part) => {
    const times = common / (part.scale ?? 1n);
    const scaled = ({ numerator, denominator }: Fraction): Fraction => ({ numerator: numerator * times, denominator: denominator * times });
    const bound = (one: Bound): Bound =>
      one === 'open' ? one : 'corners' in one ? { ...one, corners: one.corners.map(scaled) } : scaled(one);
    return { ...part, value: part.value && scaled(part.value), low: bound(part.low), high: bound(part.high) };
  });
}

/**
 * Parts whose denominators count things that several villages may share: the first takes the union, the others keep their numerators.
 * A part that only says how many there are may share some with others; together with others the quotient is then a lower bound.
 */
function countedOnce(parts: readonly Part[]): readonly Part[] {
  const union = new Set(parts.flatMap(({ distinct = 'counted' }) => (distinct === 'counted' ? [] : [...distinct])));
  const valued = parts.filter(({ value }) => value !== undefined);
  const mayOverlap = valued.length > 1 && valued.some(({ distinct }) => distinct === 'counted');
  let left = BigInt(union.size);
  return parts.map((part): Part => {
    if (part.value === undefined) return part;
    const isSet = part.distinct !== undefined && part.distinct !== 'counted';
    const denominator = isSet ? left : part.value.denominator;
    if (isSet) left = 0n;
    const over = (bound: Bound): Bound => (bound === 'open' || 'corners' in bound ? 'open' : { numerator: bound.numerator, denominator });
    return {
      ...part,
      value: { numerator: part.value.numerator, denominator },
      low: over(part.low),
      high: mayOverlap ? 'open' : over(part.high),
      bounded: part.bounded === true || mayOverlap,
      // Whoever stands in two of the numbers is counted twice, whatever else is not known.
      ...(mayOverlap && { marks: [...(part.marks ?? []), 'at-least'] as const }),
    };
  });
}
