import { defineMetric } from '../metric.ts';
import { householdShare } from '../readers/index.ts';
import { shareAsTold } from '../ratio.ts';

/**
 * Industry coverage of all poor households (产业覆盖率，全部贫困户): with an industry, out of all registered, exempt ones included.
 * This is the reading that news reports usually print. Source: no document states it; the county "5+2" and village "3+1" targets count so.
 */
export default defineMetric({
  id: 'industry_coverage_all',
  group: 'industry',
  label: { zh: '产业覆盖率（全部贫困户）', en: 'Industry coverage, all poor households' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '有特色产业的贫困户', en: 'poor households with an industry' }, unit: 'households' },
  denominator: { label: { zh: '建档立卡贫困户', en: 'registered poor households' }, unit: 'households' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '有特色产业覆盖的贫困户占全部建档立卡贫困户的比例，豁免户也计入。新闻报道一般用这个口径。',
    en: 'The share of all registered poor households that have an industry, exempt ones included: the reading that news reports usually print.',
  },
  formula: { zh: '有产业的贫困户 ÷ 建档立卡贫困户', en: 'poor households with an industry ÷ registered poor households' },
  source: {
    zh: '柳城扶领发〔2020〕3号等县级“5+2”、村级“3+1”特色产业覆盖目标的口径；没有文件写成算式',
    en: 'The reading of the county "5+2" and village "3+1" targets (柳城扶领发〔2020〕3号 among others); no document prints it as an equation',
  },
  sufficient: [['villages'], ['households']],
  reads: { share: householdShare('industry_coverage_all', 'industry_households', 'registered_poor_households') },
  part: ({ share }) => shareAsTold(share),
});
