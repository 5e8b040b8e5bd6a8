import { defineMetric } from '../metric.ts';
import { shareAsTold } from '../ratio.ts';
import { recordedShare } from '../readers/index.ts';

/**
 * Coverage by links with a cooperative or firm (利益联结覆盖率): of exited households and monitored ones whose risk is not cleared, those linked.
 * Source: the ministry's figure of 2025 (近四分之三与新型经营主体建立利益联结); the definition is ours.
 */
export default defineMetric({
  id: 'liaison_coverage',
  group: 'industry',
  label: { zh: '利益联结覆盖率', en: 'Households linked with a cooperative or firm' },
  short: { zh: '利益联结', en: 'Linked' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '有利益联结的脱贫户和监测户', en: 'exited and monitored households that are linked' }, unit: 'households' },
  denominator: { label: { zh: '脱贫户和监测户', en: 'exited and monitored households' }, unit: 'households' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '已脱贫户和风险未消除的监测户（含非建档立卡户）中，与合作社、龙头企业等建立利益联结的比例。户表有“利益联结”一列才能计算。',
    en: 'Among exited households and monitored ones whose risk is not cleared (never-registered included), the share linked with a cooperative, a firm or the like. It needs the column of the household table.',
  },
  formula: { zh: '有利益联结的脱贫户和监测户 ÷ 脱贫户和监测户', en: 'linked households ÷ exited and monitored households' },
  source: {
    zh: '农业农村部2025年公布：近四分之三的脱贫户与新型经营主体建立利益联结；算术定义',
    en: 'Published by the ministry in 2025: nearly three quarters are linked; the definition is arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { share: recordedShare('liaison_coverage') },
  part: ({ share }) => shareAsTold(share),
});
