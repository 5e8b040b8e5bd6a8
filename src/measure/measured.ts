import type { Fraction } from '../vocabulary/fraction.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import type { Level, Place } from '../vocabulary/place.ts';
import type { Tally } from '../tally/tally.ts';
import type { Judging, NotJudged, Verdict } from './judge.ts';
import type { Standards } from './standards-at.ts';
import { isOptional } from './lacking.ts';
import type { LackingColumn } from './lacking.ts';
import type { LeftOut, Metric } from './metric.ts';
import type { Evidence, Mark, Reason } from './reason.ts';
import type { EvidencePolicy } from './village-view.ts';

/** What a report's rows are: places of a level, or the units that households are paired with. */
export type By = Level | 'helper-unit';

/** What to measure. */
export interface Query {
  readonly period: Period;
  readonly by: By;
  readonly metrics: readonly Metric[];
  readonly evidence: EvidencePolicy;
  /** Of funds, those of one source alone. */
  readonly source?: string | undefined;
  /** Of a month: what flowed in the year up to it, instead of in the month alone. */
  readonly toDate?: boolean | undefined;
  /** By what to judge; without it nothing is judged. */
  readonly standards?: Standards | undefined;
  /** Where the limits of classes are looked up, if nothing is judged. */
  readonly limits?: Standards | undefined;
}

/** A standard that ought to judge, and why none does. */
export interface Unjudged {
  readonly id: string;
  readonly date: IsoDate;
  readonly why: NotJudged;
}

/** One kind of a number that is broken down. */
export interface MeasuredKind {
  readonly name: string;
  readonly value: bigint;
  readonly atLeast: boolean;
}

/** A metric's answer at a place: a number, or a reason. */
export interface Measured {
  readonly metric: Metric;
  /** Exact; in smallest units (fen) for money. Undefined where there is a reason. */
  readonly value: Fraction | undefined;
  readonly reason: Reason | undefined;
  /** Whether both its parts are known: of nothing out of nothing they are, though there is no value. */
  readonly isKnown: boolean;
  /** Known bounds; undefined where a side is open or there is nothing to bound. */
  readonly low: Fraction | undefined;
  readonly high: Fraction | undefined;
  readonly missing: bigint;
  readonly rejected: bigint;
  readonly evidence: Evidence | undefined;
  readonly marks: readonly Mark[];
  readonly beside: readonly {
    readonly label: Metric['label'];
    readonly unit: Metric['unit'];
    readonly key: string;
    readonly value: bigint;
  }[];
  readonly villages: { readonly used: number; readonly inFile: number };
  /** By kinds, where the metric is broken down. */
  readonly breakdown: readonly MeasuredKind[] | undefined;
  /** By the standard in force, where there is one. */
  readonly verdict: Verdict | undefined;
  /** Why no standard judges it, where one ought to. */
  readonly unjudged: Unjudged | undefined;
  /** Who or what it leaves out, where the files say how many. */
  readonly excluded: readonly { readonly label: LeftOut['label']; readonly unit: LeftOut['unit']; readonly value: bigint }[];
  /** Columns that would settle it and that the files do not have, or leave blank here. */
  readonly lacking: readonly LackingColumn[];
}

export interface MeasuredPlace {
  readonly place: Place;
  /** The helping unit, where the rows of a report are units. */
  readonly unit?: string;
  /** How it is judged, where it is. */
  readonly judging?: Judging | undefined;
  readonly measured: readonly Measured[];
  readonly villages: { readonly used: number; readonly inFile: number };
  /** The villages that it is made of. */
  readonly members: readonly Tally[];
  /** Whether it holds a county that says what its evaluation found. */
  readonly isEvaluated?: boolean;
}

export interface Measurement {
  readonly period: Period;
  readonly places: readonly MeasuredPlace[];
  readonly total: MeasuredPlace;
}

/** Whether the files say nothing at all about a number, so that no row could settle it. Whether there are columns it can do without decides nothing. */
export const isLacking = ({ metric, reason, lacking }: Measured): boolean =>
  reason === 'zero-denominator' || reason?.startsWith('needs-') === true || lacking.some((one) => one.absent && !isOptional(metric, one));
