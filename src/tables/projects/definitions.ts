import type { ConditionOf } from '../../language/condition.ts';
import type { projects } from './table.ts';
import type { projectState } from './money-columns.ts';

export type ProjectCondition = ConditionOf<typeof projects.columns>;

/** 已终止: neither late nor to be completed. */
export const stopped: ProjectCondition = { column: 'status', oneOf: ['stopped'] };
export const completed: ProjectCondition = { column: 'status', oneOf: ['completed'] };

/** The rows of which a spending rate can be told. */
export const bothKnown: ProjectCondition = { all: [{ known: 'received_yuan' }, { known: 'spent_yuan' }] };

/** The same of all rows up to the day to judge at. */
export const bothKnownToDate: ConditionOf<typeof projectState.columns> = {
  all: [{ known: 'received_to_date' }, { known: 'spent_to_date' }],
};

/** Neither completed nor stopped, and its planned end is past. */
export const overdue: ProjectCondition = { all: [{ not: stopped }, { not: completed }, { column: 'planned_end', before: 'as_of' }] };
