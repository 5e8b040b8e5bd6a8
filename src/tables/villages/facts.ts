import type { Column } from '../../language/column.ts';
import { villages } from './table.ts';
import type { Fact } from '../../language/fact.ts';

/** A year is the number of the one row that a village has in a period; nobody reads it of a larger place. */
const NUMBERS: readonly Column['kind'][] = ['count', 'money', 'year'];

/** Every number and every yes/no of a village row, as the village declares it. */
export const declaredFacts: readonly Fact[] = [
  { id: 'rows', origin: 'declared', from: 'villages', time: 'stock', sum: 1 },
  ...Object.entries<Column>(villages.columns).flatMap(([id, { kind, time, ofCounty }]): Fact[] => {
    if (ofCounty) return [];
    if (NUMBERS.includes(kind)) return [{ id, origin: 'declared', from: 'villages', time: time ?? 'stock', sum: { column: id } }];
    if (kind === 'yes-no') return [{ id, origin: 'declared', from: 'villages', time: 'stock', sum: 1, where: { yes: id } }];
    return [];
  }),
];

/** What a county's row may say of the county besides: without it, its villages are added up. */
const OF_THE_WHOLE: readonly string[] = ['rural_population', 'registered_poor_persons', 'remaining_poor_persons'];

/** The numbers in a county's row: what its evaluation found in the sample, and what the sample stands for. */
export const evaluationFacts: readonly Fact[] = [
  { id: 'rows', origin: 'evaluation', from: 'villages', time: 'stock', sum: 1 },
  ...Object.entries<Column>(villages.columns).flatMap(([id, { ofCounty }]): Fact[] =>
    ofCounty || OF_THE_WHOLE.includes(id) ? [{ id, origin: 'evaluation', from: 'villages', time: 'stock', sum: { column: id } }] : [],
  ),
];
