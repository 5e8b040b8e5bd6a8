import { above, leftOut, reading } from './reader.ts';
import { declared } from './readers/index.ts';
import type { Quantity } from './quantity.ts';

/** A village's recurring collective income, and whether what it leaves out was known. */
export interface RecurringIncome {
  readonly income: Quantity;
  readonly separated: boolean;
}

/**
 * All receipts less subsidies and one-off money, in fen. A receipt is in one of these two, never in both. Where one of them is not known, what is left
 * after the other is the most it can be, and nothing the least.
 * Source: Guangxi village exit form 2017, item 10 ("稳定的收入"); 收益分配统计表 (补助收入 apart).
 */
export const recurringIncome = reading(
  {
    receipts: above(declared('collective_income')),
    subsidies: leftOut(declared('subsidy_income')),
    oneOff: leftOut(declared('one_off_income')),
  },
  ({ receipts, subsidies, oneOff }): RecurringIncome => {
    const takenAway = [subsidies, oneOff];
    if (receipts.value === undefined) return { income: { ...receipts, low: 0n, high: 'open' }, separated: true };
    const separated = takenAway.every(({ value }) => value !== undefined);
    const value = takenAway.reduce((left, { value: part }) => left - (part ?? 0n), receipts.value);
    const exact = separated && receipts.rejected === 0n && takenAway.every(({ atLeast }) => !atLeast);
    const atLeast = receipts.atLeast || takenAway.some((part) => part.atLeast);
    return { income: { ...receipts, atLeast, value, low: exact ? value : 0n, high: receipts.high === 'open' ? 'open' : value }, separated };
  },
);
