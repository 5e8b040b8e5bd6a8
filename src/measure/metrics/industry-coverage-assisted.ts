import { defineMetric } from '../metric.ts';
import { shareAsTold } from '../ratio.ts';
import { recordedShare } from '../readers/index.ts';

/**
 * Industry coverage of the assisted (脱贫户和监测户产业帮扶覆盖率): exited households and monitored ones whose risk is not cleared, never-registered ones
 * (边缘易致贫户) included; those with an industry out of all of them, exempt ones too. A household of which it is not known whether it belongs sets the range.
 * Source: the ministry's figure since 2021 (2025: over 85 % of 脱贫户 and 监测户 with at least one industry measure).
 */
export default defineMetric({
  id: 'industry_coverage_assisted',
  group: 'industry',
  label: { zh: '产业覆盖率（脱贫户和监测户）', en: 'Industry coverage, exited and monitored' },
  short: { zh: '产业覆盖率（脱贫、监测）', en: 'Coverage' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '有产业的脱贫户和监测户', en: 'exited and monitored households with an industry' }, unit: 'households' },
  denominator: { label: { zh: '脱贫户和监测户', en: 'exited and monitored households' }, unit: 'households' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '已脱贫户和风险未消除的监测户（含非建档立卡的边缘易致贫户、突发严重困难户）中有产业的比例。一户只算一次；豁免户也计入；风险已消除的非建档立卡户不算。',
    en: 'The share with an industry among exited households and monitored ones whose risk is not cleared (never-registered households included). A household counts once; exempt ones count; never-registered households whose risk is cleared do not.',
  },
  formula: {
    zh: '有产业的脱贫户和监测户 ÷ 脱贫户和监测户',
    en: 'exited and monitored households with an industry ÷ exited and monitored households',
  },
  source: {
    zh: '农业农村部公布的口径（2025年）：至少享受一项产业帮扶措施的脱贫户和监测户，见 http://nyt.hubei.gov.cn/bmdt/ztzl/zxzt/sdgjz/cyjzfp/202510/t20251023_5796691.shtml',
    en: 'The figure that the ministry publishes (2025): 脱贫户 and 监测户 with at least one industry measure, http://nyt.hubei.gov.cn/bmdt/ztzl/zxzt/sdgjz/cyjzfp/202510/t20251023_5796691.shtml',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { share: recordedShare('industry_coverage_assisted') },
  part: ({ share }) => shareAsTold(share),
});
