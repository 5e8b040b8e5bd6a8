import { amountIn } from '../../language/row.ts';
import type { Amount } from '../../language/column.ts';
import type { Row } from '../../language/row.ts';
import type { Parameters } from '../../language/condition.ts';
import { toWeigh } from '../../language/readings/weigh.ts';
import type { Fact } from '../../language/fact.ts';
import { factOf } from '../left-out.ts';
import { defineList } from '../list-kind.ts';
import type { Figure } from '../list-kind.ts';

const shortfall = toWeigh(factOf('evidence.shortfall').sum as Exclude<Fact['sum'], 1>);
const ONE: Amount = { amount: 1n, atLeast: false };

const money = (amount: Amount | undefined): Figure | undefined => amount && { kind: 'money', ...amount };

/** How far a household stays below the line, by the fact that the poverty gap is counted with. */
const short = (row: Row, parameters: Parameters): Figure | undefined => money(shortfall(row, parameters));

/**
 * Registered households whose income is not above the line, with how much they lack. A household just on the line has not passed it, and lacks nothing.
 */
export const belowLine = defineList({
  id: 'below-line',
  from: 'households',
  title: { zh: '人均纯收入没有超过贫困线的贫困户', en: 'Poor households whose income is not above the line' },
  listed: { by: 'holds', fact: 'evidence.above_line_no' },
  columns: [
    {
      id: 'net_income_per_capita_yuan',
      label: { zh: '人均纯收入', en: 'Income per person' },
      holds: 'money',
      reads: ['net_income_per_capita'],
      of: (row) => money(amountIn(row, 'net_income_per_capita')),
    },
    {
      id: 'poverty_line_yuan',
      label: { zh: '贫困线', en: 'Line' },
      holds: 'money',
      reads: [],
      saidOnce: true,
      of: (_, { poverty_line: line }) => (line === undefined ? undefined : { kind: 'money', amount: line, atLeast: false }),
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
  ],
});
