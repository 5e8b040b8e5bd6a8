import type { Columns, Named, Time } from './column.ts';
import type { Condition, ConditionOf, ParameterId } from './condition.ts';
import type { TableOf } from './table.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Weight } from './weight.ts';

/** Who says so: the village about itself, the household rows, the evaluation of a county, the project rows. */
export type Origin = 'declared' | 'evidence' | 'evaluation' | 'project';

/** Something that rows add up to, as data: what a row weighs, where a condition holds. From it come the sums and the rows behind them. */
export interface Fact {
  /** Unique together with its origin. A declared and an evidence fact of one id answer the same question. */
  readonly id: string;
  readonly origin: Origin;
  readonly from: TableId;
  readonly time: Time;
  readonly sum: Weight;
  readonly where?: Condition;
  /**
   * Broken down: one sum for each value of a column, for each name in a list (a row counts once under each), or for each combination of lists.
   * A row without one counts under `UNNAMED`.
   */
  readonly per?: readonly string[];
  /** The values of the breakdown name persons: they stay within the run, and outside it each is a number. */
  readonly personal?: true;
  /** Of a project that is counted at a larger place: noted under each of its villages, and added to nothing. */
  readonly shared?: true;
}

type Amounts<C extends Columns> = Named<C, 'count' | 'money' | 'quantity'>;

interface FactOf<C extends Columns> extends Fact {
  readonly sum:
    | 1
    | { readonly column: Amounts<C>; readonly times?: Amounts<C> }
    | { readonly column: Amounts<C>; readonly shortOf: ParameterId; readonly times: Amounts<C> }
    | { readonly parameter: ParameterId; readonly times: Amounts<C> };
  readonly where?: ConditionOf<C>;
  readonly per?: readonly Named<C, 'list' | 'choice' | 'text'>[];
}

/** Checks a fact against the columns of the table that it is summed from. */
export const defineFact = <C extends Columns>(_table: TableOf<C>, fact: FactOf<C>): Fact => fact;

/** The name of a fact in tallies. */
export const factKey = ({ origin, id }: Pick<Fact, 'origin' | 'id'>): string => `${origin}.${id}`;

/**
 * The names of the facts of an origin by their ids. Each is one text, made once: a text that is put together anew is read from end to end whenever it is looked
 * up, and every place of a run is asked for the same ones.
 */
export function keysOf(origin: Origin): (id: string) => string {
  const keys = new Map<string, string>();
  return (id) => {
    let key = keys.get(id);
    if (key === undefined) keys.set(id, (key = factKey({ origin, id })));
    return key;
  };
}

/** The name in a breakdown of what the rows do not name. */
export const UNNAMED = '';

/** Between the lists of a combination. */
export const COMBINED = '\u001f';

/** The name of one value of a breakdown in tallies. */
export const breakdownKey = (fact: Pick<Fact, 'origin' | 'id'>, value: string): string => `${factKey(fact)}:${value}`;
