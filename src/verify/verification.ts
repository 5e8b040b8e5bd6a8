import type { Fraction } from '../vocabulary/fraction.ts';
import type { CountRange, OpenCountRange, Shortening } from '../vocabulary/percent.ts';
import {
  cutOff,
  denominatorsBeside,
  denominatorsThatFit,
  numeratorsBeside,
  numeratorsThatFit,
  placesOf,
  shortened,
  SHORTENINGS,
} from '../vocabulary/percent.ts';
import { leastPairThatFits, pairsThatFit } from './percent-pairs.ts';

/** More than so many fits are not listed: their number and range say it. */
export const MOST_LISTED = 20;

/** What is asked about a published percentage (as typed, without its sign), told by what else is known. */
export type Question = { readonly percent: string } & (
  | { readonly kind: 'fit'; readonly numerator: bigint; readonly denominator: bigint }
  | { readonly kind: 'numerators'; readonly denominator: bigint }
  | { readonly kind: 'denominators'; readonly numerator: bigint; readonly most: bigint | undefined }
  | { readonly kind: 'pairs'; readonly most: bigint }
);

/** What fits under one way of shortening. */
export interface Fits {
  /** How many there are; undefined where there is no end to them. */
  readonly count: bigint | undefined;
  /** All of them, or of too many pairs the first. Too many counts are told by their range alone: every whole number in it fits. */
  readonly listed: readonly Fraction[];
  /** From which to which numerator; undefined where nothing fits, and where pairs have many. */
  readonly numerators: CountRange | undefined;
  readonly denominators: OpenCountRange | undefined;
}

export type BothReadings = Readonly<Record<Shortening, Fits>>;

/** A share beside what it prints as. */
export interface ShownShare {
  readonly share: Fraction;
  /** In per cent, four decimals more than were typed, cut off; "…" where more would follow. */
  readonly exact: string;
  readonly printed: Readonly<Record<Shortening, string>>;
}

/** The answer to a question: rounding and truncation apart, always both. */
export interface Verification {
  readonly question: Question;
  readonly fits: BothReadings;
  /** Whether something fits under either. */
  readonly anyFit: boolean;
  /** The share asked about, where numerator and denominator are both given. */
  readonly asked: ShownShare | undefined;
  /** Where nothing fits: the shares next to the percentage, or of pairs the first beyond the limit. */
  readonly nearest: readonly ShownShare[];
  /** Where numerator and denominator are given and do not fit: what would, if only one of them were right. */
  readonly instead: { readonly denominators: BothReadings; readonly numerators: BothReadings } | undefined;
}

/** Which whole-number counts give a published percentage. */
export function verify(question: Question): Verification {
  const fits = eitherReading((how) => fitsOf(question, how));
  const anyFit = SHORTENINGS.some((how) => fits[how].count !== 0n);
  const { percent } = question;
  return {
    question,
    fits,
    anyFit,
    asked: question.kind === 'fit' ? shown(question, percent) : undefined,
    nearest: anyFit ? [] : nearestTo(question).map((share) => shown(share, percent)),
    instead:
      anyFit || question.kind !== 'fit'
        ? undefined
        : {
            denominators: eitherReading((how) => fitsOf({ ...question, kind: 'denominators', most: undefined }, how)),
            numerators: eitherReading((how) => fitsOf({ ...question, kind: 'numerators' }, how)),
          },
  };
}

const eitherReading = (fitsUnder: (how: Shortening) => Fits): BothReadings => ({
  rounded: fitsUnder('rounded'),
  truncated: fitsUnder('truncated'),
});

const NOTHING: Fits = { count: 0n, listed: [], numerators: undefined, denominators: undefined };

function fitsOf(question: Question, how: Shortening): Fits {
  const { percent } = question;
  if (question.kind === 'pairs') {
    const { count, first, denominators } = pairsThatFit(percent, question.most, how, MOST_LISTED);
    return { count, listed: first, numerators: undefined, denominators };
  }
  if (question.kind === 'denominators') {
    const { numerator, most } = question;
    const fitting = denominatorsThatFit(percent, numerator, how);
    const last = most === undefined || (fitting?.last !== undefined && fitting.last < most) ? fitting?.last : most;
    if (!fitting || (last !== undefined && last < fitting.first)) return NOTHING;
    return block({ first: numerator, last: numerator }, { first: fitting.first, last });
  }
  const { denominator } = question;
  const alone = { first: denominator, last: denominator };
  const fitting = numeratorsThatFit(percent, denominator, how);
  if (!fitting) return NOTHING;
  if (question.kind === 'numerators') return block(fitting, alone);
  const { numerator } = question;
  return fitting.first <= numerator && numerator <= fitting.last ? block({ first: numerator, last: numerator }, alone) : NOTHING;
}

/** Fits of which one side is a single count: every whole number of the other side's range. */
function block(numerators: CountRange, denominators: OpenCountRange): Fits {
  const last = denominators.last;
  const count = last === undefined ? undefined : (numerators.last - numerators.first + 1n) * (last - denominators.first + 1n);
  const listed: Fraction[] = [];
  if (last !== undefined && count! <= BigInt(MOST_LISTED)) {
    for (let { first: denominator } = denominators; denominator <= last; denominator++)
      for (let { first: numerator } = numerators; numerator <= numerators.last; numerator++) listed.push({ numerator, denominator });
  }
  return { count, listed, numerators, denominators };
}

/** Where nothing fits: the shares next below and above the percentage, or the least pair beyond the limit. */
function nearestTo(question: Question): readonly Fraction[] {
  const { percent } = question;
  if (question.kind === 'fit') return [];
  if (question.kind === 'numerators') {
    const { denominator } = question;
    return numeratorsBeside(percent, denominator).map((numerator) => ({ numerator, denominator }));
  }
  if (question.kind === 'denominators') {
    const { numerator, most } = question;
    return denominatorsBeside(percent, numerator, most).map((denominator) => ({ numerator, denominator }));
  }
  const [rounded, truncated] = [leastPairThatFits(percent, 'rounded'), leastPairThatFits(percent, 'truncated')];
  return [truncated.denominator < rounded.denominator ? truncated : rounded];
}

const FURTHER_PLACES = 4;

function shown({ numerator, denominator }: Fraction, percent: string): ShownShare {
  const share = { numerator, denominator };
  const { text, exact } = cutOff(share, placesOf(percent) + FURTHER_PLACES);
  return {
    share,
    exact: exact ? `${text.replace(/\.?0+$/u, '')}%` : `${text}…%`,
    printed: { rounded: `${shortened(share, percent, 'rounded')}%`, truncated: `${shortened(share, percent, 'truncated')}%` },
  };
}
