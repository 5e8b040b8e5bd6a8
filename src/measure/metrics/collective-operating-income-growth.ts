import { NOT_KNOWN, growthPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { byTheTotal, operatingIncome } from '../operating-income.ts';
import { aYearBefore } from '../readers/index.ts';

/**
 * Growth of the operating income of the collective over one year (村集体经营性收入增长率): (now − base) ÷ base, base = the same village one year earlier.
 * Villages known in both years are summed before dividing. Source: arithmetic; for the income see `collective_operating_income`.
 */
export default defineMetric({
  id: 'collective_operating_income_growth',
  group: 'income',
  label: { zh: '村集体经营性收入增长率', en: 'Growth of operating income of the collective' },
  short: { zh: '经营性增长', en: 'Op. growth' },
  unit: 'share',
  shape: 'growth',
  flow: 'added',
  numerator: { label: { zh: '比上年增加额', en: 'change over the year' }, unit: 'yuan' },
  denominator: { label: { zh: '上年经营性收入', en: 'operating income one year earlier' }, unit: 'yuan' },
  withoutDenominator: 'base-not-positive',
  definition: {
    zh: '村集体经营性收入比上一年增长多少。没有上年数据或上年不为正时不计算。',
    en: 'By how much the operating income of the collective grew over one year. Without a base, or with one that is not positive, there is no number.',
  },
  formula: {
    zh: '（本年经营性收入 − 上年经营性收入）÷ 上年经营性收入',
    en: '(operating income now − one year earlier) ÷ one year earlier',
  },
  source: { zh: '算术定义；口径见 collective_operating_income', en: 'Arithmetic; for the income see collective_operating_income' },
  sufficient: [['villages']],
  reads: { now: operatingIncome, base: aYearBefore(operatingIncome) },
  otherwise: { in: ({ now }) => now.byTotal, behind: byTheTotal },
  part: ({ now, base }) => growthPart(now, base ?? NOT_KNOWN),
});
