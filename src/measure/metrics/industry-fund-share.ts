import { defineMetric } from '../metric.ts';
import type { Part } from '../part.ts';
import { fraction } from '../possible.ts';
import { UNNAMED } from '../../language/fact.ts';
import type { Sum } from '../../tally/sum.ts';

/**
 * Industry's share of the funds (产业资金占比): received by industry projects out of all received in the period, of one source with `--source`.
 * Projects whose source is not known may belong to it. Money in fen. Source: the target "60 % and more" of the central funds in the No. 1 document of 2023.
 */
export default defineMetric({
  id: 'industry_fund_share',
  group: 'funds',
  label: { zh: '产业资金占比', en: "Industry's share of the funds" },
  unit: 'share',
  shape: 'ratio',
  flow: 'added',
  of: 'projects',
  numerator: { label: { zh: '产业项目到位资金', en: 'funds received by industry projects' }, unit: 'yuan' },
  denominator: { label: { zh: '到位资金', en: 'funds received' }, unit: 'yuan' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '当期到位资金中产业项目的比例。--source central 等只看一种来源的资金；来源空白的项目可能属于它，计入上下限。',
    en: 'The share of industry projects in the funds received in the period. --source central (and so on) looks at one source alone; projects without a source may belong to it, and set the range.',
  },
  formula: { zh: '产业项目到位资金 ÷ 到位资金', en: 'received by industry projects ÷ received' },
  source: {
    zh: '2023年中央一号文件：中央财政衔接资金用于产业发展的比重力争提高到60%以上',
    en: 'Central No. 1 document of 2023: the share of central funds for industry is to rise to 60 % and more',
  },
  sufficient: [['projects']],
  uses: [
    'project.rows',
    'project.received_yuan',
    'project.received_for_industry',
    'project.received_by_source',
    'project.received_for_industry_by_source',
  ],
  behind: { numerator: ['project.received_for_industry'], denominator: ['project.received_yuan'] },
  part: (place): Part => {
    const { source } = place;
    const [all, industry] = (
      source === undefined ? ['received_yuan', 'received_for_industry'] : ['received_by_source', 'received_for_industry_by_source']
    ).map((id) => place.project(id, 'rows'));
    if (!all || !industry || all.value === undefined) {
      const [missing, rejected] = [all?.missing ?? 0n, all?.rejected ?? 0n];
      // Nothing to add where there is no project at all; where what they received is not known it could be anything.
      const bound = missing + rejected === 0n ? fraction(0n, 0n) : 'open';
      return { value: undefined, reason: 'no-data', low: bound, high: bound, missing, rejected };
    }
    const total = source === undefined ? all.low : place.named('project', 'received_by_source', source).yes;
    const forIndustry = source === undefined ? industry.low : place.named('project', 'received_for_industry_by_source', source).yes;
    const unnamed = (id: string): Sum => place.named('project', id, UNNAMED);
    const [loose, looseIndustry] =
      source === undefined ? [0n, 0n] : [unnamed('received_by_source').yes, unnamed('received_for_industry_by_source').yes];
    // What rejected rows received may be industry's or not.
    const rejected = all.high === 'open' ? 'open' : all.high - all.low;
    return {
      value: fraction(forIndustry, total),
      low: rejected === 'open' ? 'open' : fraction(forIndustry, total + loose - looseIndustry + rejected),
      high: rejected === 'open' ? 'open' : fraction(forIndustry + looseIndustry + rejected, total + looseIndustry + rejected),
      missing: all.missing,
      rejected: all.rejected,
      bounded: all.atLeast,
    };
  },
});
