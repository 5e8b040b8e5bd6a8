import { defineMetric } from '../metric.ts';
import { above, below } from '../reader.ts';
import { declared, told } from '../readers/index.ts';
import { shareOfWhole } from '../ratio.ts';

/**
 * Share of monitored persons (监测人口占比): persons of monitored households that are not cleared, out of the rural registered population, which is
 * always the village row's. It is no poverty incidence, and nothing judges it. Source: arithmetic; 国开发〔2020〕6号 spoke of some 5 % of those registered.
 */
export default defineMetric({
  id: 'monitored_persons_share',
  group: 'exits',
  label: { zh: '监测人口占乡村户籍人口', en: 'Share of monitored persons' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '风险未消除的监测户人口', en: 'persons of monitored households whose risk is not cleared' }, unit: 'persons' },
  denominator: { label: { zh: '乡村户籍人口', en: 'rural registered population' }, unit: 'persons' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '期末风险没有消除的监测户人口（非建档立卡户也算）占乡村户籍人口的比例。分母只用村表的乡村户籍人口。它不是贫困发生率，没有判定标准。',
    en: 'Persons of households monitored at the end of the period whose risk is not cleared, never-registered ones included, out of the rural registered population of the village table. It is no poverty incidence, and no standard judges it.',
  },
  formula: {
    zh: '风险未消除监测户人口 ÷ 乡村户籍人口',
    en: 'persons of households whose risk is not cleared ÷ rural registered population',
  },
  source: { zh: '中农组发〔2021〕7号：监测对象三类；算术定义', en: '中农组发〔2021〕7号, the three types; arithmetic' },
  sufficient: [['villages', 'households']],
  reads: { monitored: above(told('monitored_persons_by_type', 'persons')), population: below(declared('rural_population')) },
  part: ({ monitored, population }) => {
    const share = shareOfWhole(monitored, population);
    // The base is the village row's by definition, so only the numerator says whose word it is.
    return share.value ? { ...share, evidence: monitored.evidence } : share;
  },
});
