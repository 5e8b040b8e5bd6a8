import type { Found } from '../input/findings.ts';
import type { OpenedTable } from '../input/open-table.ts';
import type { ReadRow } from '../input/read-table.ts';
import { kindOf, periodEnd } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { Parameters } from '../language/condition.ts';
import type { Fact } from '../language/fact.ts';
import type { RowAnswer, RowQuery } from './row-query.ts';
import type { Tallies } from './tally.ts';

/** What is to be added up. */
export interface TallyPlan {
  readonly facts: readonly Fact[];
  /** The dated numbers that hold for a place and period, resolved before its rows are added up. */
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

/** The numbers that hold for a place and period, the day to judge at among them. A line of a year is compared with no income of a month. */
export function parametersOf({ parameters, asOf }: TallyPlan, place: Place, period: Period): Parameters {
  const { poverty_line, ...others } = parameters(place, period);
  return {
    ...(poverty_line !== undefined && kindOf(period) === 'year' && { poverty_line }),
    ...others,
    as_of: asOf ?? periodEnd(period),
  };
}

/** A row that counts, and where. */
export interface CountedRow extends ReadRow {
  readonly place: Place;
  readonly period: Period;
}

/** What files come to: their sums, and the answer to each query in its order. Names of persons stand in answers alone. */
export interface Outcome {
  readonly tallies: Tallies;
  readonly rows: readonly RowAnswer[];
}

/** The seam: who adds rows up. Findings leave in row order within a file, as they are found. Throws a UserError when the files do not go together. */
export type TallyEngine = (
  opened: readonly OpenedTable[],
  plan: TallyPlan,
  found: Found,
  progress?: (file: string, rows: number) => void,
) => Promise<Outcome>;
