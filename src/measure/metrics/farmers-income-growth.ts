import { growthPartOfMeans } from '../exited-income.ts';
import { ROWS_OF_FARMERS, incomeOfFarmers } from '../farmers-income.ts';
import { defineMetric } from '../metric.ts';
import { aYearBefore } from '../readers/index.ts';

/**
 * Growth of the income of all farmers per person over one year (农民人均可支配收入增速), from the village rows, each weighing its rural registered persons:
 * what the growth of the exited is held against. Source: arithmetic; the income is the village's word.
 */
export default defineMetric({
  id: 'farmers_income_growth',
  group: 'income',
  label: { zh: '农民人均可支配收入增速', en: 'Growth of the income of all farmers' },
  short: { zh: '农民收入增速', en: 'Farmers, growth' },
  unit: 'share',
  shape: 'growth',
  estimated: true,
  unsummed: true,
  numerator: { label: { zh: '人均可支配收入比上年增加', en: 'change of the mean over the year' }, unit: 'yuan' },
  denominator: { label: { zh: '上年人均可支配收入', en: 'mean one year earlier' }, unit: 'yuan' },
  withoutDenominator: 'base-not-positive',
  definition: {
    zh: '村表填的农民人均可支配收入（按乡村户籍人口加权）比上一年增长多少。',
    en: 'By how much the income of all farmers per person, as the village table tells it and weighted by the rural registered population, grew over one year.',
  },
  formula: { zh: '（本年人均 − 上年人均）÷ 上年人均', en: '(mean now − one year earlier) ÷ one year earlier' },
  source: { zh: '村表“农民人均可支配收入”；算术定义', en: 'Village table, 农民人均可支配收入; arithmetic' },
  sufficient: [['villages']],
  reads: { now: { ...incomeOfFarmers, behind: { numerator: ROWS_OF_FARMERS } }, base: aYearBefore(incomeOfFarmers) },
  part: ({ now, base }) => growthPartOfMeans(now, base),
});
