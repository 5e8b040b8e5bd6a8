import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/** Funds received by source, in fen. Source: arithmetic over the register. */
export default defineMetric({
  id: 'funds_by_source',
  group: 'funds',
  label: { zh: '各来源到位资金', en: 'Funds by source' },
  unit: 'yuan',
  shape: 'amount',
  flow: 'added',
  of: 'projects',
  breakdown: { fact: 'project.received_by_source', column: 'source', unit: 'yuan' },
  numerator: { label: { zh: '到位资金', en: 'funds received' }, unit: 'yuan' },
  withoutDenominator: 'no-data',
  definition: { zh: '当期到位资金，按资金来源分列。', en: 'Project funds received in the period, by source of funds.' },
  formula: { zh: '按资金来源：到位资金之和', en: 'for each source, the funds received' },
  source: { zh: '项目台账“资金来源”；算术定义', en: 'Register of projects (资金来源); arithmetic' },
  sufficient: [['projects']],
  reads: { received: above(project('received_by_source')) },
  part: ({ received }) => projectAmount(received),
});
