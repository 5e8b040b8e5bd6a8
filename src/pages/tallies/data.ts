import type { Tallies } from '../../tally/tally.ts';
import { talliesRows } from '../../tally/write-tallies.ts';
import { PLACE_COLUMNS } from '../../vocabulary/place.ts';
import { sameInBoth } from '../../vocabulary/text.ts';
import type { DataColumn, DataTable } from '../../page/format.ts';

/** A program reads them back: the columns have the same names in every language. */
const COLUMNS = ['tally_schema', ...PLACE_COLUMNS, 'period', 'fact', 'part', 'value', 'inputs', 'parameters', 'unplaced_in'].map(
  (id): DataColumn => ({ id, label: sameInBoth(id), kind: id === 'value' ? 'number' : 'text' }),
);

/** The sums themselves, to be merged later: a row per part of a sum, read back like any table. */
export const talliesData = (all: Tallies): DataTable => ({ columns: COLUMNS, rows: rowsOf(all) });

function* rowsOf(all: Tallies): Generator<readonly string[]> {
  for (const rows of talliesRows(all)) yield* rows;
}
