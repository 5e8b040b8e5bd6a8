import { villages } from '../../input/tables/villages.ts';
import type { Column } from '../../input/column.ts';
import type { Fact } from '../fact.ts';

/** What a county's row may say of the county besides: without it, its villages are added up. */
const OF_THE_WHOLE: readonly string[] = ['rural_population', 'registered_poor_persons', 'remaining_poor_persons'];

/** The numbers in a county's row: what its evaluation found in the sample, and what the sample stands for. */
export const evaluationFacts: readonly Fact[] = [
  { id: 'rows', origin: 'evaluation', from: 'villages', time: 'stock', sum: 1 },
  ...Object.entries<Column>(villages.columns).flatMap(([id, { ofCounty }]): Fact[] =>
    ofCounty || OF_THE_WHOLE.includes(id) ? [{ id, origin: 'evaluation', from: 'villages', time: 'stock', sum: { column: id } }] : [],
  ),
];
