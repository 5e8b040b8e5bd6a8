import type { Unit } from '../vocabulary/unit.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Part } from './part.ts';
import type { Reason } from './reason.ts';
import type { VillageView } from './village-view.ts';

export const METRIC_GROUPS = ['core', 'industry', 'income', 'pairing'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

/** Which tables can answer a metric: any one of the sets listed. */
export type Sufficient = readonly ('villages' | 'households')[][];

/** What an auditor is shown of a number: the rows above the line, below it, and those whose answer is not known. */
export interface Behind {
  readonly numerator: readonly string[];
  readonly denominator?: readonly string[];
  /** Counted above or below the line, and taken away again. */
  readonly leftOut?: readonly string[];
}

/** A figure by which poverty alleviation is judged. */
export interface Metric {
  readonly id: string;
  readonly group: MetricGroup;
  readonly label: Text;
  readonly unit: Unit;
  /** A ratio is divided once, at the end; an amount is a sum. Growth is a ratio of change to base. */
  readonly shape: 'ratio' | 'amount' | 'growth';
  /** What is counted above and below the line, for people. */
  readonly numerator: { readonly label: Text; readonly unit: Unit };
  readonly denominator?: { readonly label: Text; readonly unit: Unit };
  /** Why there is no number when the denominator is zero (or, for growth, not positive). */
  readonly withoutDenominator: Reason;
  readonly definition: Text;
  readonly formula: Text;
  /** The document or statistic that the formula comes from. */
  readonly source: Text;
  readonly sufficient: Sufficient;
  /** Facts that it reads, by `origin.id`: only these are tallied. */
  readonly uses: readonly string[];
  /** The facts whose rows stand behind the number, by `origin.id`: where both household rows and the village row could, those of both. */
  readonly behind: Behind;
  /** One village's share. A metric that compares also sees the village one year earlier. */
  readonly part: (village: VillageView) => Part;
  /** Numbers to be shown beside it. */
  readonly beside?: readonly { readonly fact: string; readonly label: Text; readonly unit: Unit }[];
}

/** Keeps a metric's shape checked where it is written. */
export const defineMetric = (metric: Metric): Metric => metric;
