import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Households with housing aid (危旧房改造补助户数). Source: arithmetic over 危旧房改造补助. */
export default defineMetric({
  id: 'housing_aid_households',
  group: 'funds',
  label: { zh: '危旧房改造补助户数', en: 'Households with housing aid' },
  unit: 'households',
  shape: 'amount',
  numerator: { label: { zh: '得到危旧房改造补助的户', en: 'households with housing aid' }, unit: 'households' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '当期得到危旧房改造补助（金额大于 0）的户数，非建档立卡户也算。',
    en: 'Households that received housing aid above 0 in the period, never-registered ones included.',
  },
  formula: { zh: '危旧房改造补助金额大于 0 的户数', en: 'households with housing aid above 0' },
  source: { zh: '危旧房改造补助发放表；算术定义', en: 'Lists of aid paid; arithmetic' },
  sufficient: [['households'], ['villages', 'households']],
  reads: { households: above(told('housing_aid_households', 'all-households')) },
  part: ({ households }) => amountPart(households),
});
