import { incomeOfExited } from '../exited-income.ts';
import { defineMetric } from '../metric.ts';

/**
 * Net income of the exited per person (脱贫人口人均纯收入): the mean over the persons of households whose status is exited, each household weighing its
 * persons. Persons whose income is not known are missing. Source: income sheet of the household booklet, item 9; published yearly since 2021.
 */
export default defineMetric({
  id: 'exited_income_per_person',
  group: 'income',
  label: { zh: '脱贫人口人均纯收入', en: 'Net income of the exited per person' },
  short: { zh: '脱贫人均收入', en: 'Exited, income' },
  unit: 'yuan',
  shape: 'mean',
  numerator: { label: { zh: '各户人均纯收入乘以人数之和', en: 'net income of the exited households' }, unit: 'yuan' },
  denominator: { label: { zh: '收入清楚的脱贫人口', en: 'exited persons whose income is known' }, unit: 'persons' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '已脱贫户（不含未脱贫、返贫、预脱贫）的人均纯收入按家庭人口加权平均。收入空白的户不计入，另列人数。',
    en: 'The mean of the net income per person of exited households (not of those remaining, returned or in pre-exit), weighted by their persons. Households without an income are left out, and their persons are said.',
  },
  formula: { zh: 'Σ（人均纯收入 × 人数）÷ Σ 人数（已脱贫户）', en: 'Σ (net income per person × persons) ÷ Σ persons (exited households)' },
  source: {
    zh: '扶贫手册收入表第九项；2021年以来按年公布的“脱贫人口人均纯收入”；按人口加权为算术定义',
    en: 'Income sheet of the household booklet, item 9; the figure published each year since 2021; the weighting is arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { income: incomeOfExited('net_income_per_capita') },
  part: ({ income }) => income,
});
