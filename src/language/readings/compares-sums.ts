import type { Rule } from '../table.ts';

/** Whether a rule compares sums of columns that a table has: no single column and no class of a number tells whether it is broken. */
export const comparesSums = (rule: Rule, has: ReadonlySet<string>): boolean =>
  !('broken' in rule) &&
  rule.sum.some((column) => has.has(column)) &&
  ('exceeds' in rule ? rule.exceeds : rule.equals).every((column) => has.has(column));
