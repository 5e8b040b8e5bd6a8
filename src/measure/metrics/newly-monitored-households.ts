import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Households newly monitored (新识别监测户): identified within the period, whether or not they have been cleared since. Source: monitoring lists, 风险识别时间. */
export default defineMetric({
  id: 'newly_monitored_households',
  group: 'exits',
  label: { zh: '新识别监测户数', en: 'Households newly monitored' },
  unit: 'households',
  shape: 'amount',
  breakdown: { fact: 'evidence.newly_monitored_households', column: 'monitoring_type', unit: 'households' },
  numerator: { label: { zh: '本期识别的监测户', en: 'monitored households identified in the period' }, unit: 'households' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '监测识别时间在本期之内的监测户，按类型分列；期内又消除风险的也算。识别时间空白、或只写年份而本期是月份的，不知道。',
    en: 'Monitored households identified within the period, by type, those cleared again among them. Where the day is blank, or only the year is given and the period is a month, it is not known.',
  },
  formula: { zh: '按类型：监测识别时间在本期的户数', en: 'of each type: households identified in the period' },
  source: {
    zh: '防返贫监测名单“风险识别时间”；算术定义',
    en: 'Monitoring lists, 风险识别时间; arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { monitored: above(told('newly_monitored_households', 'all-households')) },
  part: ({ monitored }) => amountPart(monitored),
});
