import { rowOf } from '../../language/row.ts';
import { projects } from '../../tables/projects/table.ts';
import type { IsoDate } from '../../vocabulary/period.ts';
import { defineList } from '../list-kind.ts';
import { choiceNames, choiceText } from '../../tables/choice-text.ts';

const DAY_MS = 86_400_000;

/** Projects neither completed nor stopped whose planned end is past, by their latest row up to the day to judge at. */
export const overdue = defineList({
  id: 'overdue',
  from: 'projects',
  title: { zh: '逾期未完成的项目', en: 'Projects past their planned end' },
  listed: { by: 'holds', fact: 'project.overdue_projects' },
  columns: [
    {
      id: 'status',
      label: { zh: '状态', en: 'Status' },
      reads: ['status'],
      names: choiceNames('projects', 'status'),
      of: ({ status }) =>
        typeof status === 'string'
          ? { kind: 'words', words: [{ code: status, text: choiceText('projects', 'status', status) }] }
          : undefined,
    },
    {
      id: 'planned_end',
      label: { zh: '计划完成', en: 'Planned end' },
      reads: ['planned_end'],
      of: ({ planned_end: day }) => (typeof day === 'string' ? { kind: 'day', day } : undefined),
    },
    {
      id: 'days_late',
      label: { zh: '逾期天数', en: 'Days late' },
      holds: 'number',
      reads: ['planned_end'],
      of: (row, { as_of: asOf }) => {
        const day = rowOf(projects, row).planned_end;
        return day === undefined || asOf === undefined ? undefined : { kind: 'number', value: daysBetween(day, asOf) };
      },
    },
  ],
});

const daysBetween = (from: IsoDate, to: IsoDate): bigint => BigInt(Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));
