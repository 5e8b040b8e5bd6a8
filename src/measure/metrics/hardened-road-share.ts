import { defineMetric } from '../metric.ts';
import { answerOfEach } from '../readers/index.ts';
import { shareOfVillages } from '../village-share.ts';

/** Villages on a hardened road (通硬化路的行政村): out of all administrative villages. Source: Guangxi county exit form 2017, item 6. */
export default defineMetric({
  id: 'hardened_road_share',
  group: 'village',
  label: { zh: '通硬化路行政村比例', en: 'Villages on a hardened road' },
  unit: 'share',
  shape: 'ratio',
  judgedBy: 'hardened-road',
  numerator: { label: { zh: '通硬化路的行政村', en: 'villages on a hardened road' }, unit: 'villages' },
  denominator: { label: { zh: '行政村', en: 'villages' }, unit: 'villages' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '通行政村的道路已硬化（沥青或水泥）的行政村占全部行政村的比例，不分是不是贫困村。',
    en: 'The share of villages, poverty villages or not, whose road is hardened (asphalt or cement).',
  },
  formula: { zh: '通硬化路的行政村 ÷ 行政村', en: 'villages on a hardened road ÷ villages' },
  source: { zh: '广西贫困县脱贫摘帽认定表（2017年）第6项', en: 'Guangxi county exit form 2017, item 6' },
  sufficient: [['villages'], ['villages', 'households']],
  reads: { isHardened: answerOfEach('hardened_road') },
  part: ({ isHardened }) => shareOfVillages(isHardened),
});
