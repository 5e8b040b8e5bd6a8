import { amountIn } from '../language/row.ts';
import type { Amount } from '../language/column.ts';
import type { Row } from '../language/row.ts';
import type { ParameterId, Parameters } from '../language/condition.ts';
import { toWeigh } from '../language/readings/weigh.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Figure, ListColumn } from './list-kind.ts';

const ONE: Amount = { amount: 1n, atLeast: false };
const money = (amount: Amount | undefined): Figure | undefined => amount && { kind: 'money', ...amount };

/** The columns of a list that compares incomes with a line of the year: the income, the line, and how far the household stays below it, each person and all. */
export function lineColumns(parameter: ParameterId, label: Text): readonly ListColumn[] {
  const shortfall = toWeigh({ column: 'net_income_per_capita', shortOf: parameter, times: 'persons' });
  const short = (row: Row, parameters: Parameters): Figure | undefined => money(shortfall(row, parameters));
  return [
    {
      id: 'net_income_per_capita_yuan',
      label: { zh: '人均纯收入', en: 'Income per person' },
      holds: 'money',
      reads: ['net_income_per_capita'],
      of: (row) => money(amountIn(row, 'net_income_per_capita')),
    },
    {
      id: `${parameter}_yuan`,
      label,
      holds: 'money',
      reads: [],
      saidOnce: true,
      of: (_, { [parameter]: line }) => (line === undefined ? undefined : { kind: 'money', amount: line, atLeast: false }),
    },
    {
      id: 'shortfall_per_person_yuan',
      label: { zh: '人均还差', en: 'Short per person' },
      holds: 'money',
      reads: ['net_income_per_capita'],
      of: (row, parameters) => short({ ...row, persons: ONE }, parameters),
    },
    {
      id: 'shortfall_yuan',
      label: { zh: '全户还差', en: 'Short in all' },
      holds: 'money',
      reads: ['net_income_per_capita', 'persons'],
      of: short,
    },
  ];
}
