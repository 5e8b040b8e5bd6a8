import { TALLIES_HEADER, talliesRows } from '../../tally/write-tallies.ts';
import { csvText } from '../csv-text.ts';
import type { Format } from '../format.ts';

/** The sums themselves, to be merged later: what `aid-metrics tally` writes. */
export const tallies: Format = {
  id: 'tallies',
  ending: undefined,
  write: (_, all) => csvText([TALLIES_HEADER, ...[...talliesRows(all)].flat()]),
};
