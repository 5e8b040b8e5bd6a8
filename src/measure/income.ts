import type { Sum } from '../tally/sum.ts';
import type { Part } from './part.ts';
import type { VillageView } from './village-view.ts';

/** The facts that every figure of income reads: whose income is known, and how many persons there are whose income is not. */
export const incomeFacts: readonly string[] = [
  'evidence.rows',
  'evidence.persons_with_income',
  'evidence.persons_without_income',
  'evidence.registered_poor_households',
  'evidence.registered_poor_persons',
  'declared.registered_poor_households',
  'declared.registered_poor_persons',
];

/** Why there is no line to compare with. */
const NO_LINE = { none: 'no-line-in-force', other: 'tallied-with-another-line', annual: 'annual-standard' } as const;

/** Registered persons of whom no income is known: of households without one (all, where the file has no incomes), and of those that the file lacks. */
function personsMissing(village: VillageView): bigint {
  const { yes, unknown } = village.recorded('persons_without_income', []) ?? village.evidence('registered_poor_persons');
  const absent = village.absentPersons;
  return yes + unknown + (absent === 'open' ? village.absentHouseholds : absent);
}

/** A figure of income from two sums over persons whose income is known. Where any is not, it has no bounds: an income may be anything. */
export function incomePart(village: VillageView, sums: { readonly above: Sum; readonly below: Sum } | undefined): Part {
  const missing = personsMissing(village);
  if (!sums) return { value: undefined, reason: 'no-data', low: 'open', high: 'open', missing, rejected: 0n };
  const { above, below } = sums;
  const { rejected, rejectedOpen } = village.evidence('rows');
  const isCertain = missing + rejected + rejectedOpen + below.open === 0n && village.absentHouseholds === 0n;
  const value = { numerator: above.yes, denominator: below.yes };
  const nobody = below.yes === 0n && !isCertain;
  return {
    value: nobody ? undefined : value,
    ...(nobody && { reason: 'no-data' }),
    low: isCertain ? value : 'open',
    high: isCertain ? value : 'open',
    missing,
    rejected: rejected + rejectedOpen,
    evidence: village.absentHouseholds > 0n ? 'partial' : 'households',
    ...(above.atLeast + above.open > 0n && { marks: ['at-least'] }),
  };
}

/**
 * The shortfall from the poverty line, out of the line times persons: of all whose income is known, or of those below it alone.
 * The least it could be has everybody unknown at the line; the greatest is open, because an income may be negative.
 */
export function gapPart(village: VillageView, below: 'line_times_persons' | 'line_times_persons_below'): Part {
  const { line } = village;
  const shortfall = village.recorded('shortfall', []);
  const whole = village.recorded(below, []);
  const part = incomePart(village, shortfall && whole && { above: shortfall, below: whole });
  if (typeof line !== 'bigint')
    return {
      ...part,
      value: undefined,
      reason: NO_LINE[line],
      low: 'open',
      high: 'open',
    };
  if (!shortfall || !whole || part.low !== 'open' || village.absentPersons === 'open' || whole.rejectedOpen > 0n) return part;
  const atTheLine = line * (part.missing + village.evidence('registered_poor_persons').rejected);
  return { ...part, low: { numerator: shortfall.yes, denominator: whole.yes + atTheLine } };
}
