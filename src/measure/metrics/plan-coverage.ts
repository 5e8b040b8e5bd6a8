import { defineMetric } from '../metric.ts';
import { householdShare } from '../readers/index.ts';
import { shareAsTold } from '../ratio.ts';

/** Plan coverage (一户一策覆盖率): registered poor households with a plan of their own, out of all registered. Source: arithmetic; no document prints the formula. */
export default defineMetric({
  id: 'plan_coverage',
  group: 'pairing',
  label: { zh: '一户一策覆盖率', en: 'Plan coverage' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '有帮扶计划的贫困户', en: 'poor households with a plan' }, unit: 'households' },
  denominator: { label: { zh: '建档立卡贫困户', en: 'registered poor households' }, unit: 'households' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '制定了“一户一策”帮扶计划的贫困户占建档立卡贫困户的比例。',
    en: 'The share of registered poor households with a plan of their own.',
  },
  formula: { zh: '有帮扶计划的贫困户 ÷ 建档立卡贫困户', en: 'households with a plan ÷ registered poor households' },
  source: { zh: '“一户一策”帮扶计划；没有文件写成算式', en: 'The plan for each household (一户一策); no document prints the equation' },
  sufficient: [['villages'], ['households']],
  reads: { share: householdShare('plan_coverage', 'planned_households', 'registered_poor_households') },
  part: ({ share }) => shareAsTold(share),
});
