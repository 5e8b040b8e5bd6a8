import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/** Funds received by category of project, in fen. Source: arithmetic over the register. */
export default defineMetric({
  id: 'funds_by_category',
  group: 'funds',
  label: { zh: '各类项目到位资金', en: 'Funds by category' },
  unit: 'yuan',
  shape: 'amount',
  flow: 'added',
  of: 'projects',
  breakdown: { fact: 'project.received_by_category', column: 'category', unit: 'yuan' },
  numerator: { label: { zh: '到位资金', en: 'funds received' }, unit: 'yuan' },
  withoutDenominator: 'no-data',
  definition: { zh: '当期到位资金，按项目类型分列。', en: 'Project funds received in the period, by category of project.' },
  formula: { zh: '按项目类型：到位资金之和', en: 'for each category, the funds received' },
  source: { zh: '项目台账“项目类型”；算术定义', en: 'Register of projects (项目类型); arithmetic' },
  sufficient: [['projects']],
  reads: { received: above(project('received_by_category')) },
  part: ({ received }) => projectAmount(received),
});
