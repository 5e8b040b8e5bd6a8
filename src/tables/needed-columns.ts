import { lackingColumns } from '../language/readings/lacking-columns.ts';
import { tables } from './index.ts';
import type { Fact } from '../language/fact.ts';
import { writtenColumns } from './projects/money-columns.ts';
import { columnsOf, isAnswerable } from '../language/readings/fact-columns.ts';

/** The columns for want of which a file cannot answer a fact. */
export function lackingFor(fact: Fact, has: ReadonlySet<string>): readonly string[] {
  if (isAnswerable(fact, has)) return [];
  const { where, ...weighed } = fact;
  const lacking = [...(where ? lackingColumns(where, has) : []), ...columnsOf(weighed).filter((column) => !has.has(column))];
  return writtenColumns(lacking).filter((column) => !has.has(column));
}

/** The columns of a fact that its table can do without. Whether a household is registered follows from its status as well. */
export const optionalColumnsOf = (fact: Fact): readonly string[] =>
  columnsOf(fact).filter((column) => !tables[fact.from].columns[column]?.required && column !== 'registered');
