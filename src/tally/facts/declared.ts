import { villages } from '../../input/tables/villages.ts';
import type { Column } from '../../input/column.ts';
import type { Fact } from '../fact.ts';

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
