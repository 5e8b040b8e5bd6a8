import { asNumerator, growthPartOfMeans, incomeOfExited } from '../exited-income.ts';
import { defineMetric } from '../metric.ts';
import { aYearBefore } from '../readers/index.ts';

/** Of either year the incomes are shown, and with them the persons that they are of. */
const income = incomeOfExited('net_income_per_capita');

/**
 * Growth of the net income of the exited per person over one year (脱贫人口人均纯收入增速): of the mean, both years with those who had exited then. Villages
 * known in both years are added up before the means are made. Judged against a rate that a standards file gives; none is shipped.
 * Source: arithmetic; published: 12 550 yuan after +1 810 is 16.9 %.
 */
export default defineMetric({
  id: 'exited_income_growth',
  group: 'income',
  label: { zh: '脱贫人口人均纯收入增速', en: 'Growth of the net income of the exited' },
  short: { zh: '脱贫收入增速', en: 'Exited, growth' },
  unit: 'share',
  shape: 'growth',
  annual: true,
  estimated: true,
  unsummed: true,
  judgedBy: 'exited-income/growth',
  numerator: { label: { zh: '人均纯收入比上年增加', en: 'change of the mean over the year' }, unit: 'yuan' },
  denominator: { label: { zh: '上年人均纯收入', en: 'mean one year earlier' }, unit: 'yuan' },
  withoutDenominator: 'base-not-positive',
  definition: {
    zh: '已脱贫户人均纯收入（按人口加权）比上一年增长多少，两年各按当年的已脱贫户计算。要和农民人均可支配收入增速等比较，用 --standards 给出 exited-income/growth。',
    en: 'By how much the mean net income of exited households (weighted by persons) grew over one year, each year with those exited then. To hold it against a rate (that of all farmers, say), give exited-income/growth in a standards file.',
  },
  formula: { zh: '（本年人均 − 上年人均）÷ 上年人均', en: '(mean now − one year earlier) ÷ one year earlier' },
  source: {
    zh: '算术定义；公布的例子：12550元，增加1810元，增长16.9%',
    en: 'Arithmetic; a published case: 12 550 yuan, 1 810 more, 16.9 %',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { now: asNumerator(income), base: aYearBefore(income) },
  part: ({ now, base }) => growthPartOfMeans(now, base),
});
