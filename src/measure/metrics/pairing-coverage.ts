import { defineMetric } from '../metric.ts';
import { shareAsTold, shareOfHouseholds } from '../ratio.ts';
import { householdShare, kinds, shareRows } from '../readers/index.ts';

/** Pairing coverage (结对帮扶覆盖率): registered poor households with a helper, out of all registered. Source: arithmetic over 帮扶责任人; no document prints the formula. */
export default defineMetric({
  id: 'pairing_coverage',
  group: 'pairing',
  label: { zh: '结对帮扶覆盖率', en: 'Pairing coverage' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '有帮扶责任人的贫困户', en: 'poor households with a helper' }, unit: 'households' },
  denominator: { label: { zh: '建档立卡贫困户', en: 'registered poor households' }, unit: 'households' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '有帮扶责任人或帮扶单位的贫困户占建档立卡贫困户的比例。',
    en: 'The share of registered poor households that have a helper or a helping unit.',
  },
  formula: { zh: '有帮扶责任人的贫困户 ÷ 建档立卡贫困户', en: 'households with a helper ÷ registered poor households' },
  source: {
    zh: '帮扶手册“帮扶责任人”栏；没有文件写成算式',
    en: 'The helper entries of the household booklet; no document prints the equation',
  },
  sufficient: [['villages'], ['households']],
  reads: { share: householdShare('pairing_coverage', 'paired_households', 'registered_poor_households') },
  part: ({ share }) => shareAsTold(share),
  ofHelperUnit: {
    reads: { share: shareRows('pairing_coverage'), byUnit: kinds('paired_households_by_unit') },
    part: ({ share, byUnit }, unit) => {
      if (!share) return { value: undefined, reason: 'no-data', low: 'open', high: 'open', missing: 0n, rejected: 0n };
      const { yes, no } = share;
      // Paired with another unit is not paired with this one.
      const paired = byUnit.get(unit)?.yes ?? 0n;
      return shareOfHouseholds({ ...share, yes: { ...yes, yes: paired }, no: { ...no, yes: no.yes + yes.yes - paired } });
    },
  },
});
