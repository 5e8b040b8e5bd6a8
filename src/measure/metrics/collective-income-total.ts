import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { declared } from '../readers/index.ts';

/** All receipts of the village collective (村级集体经济全部进账), yuan of the period, subsidies and one-off money included: for disclosure, not for a threshold. */
export default defineMetric({
  id: 'collective_income_total',
  group: 'income',
  label: { zh: '村级集体经济全部进账', en: 'Collective income, all receipts' },
  unit: 'yuan',
  shape: 'amount',
  flow: 'added',
  numerator: { label: { zh: '全部进账（含补助、一次性）', en: 'all receipts, subsidies and one-off money included' }, unit: 'yuan' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '当期村集体的全部进账，含财政补助和一次性收入（征地补偿、变卖资产、捐赠）。只供公开，不用来对照标准。',
    en: 'All receipts of the village collective in the period, with subsidies and one-off money (land compensation, sales of assets, donations). For disclosure; no threshold is held against it.',
  },
  formula: { zh: '全部进账', en: 'all receipts' },
  source: {
    zh: '村集体经济组织收益及收益分配统计表：总收入',
    en: 'Statistics table of the collectives’ income and distribution: total receipts',
  },
  sufficient: [['villages']],
  reads: { receipts: above(declared('collective_income')) },
  part: ({ receipts }) => amountPart(receipts),
});
