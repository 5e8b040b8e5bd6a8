import type { Columns } from './column.ts';
import type { TableOf } from './table.ts';
import type { Condition, ConditionOf } from './condition.ts';
import { defineFact } from './fact.ts';
import type { Fact, Origin } from './fact.ts';

/**
 * The three sums of a share of rows: those of the base that have it, those of the base that do not, and those of either.
 * A row that may lie outside the base, or may or may not have it, is unknown in just the sums that it could belong to;
 * so the least and the greatest share follow from the sums alone.
 */
export function shareFactsOf<C extends Columns>(
  table: TableOf<C>,
  origin: Origin,
  id: string,
  base: ConditionOf<C>,
  has: ConditionOf<C>,
): readonly Fact[] {
  const yes: ConditionOf<C> = { all: [base, has] };
  const no: ConditionOf<C> = { all: [base, { not: has }] };
  const count = (part: string, where: Condition): Fact =>
    defineFact(table, { id: `${id}_${part}`, origin, from: table.id, time: 'stock', sum: 1, where: where as ConditionOf<C> });
  return [count('yes', yes), count('no', no), count('answered', { any: [yes, no] })];
}
