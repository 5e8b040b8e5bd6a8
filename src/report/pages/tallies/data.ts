import type { Tallies } from '../../../tally/tally.ts';
import { TALLIES_HEADER, talliesRows } from '../../../tally/write-tallies.ts';
import type { DataTable } from '../../format.ts';

/** The sums themselves, to be merged later: a row per part of a sum, read back like any table. */
export const talliesData = (all: Tallies): DataTable => ({ columns: TALLIES_HEADER, rows: rowsOf(all) });

function* rowsOf(all: Tallies): Generator<readonly string[]> {
  for (const rows of talliesRows(all)) yield* rows;
}
