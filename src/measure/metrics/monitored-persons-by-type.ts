import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Persons in monitored households by type (各类监测人口): of households that are not cleared. Source: 中农组发〔2021〕7号 for the types. */
export default defineMetric({
  id: 'monitored_persons_by_type',
  group: 'exits',
  label: { zh: '各类监测人口', en: 'Monitored persons by type' },
  unit: 'persons',
  shape: 'amount',
  breakdown: { fact: 'evidence.monitored_persons_by_type', column: 'monitoring_type', unit: 'persons' },
  numerator: { label: { zh: '风险未消除的监测户人口', en: 'persons of monitored households whose risk is not cleared' }, unit: 'persons' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '期末风险没有消除的监测户的家庭人口，按监测对象类型分列。非建档立卡户也算。',
    en: 'Persons of households monitored at the end of the period whose risk is not cleared, by type. Never-registered ones are included.',
  },
  formula: { zh: '按类型：风险未消除监测户的家庭人口之和', en: 'of each type: the persons of households whose risk is not cleared' },
  source: {
    zh: '中农组发〔2021〕7号：监测对象三类；算术定义',
    en: '中农组发〔2021〕7号, the three types; arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { monitored: above(told('monitored_persons_by_type', 'persons')) },
  part: ({ monitored }) => amountPart(monitored),
});
