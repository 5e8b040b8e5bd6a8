import { defineMetric } from '../metric.ts';
import { above, below, unknown } from '../reader.ts';
import { project } from '../readers/index.ts';
import { rateOfFunds } from '../spend-rate.ts';

/**
 * Spend rate to date (累计资金支出率): spent out of received over all periods up to the day of judgement, over projects where both are known.
 * Source: arithmetic over the register; its sister `spend_rate` is of one period.
 */
export default defineMetric({
  id: 'spend_rate_to_date',
  group: 'funds',
  label: { zh: '累计资金支出率', en: 'Spend rate to date' },
  unit: 'share',
  shape: 'ratio',
  of: 'projects',
  numerator: { label: { zh: '累计支出资金', en: 'funds spent to date' }, unit: 'yuan' },
  denominator: { label: { zh: '累计到位资金', en: 'funds received to date' }, unit: 'yuan' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '截至统计日，项目历年累计支出占累计到位资金的比例，只算每一期两项都清楚的项目。',
    en: 'Funds spent out of funds received over all periods up to the day of judgement, over the projects where both are known in every period.',
  },
  formula: { zh: '累计支出资金 ÷ 累计到位资金', en: 'funds spent to date ÷ funds received to date' },
  source: { zh: '项目台账；没有文件写成算式', en: 'Register of projects; no document prints the equation' },
  sufficient: [['projects']],
  reads: {
    spent: above(project('spent_to_date')),
    received: below(project('received_to_date')),
    oneUnknown: unknown(project('spend_unknown_to_date')),
  },
  part: rateOfFunds,
});
