import { amountIn, listIn, wordIn } from '../row.ts';
import type { Amount } from '../column.ts';
import type { Row } from '../row.ts';
import type { Parameters } from '../condition.ts';
import { COMBINED, UNNAMED } from '../fact.ts';
import type { Weight } from '../weight.ts';

/** What a row weighs; undefined where a number that it takes is not known. */
export type Weigh = (row: Row, parameters: Parameters) => Amount | undefined;

/** Prints a weight as a function. A year weighs its number. */
export function toWeigh(sum: Exclude<Weight, 1>): Weigh {
  if ('parameter' in sum) {
    return (row, parameters) => {
      const [limit, times] = [parameters[sum.parameter], amountOf(row, sum.times)];
      return limit === undefined || times === undefined ? undefined : { amount: limit * times.amount, atLeast: times.atLeast };
    };
  }
  if ('shortOf' in sum) {
    return (row, parameters) => {
      const [limit, value, times] = [parameters[sum.shortOf], amountOf(row, sum.column), amountOf(row, sum.times)];
      if (limit === undefined || value === undefined || times === undefined) return undefined;
      if (value.amount >= limit) return NOTHING_SHORT;
      // Of a lower bound it cannot be said how far it falls short.
      return value.atLeast ? undefined : { amount: (limit - value.amount) * times.amount, atLeast: times.atLeast };
    };
  }
  const { column, times } = sum;
  if (times === undefined) return (row) => amountOf(row, column);
  return (row) => {
    const [value, factor] = [amountOf(row, column), amountOf(row, times)];
    return value && factor && { amount: value.amount * factor.amount, atLeast: value.atLeast || factor.atLeast };
  };
}

/** What the numbers of the rows of a group add up to. */
export interface GroupSums {
  readonly of: (column: string) => bigint;
  /** The sum of the products of two columns, row by row. */
  readonly product: (column: string, times: string) => bigint;
}

/** What all rows of a group weigh together; undefined where what each weighs is not known. */
export type WeighGroup = (row: Row, parameters: Parameters, sums: GroupSums) => bigint | undefined;

/** The same weight for rows that no question tells apart: `row` stands for all of them. Their numbers are no lower bounds. */
export function toWeighGroup(sum: Exclude<Weight, 1>): WeighGroup {
  if ('parameter' in sum) {
    return (row, parameters, sums) => {
      const limit = parameters[sum.parameter];
      return limit === undefined || row[sum.times] === undefined ? undefined : limit * sums.of(sum.times);
    };
  }
  if ('shortOf' in sum) {
    return (row, parameters, sums) => {
      const [limit, value] = [parameters[sum.shortOf], amountIn(row, sum.column)];
      if (limit === undefined || value === undefined || row[sum.times] === undefined) return undefined;
      return value.amount >= limit ? 0n : limit * sums.of(sum.times) - sums.product(sum.column, sum.times);
    };
  }
  const { column, times } = sum;
  return (row, _parameters, sums) => {
    if (row[column] === undefined || (times !== undefined && row[times] === undefined)) return undefined;
    return times === undefined ? sums.of(column) : sums.product(column, times);
  };
}

const NOTHING_SHORT: Amount = { amount: 0n, atLeast: false };

function amountOf(row: Row, column: string): Amount | undefined {
  const value = row[column];
  return typeof value === 'number' ? { amount: BigInt(value), atLeast: false } : amountIn(row, column);
}

/** Under which names of a breakdown a row counts, each once. */
export function namesOf(row: Row, per: readonly string[]): readonly string[] {
  const lists = per.map((column) => itemsOf(row, column));
  if (lists.length === 1) return lists[0]!.length > 0 ? lists[0]! : [UNNAMED];
  const last = lists.at(-1)!.length > 0 ? lists.at(-1)! : [UNNAMED];
  // As many units as helpers: each has its own. Otherwise all of them stand together for every one.
  const names = last.map((name, index) =>
    [...lists.slice(0, -1).map((one) => (one.length === last.length ? one[index]! : one.join('、'))), name].join(COMBINED),
  );
  return names.length < 2 ? names : [...new Set(names)];
}

function itemsOf(row: Row, column: string): readonly string[] {
  const word = wordIn(row, column);
  return word === undefined ? (listIn(row, column) ?? []) : [word];
}
