import { defineTable } from '../../language/table.ts';
import { columns } from './columns.ts';
import { rules } from './rules.ts';

/** A row per household and period: the evidence behind what the village declares. */
export const households = defineTable({
  id: 'households',
  label: { zh: '户表', en: 'households' },
  marks: [['household_id']],
  key: ['household_id', 'period'],
  columns,
  rules,
});
