import { villages } from '../../input/tables/villages.ts';
import type { Column } from '../../input/column.ts';
import type { Fact } from '../fact.ts';

const NUMBERS: readonly Column['kind'][] = ['count', 'money'];

/** Every number and every yes/no of a village row, as the village declares it. */
export const declaredFacts: readonly Fact[] = [
  { id: 'rows', origin: 'declared', from: 'villages', time: 'stock', sum: 1 },
  ...Object.entries<Column>(villages.columns).flatMap(([id, { kind, time }]): Fact[] => {
    if (NUMBERS.includes(kind)) return [{ id, origin: 'declared', from: 'villages', time: time!, sum: { column: id } }];
    if (kind === 'yes-no') return [{ id, origin: 'declared', from: 'villages', time: 'stock', sum: 1, where: { yes: id } }];
    return [];
  }),
];
