import type { Quantity, VillageView } from './village-view.ts';

/** The columns of receipts that recurring income leaves out. A receipt is in one of them, never in both. */
const LEFT_OUT = ['subsidy_income', 'one_off_income'] as const;

/** A village's recurring collective income, and whether what it leaves out was known. */
export interface RecurringIncome {
  readonly income: Quantity;
  readonly separated: boolean;
}

/**
 * All receipts less subsidies and one-off money, in fen. Where one of these is not known, what is left after the other is the most it can be,
 * and nothing the least. Source: Guangxi village exit form 2017, item 10 ("稳定的收入"); 收益分配统计表 (补助收入 apart).
 */
export function recurringIncome(village: VillageView): RecurringIncome {
  const receipts = village.declared('collective_income');
  const leftOut = LEFT_OUT.map((id) => village.declared(id));
  if (receipts.value === undefined) return { income: { ...receipts, low: 0n, high: 'open' }, separated: true };
  const separated = leftOut.every(({ value }) => value !== undefined);
  const value = leftOut.reduce((left, { value: part }) => left - (part ?? 0n), receipts.value);
  const exact = separated && receipts.rejected === 0n && leftOut.every(({ atLeast }) => !atLeast);
  const atLeast = receipts.atLeast || leftOut.some((part) => part.atLeast);
  return { income: { ...receipts, atLeast, value, low: exact ? value : 0n, high: receipts.high === 'open' ? 'open' : value }, separated };
}

/** The facts that it reads. */
export const recurringIncomeFacts = ['collective_income', ...LEFT_OUT].map((id) => `declared.${id}`);
