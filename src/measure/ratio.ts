import type { Part } from './part.ts';
import { fraction } from './possible.ts';
import type { Bound, Bounds } from './possible.ts';
import type { ProjectShare, ToldShare } from './readers/index.ts';
import type { HouseholdShare, Quantity } from './quantity.ts';

/** Rows by what each of them could be: one that has it, one that lacks it, or none of those that count. */
export interface Kinds {
  readonly yes: bigint;
  readonly no: bigint;
  readonly yesOrNo: bigint;
  readonly yesOrOut: bigint;
  readonly noOrOut: bigint;
  readonly any: bigint;
}

/** What the three sums say of the rows whose answer is not known. A rejected row, and one that is absent, could be anything. */
function kindsOf({ yes, no, answered, absent }: HouseholdShare): Kinds {
  const yesOrNo = answered.yes - yes.yes - no.yes;
  const any = yes.unknown + no.unknown - 2n * yesOrNo - answered.unknown;
  return {
    yes: yes.yes,
    no: no.yes,
    yesOrNo,
    yesOrOut: yes.unknown - yesOrNo - any,
    noOrOut: no.unknown - yesOrNo - any,
    any: any + answered.rejected + absent,
  };
}

/** Every share that rows could have: at the least all that could lack it do, at the greatest all that could have it do. */
function boundsOfKinds({ yes, no, yesOrNo, yesOrOut, noOrOut, any }: Kinds): Bounds {
  const least = fraction(yes, yes + no + yesOrNo);
  const most = fraction(yes + yesOrNo, yes + no + yesOrNo);
  return {
    low: {
      corners: [
        least,
        fraction(least.numerator, least.denominator + any + noOrOut),
        fraction(least.numerator + yesOrOut, least.denominator + any + noOrOut + yesOrOut),
      ],
    },
    high: {
      corners: [
        most,
        fraction(most.numerator + any + yesOrOut, most.denominator + any + yesOrOut),
        fraction(most.numerator + any + yesOrOut, most.denominator + any + yesOrOut + noOrOut),
      ],
    },
  };
}

/** A share of households by the household rows. Value: those known to have it, out of those known to have it or not. */
export function shareOfHouseholds(share: HouseholdShare): Part {
  return shareOfKinds(share, kindsOf(share));
}

/**
 * The same where it is not recorded at all who is left out of the count: the value leaves out nobody, and each household, whatever it has, could be
 * one of those.
 */
export function shareNotSeparated(share: HouseholdShare): Part {
  const { yes, no, yesOrNo, yesOrOut, noOrOut, any } = kindsOf(share);
  const part = shareOfKinds(share, {
    yes: 0n,
    no: 0n,
    yesOrNo: 0n,
    yesOrOut: yes + yesOrOut,
    noOrOut: no + noOrOut,
    any: any + yesOrNo,
  });
  return { ...part, marks: ['exempt-not-separated'] };
}

function shareOfKinds({ yes, no, answered, absent }: HouseholdShare, kinds: Kinds): Part {
  const denominator = yes.yes + no.yes;
  const missing = answered.unknown + absent;
  const isKnown = denominator > 0n || missing + answered.rejected + answered.rejectedOpen === 0n;
  return {
    value: isKnown ? fraction(yes.yes, denominator) : undefined,
    ...(!isKnown && { reason: 'no-data' }),
    ...(answered.rejectedOpen > 0n ? { low: 'open', high: 'open' } : boundsOfKinds(kinds)),
    missing,
    rejected: answered.rejected + answered.rejectedOpen,
    evidence: absent > 0n ? 'partial' : 'households',
  };
}

/**
 * A share of a whole by two numbers, either of which may be unknown: then there is no value, but there are bounds.
 * Of a whole whose size is known, anything between nothing and all could be the part.
 */
export function shareOfWhole(part: Quantity, whole: Quantity): Part {
  const rejected = part.rejected > whole.rejected ? part.rejected : whole.rejected;
  if (whole.value === 0n && whole.rejected === 0n)
    return { value: fraction(0n, 0n), low: fraction(0n, 0n), high: fraction(0n, 0n), missing: 0n, rejected, evidence: whole.evidence };
  if (part.value !== undefined && whole.value !== undefined && part.value <= whole.value) {
    return {
      value: fraction(part.value, whole.value),
      low: least(part, whole),
      high: greatest(part, whole),
      missing: part.missing,
      rejected,
      evidence: part.evidence === whole.evidence ? part.evidence : 'partial',
      bounded: part.atLeast || whole.atLeast,
    };
  }
  const none = { value: undefined, reason: 'no-data', rejected } as const;
  const size = whole.value ?? whole.readable;
  if (size === undefined) return { ...none, low: least(part, whole), high: greatest(part, whole), missing: 0n };
  const exactly = { ...whole, low: size, high: size };
  const isPossible = part.low <= size;
  return {
    ...none,
    low: isPossible ? least(part, exactly) : fraction(0n, size),
    high: isPossible ? greatest({ ...part, evidence: 'villages' }, exactly) : fraction(size, size),
    missing: rejected > 0n ? 0n : size,
  };
}

/** The least that a part can be of the most that its whole can be. Of a whole that may be any size it is nothing, if nothing is in it. */
function least(part: Quantity, whole: Quantity): Bound {
  if (whole.high !== 'open') return fraction(part.low, whole.high);
  if (part.high === 'open') return 'open';
  return { corners: [fraction(part.low, part.low > whole.low ? part.low : whole.low)], endless: true };
}

/** The most that a part can be of the least that its whole can be. A part is never more than its whole; of persons nobody has counted it is open. */
function greatest(part: Quantity, whole: Quantity): Bound {
  const isCounted = part.evidence === 'villages' && whole.high !== 'open';
  if (part.high === 'open' && !isCounted) return 'open';
  const most = part.high === 'open' || (whole.high !== 'open' && part.high > whole.high) ? (whole.high as bigint) : part.high;
  const smallest = whole.low > part.low ? whole.low : part.low;
  const corners = most <= smallest ? [fraction(most, smallest)] : [fraction(smallest, smallest), fraction(most, most)];
  return { corners, endless: whole.high === 'open' };
}

/** A share of registered households: by the household rows where they tell it, else by two numbers. */
export const shareAsTold = (share: ToldShare): Part =>
  'rows' in share ? shareOfHouseholds(share.rows) : shareOfWhole(share.part, share.whole);

/** A share of projects by their rows. Nothing where no project stands. */
export function shareOfProjects(share: ProjectShare): Part {
  if ('rows' in share) return { ...shareOfHouseholds(share.rows), evidence: undefined };
  const { projects } = share;
  return {
    value: undefined,
    reason: 'no-data',
    low: fraction(0n, projects),
    high: fraction(projects, projects),
    missing: projects,
    rejected: 0n,
  };
}
