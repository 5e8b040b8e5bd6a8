import { standardInForce } from '../standards/in-force.ts';
import type { NotInForce, StandardInForce } from '../standards/in-force.ts';
import type { Book, Comparison } from '../standards/standard.ts';
import { compareFractions, toDecimal } from '../vocabulary/fraction.ts';
import type { Fraction } from '../vocabulary/fraction.ts';
import { kindOf, periodStart } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import type { Unit } from '../vocabulary/unit.ts';
import { estimatorOf } from './estimators/index.ts';
import type { Metric } from './metric.ts';
import type { Mark, Reason } from './reason.ts';

/** What a criterion came to. `undetermined`: unknown rows could decide it. `not-assessable`: the files say nothing about it. */
export const MET = ['yes', 'no', 'undetermined', 'not-assessable'] as const;
export type Met = (typeof MET)[number];

/** By what, when and where a place is judged. */
export interface Judging {
  readonly book: Book;
  readonly level: 'village' | 'county';
  readonly region: string | undefined;
  /** The day of the standards: the end of the year of exit, where a village has one. */
  readonly date: IsoDate;
  /** The day without it: the end of the period, or the one that was asked for. */
  readonly day: IsoDate;
  readonly period: Period;
}

/** A number judged by the standard in force. */
export interface Verdict extends StandardInForce {
  readonly met: Met;
  /** How many more (or fewer) would pass for certain, in whole units; money in fen of whole yuan. Nothing where the number is not known. */
  readonly shortBy: { readonly amount: bigint; readonly unit: Unit } | undefined;
  /** What is short is the least that it can be: more, if what is not known turns out badly. */
  readonly shortIsLeast: boolean;
  /** The number as printed is on the other side of the threshold than the exact one. */
  readonly hiddenByRounding: boolean;
  /** The number is the very threshold: whether that passes hangs on a word of the document. */
  readonly isOnTheMark: boolean;
  /** The document asks for no less than the year before: whether that is its mark here, lies under it, or is not known. */
  readonly yearBefore?: 'mark' | 'under' | 'unknown';
}

/** What there is to judge: the number and what it could be. */
interface Judged {
  readonly metric: Metric;
  readonly value: Fraction | undefined;
  readonly low: Fraction | undefined;
  readonly high: Fraction | undefined;
  readonly reason: Reason | undefined;
  /** The files say nothing at all about it. */
  readonly isLacking: boolean;
  readonly marks?: readonly Mark[];
}

/** Why no standard judges: none is in force, or it is a mark of a year and the period a month. */
export type NotJudged = NotInForce | { readonly reason: 'annual-standard' };

/** Whether a metric is judged by the year and the period is a month. */
export const isPartOfYear = ({ annual }: Metric, { period }: Judging): boolean => annual === true && kindOf(period) === 'month';

/** The id of the standard by which a place of a level is judged. */
export const standardIdOf = (judgedBy: string, level: Judging['level']): string =>
  judgedBy.includes('/') ? judgedBy : `${level}-exit/${judgedBy}`;

/** The day whose standards judge a number. Of a later period than it is judged in at all, the year of exit says nothing. */
export const dayFor = ({ judgedUntil }: Pick<Metric, 'judgedUntil'>, { date, day, period }: Judging): IsoDate =>
  judgedUntil !== undefined && periodStart(period) > judgedUntil ? day : date;

/** The standard that judges a metric at a place; undefined where none ever does. */
export function standardFor(metric: Metric, judging: Judging): StandardInForce | NotInForce | undefined {
  const { judgedBy } = metric;
  const { book, level, region } = judging;
  if (judgedBy === undefined) return undefined;
  const id = standardIdOf(judgedBy, level);
  const found = standardInForce(book, id, region, dayFor(metric, judging));
  const isKnown = book.standards.some((standard) => standard.id === id && standard.level === level);
  return isKnown ? found : undefined;
}

/** Compares a number, and everything that it could be, with the unrounded threshold. */
export function judge(judged: Judged, inForce: StandardInForce): Verdict {
  const { standard, value: standardValue } = inForce;
  const { threshold } = standardValue;
  const { comparison } = standard;
  const wantsMore = comparison === 'at-least' || comparison === 'above';
  const { exact } = estimatorOf(judged.metric);
  const [value, low, high] = [judged.value, judged.low, judged.high].map((one) => one && exact(one));
  const [worst, best] = wantsMore ? [low, high] : [high, low];
  const passes = (one: Fraction): boolean => isMet(one, comparison, threshold);
  const met: Met =
    value === undefined && judged.isLacking
      ? 'not-assessable'
      : worst && passes(worst)
        ? 'yes'
        : best && !passes(best)
          ? 'no'
          : 'undetermined';
  const rounded = value && judged.metric.unit === 'share' ? asPrinted(value) : value;
  // What fails even at its best needs at least so many; what could go either way needs so many to be sure of it, if there is a worst.
  const from = met === 'no' ? (best ?? value) : met === 'undetermined' ? worst : (worst ?? value);
  const isLeast = met === 'no' && (worst === undefined || best === undefined || compareFractions(worst, best) !== 0);
  return {
    ...inForce,
    met,
    // Where it is not recorded whom to leave out, no household more would settle it.
    shortBy:
      from && value && !judged.metric.estimated && !(met === 'undetermined' && judged.marks?.includes('exempt-not-separated'))
        ? { amount: shortfall(judged.metric, from, comparison, threshold), unit: judged.metric.numerator.unit }
        : undefined,
    shortIsLeast: isLeast,
    hiddenByRounding: value !== undefined && rounded !== undefined && passes(value) !== passes(rounded),
    isOnTheMark: value !== undefined && compareFractions(value, threshold) === 0,
  };
}

/** Which orders of a number to the threshold meet each comparison: the number less (-1), equal (0) or more (1). */
const MEETS: Readonly<Record<Comparison, readonly number[]>> = { 'at-least': [0, 1], above: [1], 'at-most': [-1, 0], below: [-1] };

/** Whether a number meets a comparison with the threshold, exactly. */
const isMet = (value: Fraction, comparison: Comparison, threshold: Fraction): boolean =>
  MEETS[comparison].includes(compareFractions(value, threshold));

/** What a number was one year earlier, and what it could have been. Undefined where the files hold nothing of that year. */
export type YearBefore = Pick<Judged, 'value' | 'low' | 'high'> | undefined;

/**
 * Judges a number of which the document also asks that it is not under that of the year before: the larger of the two is the mark. Where the year
 * before is not known, what meets the document's own mark may still be under it.
 */
export function judgeBesideTheYearBefore(judged: Judged, inForce: StandardInForce, before: YearBefore): Verdict {
  const own = judge(judged, inForce);
  const { threshold } = inForce.value;
  const isMore = (one: Fraction | undefined): one is Fraction => one !== undefined && compareFractions(one, threshold) > 0;
  const against = (mark: Fraction | undefined): Verdict => (isMore(mark) ? judge(judged, withMark(inForce, mark)) : own);
  if (before?.value === undefined)
    return own.met === 'yes'
      ? { ...own, met: before ? 'undetermined' : 'not-assessable', shortBy: undefined, yearBefore: 'unknown' }
      : { ...own, yearBefore: 'unknown' };
  const verdict = against(before.value);
  const isCertain = before.high !== undefined && against(before.high).met === 'yes';
  const met = isCertain ? 'yes' : against(before.low).met === 'no' ? 'no' : verdict.met === 'not-assessable' ? verdict.met : 'undetermined';
  return {
    ...verdict,
    met,
    shortBy: met === verdict.met ? verdict.shortBy : undefined,
    yearBefore: isMore(before.value) ? 'mark' : 'under',
  };
}

/** A standard with another mark in the place of its own. */
const withMark = (inForce: StandardInForce, threshold: Fraction): StandardInForce => ({
  ...inForce,
  value: { ...inForce.value, threshold, value: `${toDecimal({ ...threshold, numerator: threshold.numerator * 100n }, 2)}%` },
});

/** Decimals of a printed percentage, as a fraction of one: 2.996 % is printed as 3.00 %. */
const PRINTED_PLACES = 4;

function asPrinted(value: Fraction): Fraction {
  return { numerator: BigInt(toDecimal(value, PRINTED_PLACES).replace('.', '')), denominator: 10n ** BigInt(PRINTED_PLACES) };
}

const FEN = 100n;

/** How far a number is from meeting the comparison: so many more, or fewer, above the line. Nothing where it is met. */
function shortfall(metric: Metric, value: Fraction, comparison: Comparison, threshold: Fraction): bigint {
  if (isMet(value, comparison, threshold)) return 0n;
  // The threshold times what is below the line, as a fraction of whole units.
  const [top, bottom] = [threshold.numerator * value.denominator, threshold.denominator];
  const wanted = {
    'at-least': ceiling(top, bottom),
    above: floor(top, bottom) + 1n,
    'at-most': floor(top, bottom),
    below: ceiling(top, bottom) - 1n,
  }[comparison];
  const amount = wanted > value.numerator ? wanted - value.numerator : value.numerator - wanted;
  return metric.numerator.unit === 'yuan' ? ceiling(amount, FEN) * FEN : amount;
}

const floor = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b;
const ceiling = (a: bigint, b: bigint): bigint => -floor(-a, b);
