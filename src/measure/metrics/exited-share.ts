import { defineMetric } from '../metric.ts';
import { recordedShare } from '../readers/index.ts';
import { shareAsTold } from '../ratio.ts';

/**
 * Share of households that left poverty (脱贫户占比): status exited, out of all registered. 预脱贫 has not exited yet.
 * A village row cannot give it: what is not remaining may be 预脱贫. Source: the status of the national registry.
 */
export default defineMetric({
  id: 'exited_share',
  group: 'exits',
  label: { zh: '脱贫户占比', en: 'Share of households that left poverty' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '已脱贫的建档立卡户', en: 'registered households that left poverty' }, unit: 'households' },
  denominator: { label: { zh: '建档立卡贫困户', en: 'registered poor households' }, unit: 'households' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '建档立卡贫困户中状态为已脱贫的比例。返贫、预脱贫的户不算已脱贫。',
    en: 'The share of registered poor households whose status is "exited". Households returned to poverty or in pre-exit have not left it.',
  },
  formula: { zh: '已脱贫户 ÷ 建档立卡贫困户', en: 'households with the status exited ÷ registered poor households' },
  source: {
    zh: '全国扶贫开发信息系统脱贫属性 1“脱贫”；算术定义',
    en: 'National registry, status 1 "exited"; arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { share: recordedShare('exited_share') },
  part: ({ share }) => shareAsTold(share),
});
