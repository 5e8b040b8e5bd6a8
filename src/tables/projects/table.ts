import { defineTable } from '../../language/table.ts';
import { columns } from './columns.ts';
import { rules } from './rules.ts';

/** A row per project or aid measure (a donation, an in-kind gift) and period. */
export const projects = defineTable({
  id: 'projects',
  label: { zh: '项目表', en: 'projects' },
  marks: [['project_id'], ['name', 'category']],
  key: ['project_id', 'period'],
  columns,
  rules,
});
