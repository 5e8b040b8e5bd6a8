import { NOT_KNOWN, growthPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { aYearBefore, declared } from '../readers/index.ts';

/** Growth of all receipts of the village collective over one year: what "翻了几十倍" in a news report usually means. Source: arithmetic. */
export default defineMetric({
  id: 'collective_income_total_growth',
  group: 'income',
  label: { zh: '村级集体经济全部进账增长率', en: 'Growth of collective income, all receipts' },
  unit: 'share',
  shape: 'growth',
  flow: 'added',
  numerator: { label: { zh: '比上年增加额', en: 'change over the year' }, unit: 'yuan' },
  denominator: { label: { zh: '上年全部进账', en: 'all receipts one year earlier' }, unit: 'yuan' },
  withoutDenominator: 'base-not-positive',
  definition: {
    zh: '全部进账（含补助和一次性收入）比上一年增长多少。征地补偿会让它翻几十倍，不说明村集体经济变强。',
    en: 'By how much all receipts (subsidies and one-off money included) grew over one year. Land compensation multiplies it without making the collective any stronger.',
  },
  formula: { zh: '（本年全部进账 − 上年全部进账）÷ 上年全部进账', en: '(all receipts now − one year earlier) ÷ one year earlier' },
  source: { zh: '算术定义', en: 'Arithmetic' },
  sufficient: [['villages']],
  reads: { now: above(declared('collective_income')), base: aYearBefore(declared('collective_income')) },
  part: ({ now, base }) => growthPart(now, base ?? NOT_KNOWN),
});
