import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Households cleared (风险消除户): marked cleared, on a day within the period. How many is judged by nothing: documents ask for no share (不设比例). Source: monitoring lists, 风险消除时间. */
export default defineMetric({
  id: 'cleared_households',
  group: 'exits',
  label: { zh: '本期风险消除户数', en: 'Households cleared in the period' },
  unit: 'households',
  shape: 'amount',
  breakdown: { fact: 'evidence.cleared_households', column: 'monitoring_type', unit: 'households' },
  numerator: { label: { zh: '本期风险消除的监测户', en: 'monitored households cleared in the period' }, unit: 'households' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '风险已消除、风险消除时间在本期之内的监测户，按类型分列。消除多少不作评判：文件不设比例要求。',
    en: 'Monitored households whose risk is cleared, on a day within the period, by type. How many is judged by nothing: the documents ask for no share.',
  },
  formula: { zh: '按类型：风险消除时间在本期的户数', en: 'of each type: households cleared in the period' },
  source: {
    zh: '防返贫监测名单“风险是否消除”“风险消除时间”；算术定义',
    en: 'Monitoring lists, 风险是否消除 and 风险消除时间; arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { monitored: above(told('cleared_households', 'all-households')) },
  part: ({ monitored }) => amountPart(monitored),
});
