import type { RuleOf } from '../../language/table.ts';
import type { columns } from './columns.ts';

/** What may not hold within one row of the project table. */
export const rules: readonly RuleOf<typeof columns>[] = [
  {
    code: 'date-without-completion',
    severity: 'warning',
    column: 'status',
    broken: { all: [{ known: 'completed_on' }, { column: 'status', oneOf: ['planned', 'under-way'] }] },
  },
];
