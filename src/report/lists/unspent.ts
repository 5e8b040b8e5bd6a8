import type { Amount } from '../../input/column.ts';
import { defineList } from '../listing/kind.ts';
import type { Figure } from '../listing/kind.ts';

const money = (amount: Amount | undefined): Figure | undefined => amount && { kind: 'money', ...amount };

/** Projects that received more in the period than they spent, with what is left. */
export const unspent = defineList({
  id: 'unspent',
  from: 'projects',
  title: { zh: '到位资金没有用完的项目', en: 'Projects with money left' },
  listed: {
    by: 'more',
    more: 'project.received_where_spent_known',
    than: 'project.spent_where_received_known',
    unknown: 'project.spend_unknown',
  },
  columns: [
    {
      id: 'received_yuan',
      label: { zh: '到位资金', en: 'Received' },
      reads: ['received_yuan'],
      of: ({ received_yuan: received }) => money(received as Amount | undefined),
    },
    {
      id: 'spent_yuan',
      label: { zh: '支出资金', en: 'Spent' },
      reads: ['spent_yuan'],
      of: ({ spent_yuan: spent }) => money(spent as Amount | undefined),
    },
    {
      id: 'left_yuan',
      label: { zh: '剩余', en: 'Left' },
      reads: ['received_yuan', 'spent_yuan'],
      of: (row) => {
        const [received, spent] = [row.received_yuan, row.spent_yuan] as [Amount | undefined, Amount | undefined];
        if (!received || !spent || spent.atLeast) return undefined;
        return { kind: 'money', amount: received.amount - spent.amount, atLeast: received.atLeast };
      },
    },
  ],
});
