import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Stock of monitored households by type (各类监测户数): not cleared, never-registered ones included. Source: 中农组发〔2021〕7号 for the types. */
export default defineMetric({
  id: 'monitored_households_by_type',
  group: 'exits',
  label: { zh: '各类监测户数', en: 'Monitored households by type' },
  unit: 'households',
  shape: 'amount',
  breakdown: { fact: 'evidence.monitored_households_by_type', column: 'monitoring_type', unit: 'households' },
  numerator: { label: { zh: '风险未消除的监测户', en: 'monitored households whose risk is not cleared' }, unit: 'households' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '期末风险没有消除的监测户，按脱贫不稳定户、边缘易致贫户、突发严重困难户分列；类型没有注明的另列。非建档立卡户也算。',
    en: 'Households monitored at the end of the period whose risk is not cleared, by type: exited and unstable, marginal, in sudden hardship; those of a type that is not said stand apart. Never-registered ones are included.',
  },
  formula: { zh: '按类型：有监测类型、风险未消除的户数', en: 'of each type: households whose risk is not cleared' },
  source: {
    zh: '中农组发〔2021〕7号：监测对象三类；算术定义',
    en: '中农组发〔2021〕7号, the three types; arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { monitored: above(told('monitored_households_by_type', 'all-households')) },
  part: ({ monitored }) => amountPart(monitored),
});
