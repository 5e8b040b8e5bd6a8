import type { Fraction } from '../vocabulary/fraction.ts';
import { NOT_KNOWN } from './amount.ts';
import type { Behind } from './metric.ts';
import type { Bound, Part } from './part.ts';
import type { HouseholdShare, Quantity, VillageView } from './village-view.ts';

const fraction = (numerator: bigint, denominator: bigint): Fraction => ({ numerator, denominator });

/**
 * A share of households by the household rows. Value: those known to have it, out of those known to have it or not.
 * Least: every household that could lack it does. Greatest: every household that could have it does.
 */
export function shareOfHouseholds({ yes, no, answered }: HouseholdShare, absent: bigint): Part {
  const boundless = answered.rejectedOpen > 0n;
  const denominator = yes.yes + no.yes;
  const missing = answered.unknown + absent;
  const couldHave = yes.yes + yes.unknown + yes.rejected + absent;
  const isKnown = denominator > 0n || missing + answered.rejected + answered.rejectedOpen === 0n;
  return {
    value: isKnown ? fraction(yes.yes, denominator) : undefined,
    ...(!isKnown && { reason: 'no-data' }),
    low: boundless ? 'open' : fraction(yes.yes, denominator + no.unknown + no.rejected + absent),
    high: boundless ? 'open' : fraction(couldHave, couldHave + no.yes),
    missing,
    rejected: answered.rejected + answered.rejectedOpen,
    evidence: absent > 0n ? 'partial' : 'households',
  };
}

/**
 * A share of a whole by two numbers, either of which may be unknown: then there is no value, but there are bounds.
 * Of a whole whose size is known, anything between nothing and all could be the part.
 */
export function shareOfWhole(part: Quantity, whole: Quantity, readableWhole: bigint | undefined): Part {
  const rejected = part.rejected > whole.rejected ? part.rejected : whole.rejected;
  if (whole.value === 0n && whole.rejected === 0n)
    return { value: fraction(0n, 0n), low: fraction(0n, 0n), high: fraction(0n, 0n), missing: 0n, rejected, evidence: whole.evidence };
  if (part.value !== undefined && whole.value !== undefined && part.value <= whole.value) {
    return {
      value: fraction(part.value, whole.value),
      low: whole.high === 'open' ? 'open' : fraction(part.low, whole.high),
      high: greatest(part, whole),
      missing: part.missing,
      rejected,
      evidence: part.evidence === whole.evidence ? part.evidence : 'partial',
      bounded: part.atLeast || whole.atLeast,
    };
  }
  const none = { value: undefined, reason: 'no-data', rejected } as const;
  const size = whole.value ?? readableWhole;
  if (size !== undefined) return { ...none, low: fraction(0n, size), high: fraction(size, size), missing: rejected > 0n ? 0n : size };
  return { ...none, low: 'open', high: part.high === 'open' ? 'open' : fraction(part.high, part.high), missing: 0n };
}

/** The most that a part can be of the least that its whole can be. */
function greatest(part: Quantity, whole: Quantity): Bound {
  if (part.high === 'open') return 'open';
  return fraction(part.high, part.high > whole.low ? part.high : whole.low);
}

/** A share of registered households: by the household rows where they record it, else by the village row's two numbers. */
export function householdShare(village: VillageView, id: string, partColumn: string, wholeColumn: string): Part {
  const share = village.householdShare(id);
  if (share) return shareOfHouseholds(share, village.absentHouseholds);
  return shareOfWhole(village.number(partColumn), village.number(wholeColumn), village.readable(wholeColumn));
}

/** A share of households that only their rows can give. Without them every registered household is unknown. */
export function recordedShare(village: VillageView, id: string): Part {
  const share = village.householdShare(id);
  if (share) return shareOfHouseholds(share, village.absentHouseholds);
  const registered = village.number('registered_poor_households');
  return shareOfWhole(NOT_KNOWN, registered, village.readable('registered_poor_households'));
}

/** A share of projects by their rows. Nothing where no project stands. */
export function shareOfProjects(place: VillageView, id: string): Part {
  const share = place.projectShare(id);
  if (share) return { ...shareOfHouseholds(share, 0n), evidence: undefined };
  const projects = place.project('projects', 'projects')?.value ?? 0n;
  return {
    value: undefined,
    reason: 'no-data',
    low: fraction(0n, projects),
    high: fraction(projects, projects),
    missing: projects,
    rejected: 0n,
  };
}

/** The facts that a share of households reads. */
export const shareFacts = (id: string, ...columns: readonly string[]): readonly string[] => [
  ...['yes', 'no', 'answered'].map((part) => `evidence.${id}_${part}`),
  ...columns.flatMap((column) => [`declared.${column}`, `evidence.${column}`]),
];

/** The rows behind a share of households: those with it, and those with or without it. */
export const shareBehind = (id: string, partColumn: string, wholeColumn: string): Behind => ({
  numerator: [`evidence.${id}_yes`, `declared.${partColumn}`],
  denominator: [`evidence.${id}_yes`, `evidence.${id}_no`, `declared.${wholeColumn}`],
});

/** The rows behind a share that rows of one table alone can give. */
export const recordedBehind = (id: string, origin: 'evidence' | 'project' = 'evidence'): Behind => ({
  numerator: [`${origin}.${id}_yes`],
  denominator: [`${origin}.${id}_yes`, `${origin}.${id}_no`],
});

/** The facts that it reads: the size of a village as well, for the households that have no row. */
export const recordedFacts = (id: string): readonly string[] => shareFacts(id, 'registered_poor_households');

/** The facts that a share of projects reads. */
export const projectShareFacts = (id: string): readonly string[] => [
  ...['yes', 'no', 'answered'].map((part) => `project.${id}_${part}`),
  'project.projects',
];
