import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/** Funds spent (支出资金) in the period, in fen. Source: arithmetic over the register. */
export default defineMetric({
  id: 'spent_yuan',
  group: 'funds',
  label: { zh: '支出资金', en: 'Funds spent' },
  unit: 'yuan',
  shape: 'amount',
  flow: 'added',
  of: 'projects',
  beside: [
    {
      fact: 'project.shared_spent_yuan',
      label: { zh: '共用项目支出资金', en: 'spent on shared projects' },
      unit: 'yuan',
      level: 'village',
    },
  ],
  numerator: { label: { zh: '支出资金', en: 'funds spent' }, unit: 'yuan' },
  withoutDenominator: 'no-data',
  definition: { zh: '当期支出的项目资金。', en: 'Project funds spent in the period.' },
  formula: { zh: '各项目当期支出资金之和', en: 'the sum over the rows of the period' },
  source: { zh: '项目台账“支出资金”；算术定义', en: 'Register of projects (支出资金); arithmetic' },
  sufficient: [['projects']],
  reads: { spent: above(project('spent_yuan')) },
  part: ({ spent }) => projectAmount(spent),
});
