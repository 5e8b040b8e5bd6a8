import { asNumerator, incomeOfExited, leadPart } from '../exited-income.ts';
import { ROWS_OF_FARMERS, incomeOfFarmers } from '../farmers-income.ts';
import { defineMetric } from '../metric.ts';
import { aYearBefore } from '../readers/index.ts';

const exited = incomeOfExited('net_income_per_capita');

/**
 * By how much the income of the exited grew faster than that of all farmers (增速差), in percentage points: the growth of one mean less that of the other.
 * Villages count that know all four. Source: arithmetic; published: 16.9 % against 10.5 % is 6.4 points.
 */
export default defineMetric({
  id: 'exited_income_lead',
  group: 'income',
  label: { zh: '脱贫人口收入增速高出农民（百分点）', en: 'Exited ahead of all farmers, percentage points of growth' },
  short: { zh: '增速差', en: 'Ahead' },
  unit: 'share',
  shape: 'ratio',
  annual: true,
  estimated: true,
  unsummed: true,
  judgedBy: 'exited-income/lead',
  numerator: { label: { zh: '脱贫人口人均纯收入增速', en: 'growth of the net income of the exited' }, unit: 'yuan' },
  denominator: { label: { zh: '农民人均可支配收入增速', en: 'growth of the income of all farmers' }, unit: 'yuan' },
  withoutDenominator: 'base-not-positive',
  definition: {
    zh: '脱贫人口人均纯收入增速减去农民人均可支配收入增速（村表），单位是百分点；负数表示低于农民。两项两年都清楚的村才计入。',
    en: 'The growth of the net income of the exited less that of the income of all farmers (village table), in percentage points; below zero the exited fall behind. Villages count that know both in both years.',
  },
  formula: { zh: '脱贫人口收入增速 − 农民收入增速', en: 'growth of the exited − growth of all farmers' },
  source: {
    zh: '算术定义；公布的例子：16.9%比农民高6.4个百分点',
    en: 'Arithmetic; a published case: 16.9 %, 6.4 points above all farmers',
  },
  sufficient: [['villages', 'households']],
  reads: {
    now: asNumerator(exited),
    base: aYearBefore(exited),
    farmers: { ...incomeOfFarmers, behind: { denominator: ROWS_OF_FARMERS } },
    farmersBase: aYearBefore(incomeOfFarmers),
  },
  part: ({ now, base, farmers, farmersBase }) => leadPart([now, base, farmers, farmersBase]),
});
