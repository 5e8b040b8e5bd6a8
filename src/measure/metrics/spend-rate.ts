import { defineMetric } from '../metric.ts';
import { above, below, unknown } from '../reader.ts';
import { project } from '../readers/index.ts';
import { rateOfFunds } from '../spend-rate.ts';

/** Spend rate (资金支出率): spent out of received in the period, over projects where both are known. Money in fen. Source: arithmetic over the register. */
export default defineMetric({
  id: 'spend_rate',
  group: 'funds',
  label: { zh: '资金支出率', en: 'Spend rate' },
  unit: 'share',
  shape: 'ratio',
  flow: 'added',
  of: 'projects',
  numerator: { label: { zh: '支出资金', en: 'funds spent' }, unit: 'yuan' },
  denominator: { label: { zh: '到位资金', en: 'funds received' }, unit: 'yuan' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '当期支出资金占到位资金的比例，只算两项都清楚的项目。',
    en: 'Funds spent in the period out of funds received in it, over the projects where both are known.',
  },
  formula: { zh: '支出资金 ÷ 到位资金', en: 'funds spent ÷ funds received' },
  source: { zh: '项目台账；没有文件写成算式', en: 'Register of projects; no document prints the equation' },
  sufficient: [['projects']],
  reads: {
    spent: above(project('spent_where_received_known')),
    received: below(project('received_where_spent_known')),
    oneUnknown: unknown(project('spend_unknown')),
  },
  part: rateOfFunds,
});
