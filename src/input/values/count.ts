import { readNumber } from '../number-value.ts';
import type { ValueKind } from '../value-kind.ts';

const COUNT = { smallest: 0, units: ['户', '人', '个', '名', '家', '口', '次', '户次'], finer: 'finding' } as const;

/** Whole households, persons, children: never negative, never a fraction. */
export const count: ValueKind<'count'> = {
  kind: 'count',
  // No household, village or county has more; a product with an amount of money stays below 2^63.
  plain: () => ({ as: 'decimal', digits: 7, places: 0 }),
  read: (text, column, header) => readNumber(text, column, header, COUNT),
};
