import { canAnswer } from './can-answer.ts';
import { columnsIn } from './columns.ts';
import type { Fact } from '../fact.ts';
import { weighingColumns } from './weighing.ts';

/** Whether rows with the given columns can answer a fact at all. Of a combination, only the last list must be there. */
export const isAnswerable = ({ where, sum, per = [] }: Fact, has: ReadonlySet<string>): boolean =>
  (!where || canAnswer(where, has)) && [...weighingColumns(sum), ...per.slice(-1)].every((column) => has.has(column));

/** Every column that a fact reads. */
export const columnsOf = ({ where, sum, per = [] }: Pick<Fact, 'where' | 'sum' | 'per'>): readonly string[] => [
  ...(where ? columnsIn(where) : []),
  ...weighingColumns(sum),
  ...per,
];
