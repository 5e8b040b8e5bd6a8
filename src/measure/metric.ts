import type { IsoDate } from '../vocabulary/period.ts';
import type { Unit } from '../vocabulary/unit.ts';
import type { Level } from '../vocabulary/place.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Part } from './part.ts';
import type { Shape } from './estimators/index.ts';
import { existing, reading } from './reader.ts';
import type { Behind, Read, Reads } from './reader.ts';
export type { Behind } from './reader.ts';
import type { Reason } from './reason.ts';
import type { VillageView } from './village-view.ts';

export const METRIC_GROUPS = ['core', 'industry', 'income', 'pairing', 'guarantees', 'village', 'exits', 'evaluation', 'funds'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

/** Which tables can answer a metric: any one of the sets listed. */
export type Sufficient = readonly (readonly ('villages' | 'households' | 'projects')[])[];

/** Rows or money that a number leaves out by definition: as the household rows have them, or as the village row does. */
export interface LeftOut {
  readonly label: Text;
  readonly unit: Unit;
  readonly evidence?: string;
  readonly declared?: string;
}

/** A number by kinds. Its names are values of a column; under the unit `named` each name is the unit of its own number, a quantity. */
export interface Breakdown {
  readonly fact: string;
  readonly column: string;
  readonly unit: Unit | 'named';
}

/** A figure by which poverty alleviation is judged. */
export interface Metric {
  readonly id: string;
  readonly group: MetricGroup;
  readonly label: Text;
  /** The label where a column has room for little. */
  readonly short?: Text;
  readonly unit: Unit;
  /** A ratio is divided once, at the end; an amount is a sum. Growth is a ratio of change to base, a mean one of money to persons. */
  readonly shape: Shape;
  /** What it is measured of: villages, unless it says projects, which may stand at a larger place too, or the evaluation of a county. */
  readonly of?: 'projects' | 'evaluation';
  /**
   * What of an exit standard judges it: the standard is `village-exit/…`, `county-exit/…` by the level of the place.
   * A whole id (`exit-evaluation/…`) judges the places of that standard's level alone.
   */
  readonly judgedBy?: string;
  /** The last day of the periods in which it is judged by the standards of an earlier year: that of the village's exit. */
  readonly judgedUntil?: IsoDate;
  /** What judges it is a mark of a year: no month is judged by it, and what has come in up to a month only where it has reached the mark. */
  readonly annual?: true;
  /**
   * It counts what flowed in its period, so that the months of a year can be added up. `recounted`: whoever is counted in two months is counted
   * twice, so that the sum is the most that it can be.
   */
  readonly flow?: 'added' | 'recounted';
  /** Extrapolated from a sample: what stands above and below the line counts nobody, and is not shown. */
  readonly estimated?: true;
  /** The rows behind it do not add up to what stands above and below its line, so that no sum of them is shown. */
  readonly unsummed?: true;
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
  /** In villages whose files lack a column, so that the number is made of other facts: which then stand behind it. */
  readonly otherwise?: { readonly in: (village: VillageView) => boolean; readonly behind: Behind };
  /** One village's share. A metric that compares also sees the village one year earlier. */
  readonly part: (village: VillageView) => Part;
  /** The share of one helping unit in a village, for reports whose rows are units. */
  readonly ofHelperUnit?: (village: VillageView, unit: string) => Part;
  /** Numbers to be shown beside it, some of them at one level of place only. */
  readonly beside?: readonly { readonly fact: string; readonly label: Text; readonly unit: Unit; readonly level?: Level }[];
  /** Who or what it leaves out, to be said beside a verdict. */
  readonly excluded?: readonly LeftOut[];
  /** The number by kinds: a fact that is broken down. */
  readonly breakdown?: Breakdown;
}

/** What follows from what a metric reads. */
type Following = 'uses' | 'behind' | 'otherwise' | 'part' | 'ofHelperUnit';

/** A metric as it is written: what it reads, and a formula that sees just that. */
export interface MetricDefinition<R extends Reads, U extends Reads> extends Omit<Metric, Following> {
  readonly reads: R;
  /** One village's share. Pure. */
  readonly part: (read: Read<R>) => Part;
  /** In villages whose files lack a column: which rows stand behind the number there. */
  readonly otherwise?: { readonly in: (read: Read<R>) => boolean; readonly behind: Partial<Behind> };
  /** The share of one helping unit in a village. */
  readonly ofHelperUnit?: { readonly reads: U; readonly part: (read: Read<U>, unit: string) => Part };
}

/** Makes a metric of its definition: the facts that it uses and the rows behind it follow from what it reads and shows. */
export function defineMetric<const R extends Reads, const U extends Reads = Reads>(definition: MetricDefinition<R, U>): Metric {
  const { reads, part, otherwise, ofHelperUnit, ...rest } = definition;
  const own = reading(reads, part);
  const isOtherwise = otherwise && reading(reads, otherwise.in);
  const unit = ofHelperUnit && reading(ofHelperUnit.reads, (read) => read);
  return {
    ...rest,
    uses: [...new Set([...own.uses, ...(unit?.uses ?? []), ...shownOf(rest)])],
    behind: whole(own.behind),
    ...(isOtherwise && { otherwise: { in: isOtherwise.read, behind: whole(otherwise.behind) } }),
    part: own.read,
    ...(unit && { ofHelperUnit: (village, name) => ofHelperUnit.part(unit.read(village), name) }),
  };
}

const whole = (behind: Partial<Behind>): Behind => ({ numerator: [], ...behind });

/** The facts that are shown beside a number, and that no formula needs. */
const shownOf = ({ beside = [], excluded = [], breakdown }: Pick<Metric, 'beside' | 'excluded' | 'breakdown'>): readonly string[] =>
  existing([
    ...beside.map(({ fact }) => fact),
    ...excluded.flatMap(({ evidence, declared }) => [
      ...(evidence === undefined ? [] : [`evidence.${evidence}`]),
      ...(declared === undefined ? [] : [`declared.${declared}`]),
    ]),
    ...(breakdown ? [breakdown.fact] : []),
  ]);
