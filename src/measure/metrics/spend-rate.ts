import { defineMetric } from '../metric.ts';
import type { Part } from '../part.ts';

const NOTHING = { numerator: 0n, denominator: 0n };

/** Where no project says both: nothing to add where there is none at all, anything where what there is is not known. */
function noRate(missing: bigint, rejected: bigint): Part {
  const bound = missing + rejected === 0n ? NOTHING : 'open';
  return { value: undefined, reason: 'no-data', low: bound, high: bound, missing, rejected };
}

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
  uses: ['project.rows', 'project.spent_where_received_known', 'project.received_where_spent_known', 'project.spend_unknown'],
  behind: {
    numerator: ['project.spent_where_received_known'],
    denominator: ['project.received_where_spent_known'],
    unknown: ['project.spend_unknown'],
  },
  part: (place): Part => {
    const [spent, received, unknown] = ['spent_where_received_known', 'received_where_spent_known', 'spend_unknown'].map((id) =>
      place.project(id, 'rows'),
    );
    const missing = (unknown?.value ?? 0n) + (unknown?.missing ?? 0n);
    if (!spent || !received || spent.value === undefined || received.value === undefined) return noRate(missing, unknown?.rejected ?? 0n);
    const value = { numerator: spent.value, denominator: received.value };
    const isCertain = missing + received.rejected === 0n && !spent.atLeast && !received.atLeast;
    return {
      value,
      // Where one of the two is not known, or a lower bound, it could be anything.
      low: isCertain ? value : 'open',
      high: isCertain ? value : 'open',
      missing,
      rejected: received.rejected,
      bounded: spent.atLeast || received.atLeast,
    };
  },
});
