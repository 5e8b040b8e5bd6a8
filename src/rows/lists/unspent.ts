import { amountIn } from '../../language/row.ts';
import type { Amount } from '../../language/column.ts';
import type { Row } from '../../language/row.ts';
import type { Parameters } from '../../language/condition.ts';
import { OLD_AFTER_YEARS, fullYears } from '../../tally/projects/project-state.ts';
import type { IsoDate } from '../../vocabulary/period.ts';
import { YES_NO, defineList } from '../list-kind.ts';
import type { Figure } from '../list-kind.ts';

const money = (amount: Amount | undefined): Figure | undefined => amount && { kind: 'money', ...amount };

/** Whole years from the end of the period in which the oldest money that is left came in. */
const yearsOld = ({ left_since: since }: Row, { as_of: asOf }: Parameters): bigint | undefined =>
  typeof since !== 'string' || asOf === undefined ? undefined : fullYears(since as IsoDate, asOf);

/** Projects that have received more than they have spent, over all periods up to the day to judge at, with what is left and how old it is. */
export const unspent = defineList({
  id: 'unspent',
  from: 'projects',
  title: { zh: '到位资金没有用完的项目（累计）', en: 'Projects with money left, all periods together' },
  listed: { by: 'holds', fact: 'project.projects_with_money_left' },
  columns: [
    {
      id: 'received_yuan',
      label: { zh: '累计到位', en: 'Received' },
      holds: 'money',
      reads: ['received_to_date'],
      of: (row) => money(amountIn(row, 'received_to_date')),
    },
    {
      id: 'spent_yuan',
      label: { zh: '累计支出', en: 'Spent' },
      holds: 'money',
      reads: ['spent_to_date'],
      of: (row) => money(amountIn(row, 'spent_to_date')),
    },
    {
      id: 'left_yuan',
      label: { zh: '剩余', en: 'Left' },
      holds: 'money',
      reads: ['left_to_date'],
      of: (row) => money(amountIn(row, 'left_to_date')),
    },
    {
      id: 'left_since',
      label: { zh: '最早结余', en: 'Left since' },
      reads: ['left_since'],
      of: ({ left_since: day }) => (typeof day === 'string' ? { kind: 'day', day } : undefined),
    },
    {
      id: 'years_old',
      label: { zh: '结余年数', en: 'Years old' },
      holds: 'number',
      reads: ['left_since'],
      of: (row, parameters) => {
        const years = yearsOld(row, parameters);
        return years === undefined ? undefined : { kind: 'number', value: years };
      },
    },
    {
      id: 'two_years_or_more',
      label: { zh: '两年以上结余', en: 'Two years or more' },
      reads: ['left_since'],
      names: YES_NO,
      of: (row, parameters) => {
        const years = yearsOld(row, parameters);
        if (years === undefined) return undefined;
        const code = years >= OLD_AFTER_YEARS ? 'yes' : 'no';
        return { kind: 'words', words: [{ code, text: YES_NO[code] }] };
      },
    },
  ],
});
