import type { Limit, ParameterId, Parameters } from '../language/condition.ts';
import type { Row } from '../language/row.ts';
import type { Asked } from '../language/readings/asked.ts';

/** All that some questions ask of one column. */
export interface ColumnQuestion {
  readonly column: string;
  readonly asksValue: boolean;
  readonly asksItems: boolean;
  /** What its number is compared with, each once. */
  readonly limits: readonly Limit[];
}

/** What is asked of each column, each once. */
export function questionsOf(asked: readonly Asked[]): readonly ColumnQuestion[] {
  const columns = [...new Set(asked.map(({ column }) => column))];
  return columns.map((column) => {
    const own = asked.filter((one) => one.column === column);
    const limits = new Map(own.flatMap((one) => (one.what === 'limit' ? [[limitKey(one.limit), one.limit] as const] : [])));
    return {
      column,
      asksValue: own.some(({ what }) => what === 'value'),
      asksItems: own.some(({ what }) => what === 'items'),
      limits: [...limits.values()],
    };
  });
}

const limitKey = (limit: Limit): bigint | ParameterId => (typeof limit === 'bigint' ? limit : limit.parameter);

/** A limit as a number, where it is one at a place: a double is exact up to 2^53, and no limit is so large. */
export const limitAt = (limit: Limit, parameters: Parameters): number => {
  const amount = typeof limit === 'bigint' ? limit : parameters[limit.parameter];
  return amount === undefined ? Number.NaN : Number(amount);
};

/** Between the parts of a class. */
const AND = '\u001f';

/**
 * The class of a value that is no number: as much of it as the questions can tell. Rows of one class in every column that is asked, at one place in one period,
 * have one answer to each question.
 */
export function classOf({ asksValue, asksItems }: ColumnQuestion, value: Row[string]): string {
  if (value === undefined) return 'unknown';
  if (typeof value !== 'object') return asksValue ? `value${AND}${value}` : 'known';
  if ('amount' in value) return 'known';
  if (asksValue) return `list${AND}${value.join(AND)}`;
  return !asksItems ? 'known' : value.length > 0 ? 'some' : 'none';
}

/** The class of a number: below, at or above each limit. */
export function classOfNumber(value: number, limits: ArrayLike<number>): number {
  let which = 1;
  for (let index = 0; index < limits.length; index++) {
    const limit = limits[index]!;
    which = which * 3 + (value < limit ? 0 : value === limit ? 1 : 2);
  }
  return which;
}
