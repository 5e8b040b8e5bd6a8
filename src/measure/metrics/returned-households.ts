import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Households returned to poverty (返贫户数). Source: the status of the national registry. */
export default defineMetric({
  id: 'returned_households',
  group: 'exits',
  label: { zh: '返贫户数', en: 'Households returned to poverty' },
  unit: 'households',
  shape: 'amount',
  numerator: { label: { zh: '返贫的贫困户', en: 'registered poor households returned to poverty' }, unit: 'households' },
  withoutDenominator: 'no-data',
  definition: { zh: '期末状态为返贫的户数。', en: 'Households whose status at the end of the period is "returned to poverty".' },
  formula: { zh: '状态为返贫的户数', en: 'households with the status returned' },
  source: { zh: '全国扶贫开发信息系统脱贫属性 3“返贫”；算术定义', en: 'National registry, status 3 "returned"; arithmetic' },
  sufficient: [['villages'], ['households'], ['villages', 'households']],
  reads: { returned: above(told('returned_households')) },
  part: ({ returned }) => amountPart(returned),
});
