import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/** Overdue projects (逾期项目数), by the latest row up to the day of judgement. Source: arithmetic over the register. */
export default defineMetric({
  id: 'overdue_projects',
  group: 'funds',
  label: { zh: '逾期项目数', en: 'Overdue projects' },
  unit: 'projects',
  shape: 'amount',
  of: 'projects',
  numerator: { label: { zh: '逾期项目', en: 'overdue projects' }, unit: 'projects' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '截至统计日计划完成时间已过、既没有完成也没有终止的项目数。计划到统计日当天完成的不算逾期。',
    en: 'Projects whose planned end lies before the day of judgement and that are neither completed nor stopped. One due on that very day is not overdue.',
  },
  formula: {
    zh: '计划完成时间早于统计日、未完成未终止的项目数',
    en: 'projects with a planned end before the day, neither completed nor stopped',
  },
  source: { zh: '项目台账；算术定义', en: 'Register of projects; arithmetic' },
  sufficient: [['projects']],
  reads: { overdue: above(project('overdue_projects')) },
  part: ({ overdue }) => projectAmount(overdue),
});
