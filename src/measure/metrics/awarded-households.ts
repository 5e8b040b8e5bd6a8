import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Households with an industry award (产业奖补户数): registered households whose award is above 0. Source: arithmetic over 产业奖补. */
export default defineMetric({
  id: 'awarded_households',
  group: 'industry',
  label: { zh: '产业奖补户数', en: 'Households with an industry award' },
  unit: 'households',
  shape: 'amount',
  flow: 'recounted',
  numerator: { label: { zh: '得到产业奖补的贫困户', en: 'registered poor households with an industry award' }, unit: 'households' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '当期得到产业奖补的建档立卡贫困户数。户表以奖补金额大于 0 为准。',
    en: 'Registered poor households that received an industry award in the period; in household rows, those with an amount above 0.',
  },
  formula: { zh: '产业奖补金额大于 0 的贫困户数', en: 'registered poor households with an award above 0' },
  source: { zh: '产业奖补发放表；算术定义', en: 'Lists of awards paid; arithmetic' },
  sufficient: [['villages'], ['households'], ['villages', 'households']],
  reads: { awarded: above(told('awarded_households')) },
  part: ({ awarded }) => amountPart(awarded),
});
