import type { Columns, Named, Time } from '../input/column.ts';
import type { TableOf } from '../input/table.ts';
import type { TableId } from '../vocabulary/table.ts';
import { writtenColumns } from './project-state.ts';
import { canAnswer } from '../input/readings/can-answer.ts';
import { columnsIn } from '../input/readings/columns.ts';
import { tables } from '../input/tables/index.ts';
import { lackingColumns } from '../input/readings/lacking-columns.ts';
import type { Condition, ConditionOf, ParameterId } from '../input/condition.ts';

/** Who says so: the village about itself, the household rows, the evaluation of a county, the project rows. */
export type Origin = 'declared' | 'evidence' | 'evaluation' | 'project';

/** What one row weighs where the condition holds: 1, what a column says, or a product with another column. */
export type Weight =
  | 1
  | { readonly column: string; readonly times?: string }
  /** How far a column falls short of a parameter, never less than nothing. */
  | { readonly column: string; readonly shortOf: ParameterId; readonly times: string }
  /** The parameter itself, once for each of the column. */
  | { readonly parameter: ParameterId; readonly times: string };

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
  /** The values of the breakdown name persons: they are counted and never leave the process. */
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

/** The name in a breakdown of what the rows do not name. */
export const UNNAMED = '';

/** Between the lists of a combination. */
export const COMBINED = '\u001f';

/** The name of one value of a breakdown in tallies. */
export const breakdownKey = (fact: Pick<Fact, 'origin' | 'id'>, value: string): string => `${factKey(fact)}:${value}`;

/** The columns that weigh a row. */
const weighing = (sum: Weight): readonly string[] =>
  sum === 1 ? [] : [...('column' in sum ? [sum.column] : []), ...(sum.times === undefined ? [] : [sum.times])];

/** Whether rows with the given columns can answer a fact at all. Of a combination, only the last list must be there. */
export const isAnswerable = ({ where, sum, per = [] }: Fact, has: ReadonlySet<string>): boolean =>
  (!where || canAnswer(where, has)) && [...weighing(sum), ...per.slice(-1)].every((column) => has.has(column));

/** Every column that a fact reads. */
export const columnsOf = ({ where, sum, per = [] }: Fact): readonly string[] => [
  ...(where ? columnsIn(where) : []),
  ...weighing(sum),
  ...per,
];

/** The columns for want of which a file cannot answer a fact. */
export function lackingFor(fact: Fact, has: ReadonlySet<string>): readonly string[] {
  if (isAnswerable(fact, has)) return [];
  const { where, ...weighed } = fact;
  const lacking = [...(where ? lackingColumns(where, has) : []), ...columnsOf(weighed).filter((column) => !has.has(column))];
  return writtenColumns(lacking).filter((column) => !has.has(column));
}

/** The columns of a fact that its table can do without. Whether a household is registered follows from its status as well. */
export const optionalColumnsOf = (fact: Fact): readonly string[] =>
  columnsOf(fact).filter((column) => !tables[fact.from].columns[column]?.required && column !== 'registered');
