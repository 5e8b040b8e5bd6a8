import { defineMetric } from '../metric.ts';
import { recordedShare } from '../readers/index.ts';
import { shareAsTold } from '../ratio.ts';

/**
 * Share of risks cleared (风险消除率): households whose risk is cleared, out of all that are or were monitored, never-registered ones included.
 * A monitored household that does not say is missing. Source: the columns 监测对象类型 and 风险是否消除 of the monitoring lists.
 */
export default defineMetric({
  id: 'risk_cleared_share',
  group: 'exits',
  label: { zh: '风险消除率', en: 'Share of risks cleared' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '风险已消除的监测户', en: 'monitored households whose risk is cleared' }, unit: 'households' },
  denominator: {
    label: { zh: '有监测类型、风险是否消除清楚的户', en: 'ever monitored households that say whether it is' },
    unit: 'households',
  },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '有监测类型的户（曾经或正在监测，非建档立卡户也算）中，风险已消除的比例。',
    en: 'Among households with a monitoring type (monitored now or before, never-registered ones included), the share whose risk is cleared.',
  },
  formula: { zh: '风险已消除户 ÷ 有监测类型的户', en: 'households with the risk cleared ÷ households ever monitored' },
  source: {
    zh: '中农组发〔2021〕7号：监测对象三类；防返贫监测名单“风险是否消除”；算术定义',
    en: '中农组发〔2021〕7号, the three types; monitoring lists, 风险是否消除; arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { share: recordedShare('risk_cleared_share') },
  part: ({ share }) => shareAsTold(share),
});
