import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/** Funds received (到位资金) in the period, in fen. Source: arithmetic over the register. */
export default defineMetric({
  id: 'received_yuan',
  group: 'funds',
  label: { zh: '到位资金', en: 'Funds received' },
  unit: 'yuan',
  shape: 'amount',
  flow: 'added',
  of: 'projects',
  beside: [
    {
      fact: 'project.shared_received_yuan',
      label: { zh: '共用项目到位资金', en: 'received for shared projects' },
      unit: 'yuan',
      level: 'village',
    },
  ],
  numerator: { label: { zh: '到位资金', en: 'funds received' }, unit: 'yuan' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '当期到位的项目资金。跨期不相加；几个村共同的项目不拆分。',
    en: 'Project funds received in the period. Periods are never added, and the money of a project of several villages is never split.',
  },
  formula: { zh: '各项目当期到位资金之和', en: 'the sum over the rows of the period' },
  source: { zh: '项目台账“到位资金”；算术定义', en: 'Register of projects (到位资金); arithmetic' },
  sufficient: [['projects']],
  reads: { received: above(project('received_yuan')) },
  part: ({ received }) => projectAmount(received),
});
