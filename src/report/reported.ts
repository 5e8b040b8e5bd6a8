import type { By } from '../measure/measured.ts';
import type { Metric } from '../measure/metric.ts';
import type { Evidence, Mark, Reason } from '../measure/reason.ts';
import type { Input } from '../tally/tally.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import type { PlacePart } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { Terms } from '../vocabulary/terms.ts';
import type { Unit } from '../vocabulary/unit.ts';
import type { ReportKind } from './breakdown.ts';
import type { ReportVerdict } from './verdict.ts';

/** A metric as the heading of a report. */
export interface ReportMetric {
  readonly id: string;
  readonly label: string;
  /** The label where a column has room for little. */
  readonly short: string;
  readonly unit: Unit;
  readonly unitName: string;
  /** The unit as programs read it. */
  readonly unitCode: string;
  /** The metric as the name of a column, its unit in it. */
  readonly column: string;
  readonly shape: Metric['shape'];
  /** What is counted above and below the line, where both count the same. */
  readonly countUnit: string | undefined;
  /** Whether there are standards for it at all. */
  readonly isJudged: boolean;
}

/** What is said of an answer, be it a number or a reason. */
export interface CellParts {
  readonly metric: ReportMetric;
  readonly missing: number;
  readonly rejected: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly plainLow: string;
  readonly plainHigh: string;
  readonly evidence: Evidence | undefined;
  readonly marks: readonly Mark[];
  readonly villages: { readonly used: number; readonly inFile: number };
  readonly beside: readonly { readonly key: string; readonly label: string; readonly value: number; readonly unit: string }[];
  /** Columns for want of which there is no number, or one that is not separated. */
  readonly lacking: readonly { readonly table: TableId; readonly column: string; readonly label: string; readonly absent: boolean }[];
  /** 95.78%, ≥82000.00, — */
  readonly text: string;
  /** 93.10%–97.00%: what it could be; only where rows are missing or rejected, or the parts are not separated. */
  readonly range: string | undefined;
  readonly verdict: ReportVerdict | undefined;
  /** By kinds, where the metric is broken down. */
  readonly breakdown: readonly ReportKind[] | undefined;
  /** What else must be said beside the number, in a few words each. */
  readonly remarks: readonly string[];
  /** The same, each with what it is of: a page may say some of it once for many cells. */
  readonly said: readonly ReportRemark[];
  /** The same without a number of its own, to stand as a note that many cells share; what is missing is said by a sign. */
  readonly notes: readonly string[];
  /** Of these, why there is no number, or no exact one. */
  readonly reasons: string | undefined;
}

/** One thing that must be said beside a number. */
export interface ReportRemark {
  readonly of: 'reason' | 'mark' | 'lacking' | 'missing' | 'rejected' | 'evidence' | 'villages' | 'beside';
  readonly text: string;
}

/** The two counts that a number is made of. */
export interface ReportCounts {
  readonly numerator: number;
  readonly denominator: number;
  readonly plainNumerator: string;
  readonly plainDenominator: string;
  /** 159/166: shown under the number. Absent where the number is no division of them. */
  readonly division: string | undefined;
}

/** A number. */
export interface NumberCell extends CellParts {
  readonly value: number;
  /** 95.78: the number alone, for a column whose name carries the unit. */
  readonly plain: string;
  /** Absent of a sum, and of a number that is estimated. */
  readonly counts: ReportCounts | undefined;
  /** Why no standard judges it, where one ought to. */
  readonly reason: 'annual-standard' | undefined;
}

/** No number, and why. It holds nothing that could be printed in its place. */
export interface ReasonCell extends CellParts {
  readonly value: null;
  readonly plain?: undefined;
  readonly counts?: undefined;
  readonly reason: Reason;
}

/** A metric's answer at a place, with every text that a person or a file needs of it: a number or a reason. Formats only place them. */
export type ReportCell = NumberCell | ReasonCell;

export interface ReportPlace {
  readonly place: Readonly<Record<PlacePart | 'village_code', string | null>>;
  /** The place as a person says it, without the parts that all places share. */
  readonly name: string;
  /** The helping unit, where the rows are units. */
  readonly unit?: string;
  readonly cells: readonly ReportCell[];
  readonly villages: { readonly used: number; readonly inFile: number };
}

export interface Report {
  readonly lang: Lang;
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly by: By;
  readonly terms: Terms;
  readonly metrics: readonly ReportMetric[];
  readonly inputs: readonly Input[];
  readonly places: readonly ReportPlace[];
  readonly total: ReportPlace;
  readonly findings: { readonly errors: number; readonly warnings: number };
  readonly notes: readonly string[];
  /** What stands under the figures: by which documents they are judged. */
  readonly footnotes: readonly string[];
}
