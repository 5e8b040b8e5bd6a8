import { defineTable } from '../../language/table.ts';
import { columns } from './columns.ts';
import { rules, statedRates } from './rules.ts';

/** A row per village and period: what the village declares about itself. */
export const villages = defineTable({
  id: 'villages',
  label: { zh: '村表', en: 'villages' },
  // Any column that only this table has marks it: see `recognise`. What it shares with others does so beside `village` alone.
  marks: [],
  weakMarks: ['operating_income', 'contract_income', 'investment_income', 'other_income', 'hardened_road'],
  key: ['village', 'period'],
  columns,
  rules,
  statedRates,
});
