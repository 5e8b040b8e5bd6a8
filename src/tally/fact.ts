import type { Columns, Named, TableOf, Time } from '../input/column.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Condition, ConditionOf } from '../input/condition.ts';

/** Who says so: the village about itself, the household rows, the project rows. */
export type Origin = 'declared' | 'evidence' | 'project';

/** What one row weighs where the condition holds: 1, or what a column says. */
export type Weight = 1 | { readonly column: string };

/** Something that rows add up to, as data: what a row weighs, where a condition holds. From it come the sums and the rows behind them. */
export interface Fact {
  /** Unique together with its origin. A declared and an evidence fact of one id answer the same question. */
  readonly id: string;
  readonly origin: Origin;
  readonly from: TableId;
  readonly time: Time;
  readonly sum: Weight;
  readonly where?: Condition;
}

interface FactOf<C extends Columns> extends Fact {
  readonly sum: 1 | { readonly column: Named<C, 'count' | 'money' | 'quantity'> };
  readonly where?: ConditionOf<C>;
}

/** Checks a fact against the columns of the table that it is summed from. */
export const defineFact = <C extends Columns>(_table: TableOf<C>, fact: FactOf<C>): Fact => fact;

/** The name of a fact in tallies. */
export const factKey = ({ origin, id }: Pick<Fact, 'origin' | 'id'>): string => `${origin}.${id}`;
