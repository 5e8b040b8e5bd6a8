import { defineMetric } from '../metric.ts';
import { answer, answerOfEach } from '../readers/index.ts';
import { notAsked, shareOfVillages } from '../village-share.ts';

/**
 * Poverty villages with a cooperative or an industry base (有合作社的贫困村): a village that does not say that it is no poverty village is asked, as by
 * the exit standard of villages. Source: Guangxi county exit form 2017, item 1.
 */
export default defineMetric({
  id: 'cooperative_share',
  group: 'village',
  label: { zh: '有合作社的贫困村比例', en: 'Poverty villages with a cooperative' },
  unit: 'share',
  shape: 'ratio',
  judgedBy: 'cooperative',
  numerator: {
    label: { zh: '有合作社或产业基地的贫困村', en: 'poverty villages with a cooperative or an industry base' },
    unit: 'villages',
  },
  denominator: { label: { zh: '贫困村', en: 'poverty villages' }, unit: 'villages' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '有农民合作社等新型农业经营主体或产业基地的贫困村占贫困村的比例。没有写明“不是贫困村”的村按贫困村算。',
    en: 'The share of poverty villages with a cooperative or an industry base. A village that does not say that it is no poverty village counts as one.',
  },
  formula: { zh: '有合作社或产业基地的贫困村 ÷ 贫困村', en: 'poverty villages with a cooperative or an industry base ÷ poverty villages' },
  source: { zh: '广西贫困县脱贫摘帽认定表（2017年）第1项', en: 'Guangxi county exit form 2017, item 1' },
  sufficient: [['villages'], ['villages', 'households']],
  reads: { isPovertyVillage: answer('poverty_village'), hasCooperative: answerOfEach('has_cooperative') },
  part: ({ isPovertyVillage, hasCooperative }) => (isPovertyVillage === false ? notAsked : shareOfVillages(hasCooperative)),
});
