import { defineMetric } from '../metric.ts';
import { above, below } from '../reader.ts';
import { declared, told } from '../readers/index.ts';
import { EXITS_END } from '../../standards/exits-end.ts';
import { shareOfWhole } from '../ratio.ts';

/**
 * Poverty incidence (贫困发生率): remaining poor persons (未脱贫 and 返贫), out of the rural registered population (乡村户籍人口).
 * The base is always the village row's; residents (常住人口) are never a base. 预脱贫 persons are not in the numerator and are shown beside it.
 * Source: Guangxi village exit form 2017, item 12; statistics table 贫困发生率统计表.
 */
export default defineMetric({
  id: 'poverty_incidence',
  group: 'core',
  label: { zh: '贫困发生率', en: 'Poverty incidence' },
  short: { zh: '贫困发生率', en: 'Incidence' },
  unit: 'share',
  shape: 'ratio',
  judgedBy: 'poverty-incidence',
  // There is no verdict on the poverty of a later year, though the village has its year of exit.
  judgedUntil: EXITS_END,
  numerator: { label: { zh: '剩余贫困人口', en: 'remaining poor persons' }, unit: 'persons' },
  denominator: { label: { zh: '乡村户籍人口', en: 'rural registered population' }, unit: 'persons' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '剩余贫困人口（未脱贫和返贫）占乡村户籍人口的比例。分母只用村表的乡村户籍人口，不用常住人口；预脱贫人口不计入分子，另行列出。',
    en: 'Persons still poor (not exited, or returned to poverty) out of the rural registered population of the village table. Residents are never the base; persons in pre-exit are not counted and are shown beside it.',
  },
  formula: { zh: '剩余贫困人口 ÷ 乡村户籍人口', en: 'remaining poor persons ÷ rural registered population' },
  source: {
    zh: '广西贫困村脱贫摘帽双认定表（2017年）第12项；贫困发生率统计表（核验时贫困人口数 ÷ 乡村人口数）',
    en: 'Guangxi village exit form 2017, item 12; statistics table 贫困发生率统计表 (poor persons when verified ÷ rural population)',
  },
  sufficient: [['villages'], ['villages', 'households']],
  reads: { remaining: above(told('remaining_poor_persons', 'persons')), population: below(declared('rural_population')) },
  part: ({ remaining, population }) => {
    const share = shareOfWhole(remaining, population);
    // The base is the village row's by definition, so only the numerator says whose word it is.
    return share.value ? { ...share, evidence: remaining.evidence } : share;
  },
  excluded: [{ label: { zh: '预脱贫人口', en: 'persons in pre-exit' }, unit: 'persons', evidence: 'pre_exit_persons' }],
  beside: [{ fact: 'evidence.pre_exit_persons', label: { zh: '预脱贫人口', en: 'persons in pre-exit' }, unit: 'persons' }],
});
