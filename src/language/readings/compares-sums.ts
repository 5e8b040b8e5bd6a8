import type { BalanceRule, Rule, SumRule } from '../table.ts';

/** Columns that are added up. Where one of `known` is not known there is no sum; those of `ifKnown` count as nothing then. */
export interface Addends {
  readonly known: readonly string[];
  readonly ifKnown: readonly string[];
}

/** Two sums of which one may not be more than the other, or may not differ from it. */
export interface SumsCompared {
  readonly one: Addends;
  readonly differs: 'more' | 'either way';
  readonly other: Addends;
}

/** What a rule of sums compares. Of rows with the same difference of these sums, and with the same columns known, all break it or none. */
export function sumsComparedBy(rule: SumRule | BalanceRule): SumsCompared {
  if ('equals' in rule) return { one: { known: rule.sum, ifKnown: [] }, differs: 'either way', other: { known: rule.equals, ifKnown: [] } };
  return { one: { known: [], ifKnown: rule.sum }, differs: 'more', other: { known: rule.exceeds, ifKnown: rule.plusIfKnown ?? [] } };
}

/** Whether a rule compares sums of columns that a table has: no single column and no class of a number tells whether it is broken. */
export const comparesSums = (rule: Rule, has: ReadonlySet<string>): boolean =>
  !('broken' in rule) &&
  rule.sum.some((column) => has.has(column)) &&
  ('exceeds' in rule ? rule.exceeds : rule.equals).every((column) => has.has(column));
