import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/** Planned investment (计划投资), once per project, in fen. Source: arithmetic over the register. */
export default defineMetric({
  id: 'planned_yuan',
  group: 'funds',
  label: { zh: '计划投资', en: 'Planned investment' },
  unit: 'yuan',
  shape: 'amount',
  of: 'projects',
  beside: [
    {
      fact: 'project.shared_planned_yuan',
      label: { zh: '共用项目计划投资', en: 'planned for shared projects' },
      unit: 'yuan',
      level: 'village',
    },
  ],
  numerator: { label: { zh: '计划投资', en: 'planned investment' }, unit: 'yuan' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '各项目的计划投资，整个项目的金额每个项目只算一次，取截至统计日的最近一行。',
    en: 'The planned investment of the projects: that of the whole project, counted once, from its latest row up to the day of judgement.',
  },
  formula: { zh: '各项目计划投资之和', en: 'the sum over projects' },
  source: { zh: '项目台账“计划投资”；算术定义', en: 'Register of projects (计划投资); arithmetic' },
  sufficient: [['projects']],
  reads: { planned: above(project('planned_yuan')) },
  part: ({ planned }) => projectAmount(planned),
});
