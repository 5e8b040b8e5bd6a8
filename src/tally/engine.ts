import type { Found } from '../input/findings.ts';
import type { OpenedTable } from '../input/open-table.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { Parameters } from '../input/condition.ts';
import type { Fact } from './fact.ts';
import type { Tallies } from './tally.ts';

/** What is to be added up. */
export interface TallyPlan {
  readonly facts: readonly Fact[];
  /** The dated numbers that hold for a place and period, resolved before its rows are added up. */
  readonly parameters: (place: Place, period: Period) => Parameters;
  /** The period of rows that carry none. */
  readonly snapshot?: Period | undefined;
}

/** The seam: who adds rows up. Findings leave in row order within a file, as they are found. Throws a UserError when the files do not go together. */
export type TallyEngine = (
  opened: readonly OpenedTable[],
  plan: TallyPlan,
  found: Found,
  progress?: (file: string, rows: number) => void,
) => Promise<Tallies>;
