import type { Parameters } from '../language/condition.ts';
import type { Fact } from '../language/fact.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { RowAnswer, RowQuery } from './row-query.ts';
import type { Tallies } from './tally.ts';

/** What is to be added up. */
export interface TallyPlan {
  readonly facts: readonly Fact[];
  /** The dated numbers that hold for a place and period. Engines look them up in DatedNumbers. */
  readonly parameters: (place: Place, period: Period) => Parameters;
  /** The day at which the state of a period is judged; the period's end where it does not say. */
  readonly asOf?: IsoDate | undefined;
  /** A period of which the state of projects is asked, also where no row is of it. */
  readonly period?: Period | undefined;
  /** The period of rows that carry none. */
  readonly snapshot?: Period | undefined;
  /** Where every row is to be read as if none were plain: to hold the two ways to one result. */
  readonly plainRows?: 'read' | undefined;
  /** What is asked of the rows themselves, for those who list them. */
  readonly rows?: readonly RowQuery[] | undefined;
}

/** What files come to: their sums, and the answer to each query in its order. Names of persons stand in answers alone. */
export interface Outcome {
  readonly tallies: Tallies;
  readonly rows: readonly RowAnswer[];
}
