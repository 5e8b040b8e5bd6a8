import { NOT_KNOWN, growthPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { aYearBefore } from '../readers/index.ts';
import { recurringIncome } from '../recurring-income.ts';

/**
 * Growth of the recurring collective income over one year (村级集体经济收入增长率): (now − base) ÷ base, base = the same village one year earlier.
 * Villages known in both periods are summed before dividing. One-off money makes no growth. Source: arithmetic; the base is never invented.
 */
export default defineMetric({
  id: 'collective_income_growth',
  group: 'core',
  label: { zh: '村级集体经济收入增长率（经常性）', en: 'Growth of collective income, recurring' },
  short: { zh: '收入增长', en: 'Growth' },
  unit: 'share',
  shape: 'growth',
  flow: 'added',
  numerator: { label: { zh: '比上年增加额', en: 'change over the year' }, unit: 'yuan' },
  denominator: { label: { zh: '上年经常性收入', en: 'recurring income one year earlier' }, unit: 'yuan' },
  withoutDenominator: 'base-not-positive',
  definition: {
    zh: '经常性村级集体经济收入比上一年增长多少。补助和一次性收入（如征地补偿）两年都不计入。没有上年数据或上年不为正时不计算。',
    en: 'By how much recurring collective income grew over one year. Subsidies and one-off money (land compensation) count in neither year. Without a base, or with one that is not positive, there is no number.',
  },
  formula: {
    zh: '（本年经常性收入 − 上年经常性收入）÷ 上年经常性收入',
    en: '(recurring income now − one year earlier) ÷ one year earlier',
  },
  source: { zh: '算术定义；“经常性”口径见 collective_income', en: 'Arithmetic; for "recurring" see collective_income' },
  sufficient: [['villages']],
  reads: { now: recurringIncome, base: aYearBefore(recurringIncome) },
  part: ({ now, base }) => {
    const part = growthPart(now.income, base?.income ?? NOT_KNOWN);
    return now.separated && (base?.separated ?? true) ? part : { ...part, marks: ['not-separated'] };
  },
});
