import type { Amount } from '../../language/column.ts';
import type { Row } from '../../language/row.ts';
import { endsYear, kindOf, periodEnd, periodStart } from '../../vocabulary/period.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';

/** A row of a project, as far as its money is concerned. Of a rejected row nothing is known. */
export interface Flow {
  readonly period: Period;
  readonly received: Amount | undefined;
  readonly spent: Amount | undefined;
}

/**
 * The latest row of a project with what it received and spent up to a day. The row of a year stands for its months once the year is over;
 * before, the months stand for it. A sum with an unknown part is not known; what is left may be all the same, as at least so much.
 */
export function withMoneyToDate(latest: Row, flows: readonly Flow[], day: IsoDate): Row {
  const { counted, received, spent } = moneyUpTo(flows, day);
  const left = leftOf(received, spent);
  const since = left && left.amount > 0n ? sinceWhen(counted, spent.amount.amount) : undefined;
  return {
    ...latest,
    received_to_date: received.isWhole ? received.amount : undefined,
    spent_to_date: spent.isWhole ? spent.amount : undefined,
    left_to_date: left,
    unspent_to_date: left && (left.amount > 0n ? left : { amount: 0n, atLeast: left.atLeast }),
    left_since: since,
    left_age: since && ageOf(since, day),
  };
}

/** Whole years from the end of a period to a day. */
export function fullYears(since: IsoDate, day: IsoDate): bigint {
  const years = BigInt(day.slice(0, 4)) - BigInt(since.slice(0, 4));
  const full = day.slice(5) >= since.slice(5) ? years : years - 1n;
  return full > 0n ? full : 0n;
}

/** 结余两年以上: money left for two years and more is the money that budgets call in (国办发〔2014〕70号, 结转两年以上的资金). */
export const OLD_AFTER_YEARS = 2n;

function ageOf(since: IsoDate, day: IsoDate): string {
  const years = fullYears(since, day);
  return years >= OLD_AFTER_YEARS ? 'two-years-and-more' : years === 0n ? 'under-one-year' : 'one-year';
}

/** What a project received and spent up to a day, and the rows that tell it. */
export function moneyUpTo(
  flows: readonly Flow[],
  day: IsoDate,
): { readonly counted: readonly Flow[]; readonly received: Total; readonly spent: Total } {
  const counted = withoutOverlap(
    flows.filter(({ period }) => periodStart(period) <= day),
    day,
  );
  return { counted, received: totalOf(counted.map((flow) => flow.received)), spent: totalOf(counted.map((flow) => flow.spent)) };
}

/** Of a year and its months, the one or the others: else money would be counted twice. */
function withoutOverlap(flows: readonly Flow[], day: IsoDate): readonly Flow[] {
  const yearOf = ({ period }: Flow): string => period.slice(0, 4);
  const [years, months] = [
    flows.filter(({ period }) => kindOf(period) === 'year'),
    flows.filter(({ period }) => kindOf(period) === 'month'),
  ];
  const isTold = (flow: Flow, by: readonly Flow[]): boolean => by.some((other) => yearOf(other) === yearOf(flow));
  const isOver = ({ period }: Flow): boolean => endsYear(period) && periodEnd(period) <= day;
  const kept = years.filter((flow) => isOver(flow) || !isTold(flow, months));
  return flows.filter((flow) => kept.includes(flow) || (kindOf(flow.period) === 'month' && !isTold(flow, kept)));
}

interface Total {
  /** The sum of what is known. */
  readonly amount: Amount;
  readonly isWhole: boolean;
}

const totalOf = (amounts: readonly (Amount | undefined)[]): Total => ({
  amount: {
    amount: amounts.reduce((sum, one) => sum + (one?.amount ?? 0n), 0n),
    atLeast: amounts.some((one) => one?.atLeast === true),
  },
  isWhole: amounts.every((one) => one !== undefined),
});

/** What is left for certain, at least; nothing where more may have been spent than is known. */
function leftOf(received: Total, spent: Total): Amount | undefined {
  const isExact = ({ amount, isWhole }: Total): boolean => isWhole && !amount.atLeast;
  const amount = received.amount.amount - spent.amount.amount;
  if (isExact(spent)) return { amount, atLeast: !isExact(received) };
  // However much more was spent, there was not more to spend.
  return isExact(received) && amount <= 0n ? { amount, atLeast: false } : undefined;
}

/** The end of the period whose receipts are the first that the spending does not use up. */
function sinceWhen(flows: readonly Flow[], spent: bigint): IsoDate | undefined {
  let received = 0n;
  for (const flow of flows) {
    // A receipt that is not known may be the oldest that is left.
    if (flow.received === undefined) return undefined;
    received += flow.received.amount;
    if (received > spent) return periodEnd(flow.period);
  }
  return undefined;
}
