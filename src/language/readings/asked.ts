import { fold, gathered } from '../condition.ts';
import type { Cases, Condition, Limit } from '../condition.ts';
import type { Fact } from '../fact.ts';

/** What a question asks of one column: which value it has, whether it lists anything, whether it is known at all, or how its number compares with a limit. */
export type Asked =
  | { readonly column: string; readonly what: 'value' | 'items' | 'known' }
  | { readonly column: string; readonly what: 'limit'; readonly limit: Limit };

/** All that a condition asks. Two rows that answer it alike cannot be told apart by the condition. */
export const askedIn = (condition: Condition): readonly Asked[] => fold(condition, ASKED);

const ofValue = (column: string): readonly Asked[] => [{ column, what: 'value' }];
const ofLimit = (column: string, limit: Limit): readonly Asked[] => [{ column, what: 'limit', limit }];

const ofMoments = (from: string, to: string): readonly Asked[] => [...ofValue(from), ...(to === 'as_of' ? [] : ofValue(to))];

const ASKED: Cases<readonly Asked[]> = {
  ...gathered<Asked>(),
  yes: ({ yes }) => ofValue(yes),
  known: ({ known }) => [{ column: known, what: 'known' }],
  hasItems: ({ hasItems }) => [{ column: hasItems, what: 'items' }],
  oneOf: ({ column }) => ofValue(column),
  below: ({ column, below }) => ofLimit(column, below),
  above: ({ column, above }) => ofLimit(column, above),
  equals: ({ column, equals }) => ofLimit(column, equals),
  before: ({ column }) => ofValue(column),
  later: ({ later, than }) => [...ofValue(later), ...ofValue(than)],
  longerThan: ({ from, to }) => ofMoments(from, to),
  shorterThan: ({ from, to }) => ofMoments(from, to),
  during: ({ column }) => ofValue(column),
};

/** All that a fact asks of a row, beside the numbers that it adds up: of these, only whether they are known, and where they fall short of a limit. */
export function askedByFact({ where, sum, per = [] }: Pick<Fact, 'where' | 'sum' | 'per'>): readonly Asked[] {
  const known = (column: string): Asked => ({ column, what: 'known' });
  const weighed: readonly Asked[] =
    sum === 1
      ? []
      : [
          ...('column' in sum ? [known(sum.column)] : []),
          ...(sum.times === undefined ? [] : [known(sum.times)]),
          ...('shortOf' in sum ? ofLimit(sum.column, { parameter: sum.shortOf }) : []),
        ];
  return [...(where ? askedIn(where) : []), ...weighed, ...per.flatMap(ofValue)];
}
