import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Monitored households (监测户数): any monitoring type and not cleared, never-registered ones included. Source: 中农组发〔2021〕7号 for the types. */
export default defineMetric({
  id: 'monitored_households',
  group: 'exits',
  label: { zh: '监测户数', en: 'Monitored households' },
  unit: 'households',
  shape: 'amount',
  numerator: { label: { zh: '风险未消除的监测户', en: 'monitored households whose risk is not cleared' }, unit: 'households' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '期末的监测对象（脱贫不稳定户、边缘易致贫户、突发严重困难户）中风险没有消除的户数，非建档立卡户也算。',
    en: 'Households monitored against falling into poverty (of any of the three types) whose risk is not cleared, never-registered ones included.',
  },
  formula: { zh: '有监测类型、风险未消除的户数', en: 'households with a monitoring type whose risk is not cleared' },
  source: { zh: '中农组发〔2021〕7号：监测对象三类；算术定义', en: '中农组发〔2021〕7号, the three types; arithmetic' },
  sufficient: [['villages'], ['households'], ['villages', 'households']],
  reads: { monitored: above(told('monitored_households', 'all-households')) },
  part: ({ monitored }) => amountPart(monitored),
});
