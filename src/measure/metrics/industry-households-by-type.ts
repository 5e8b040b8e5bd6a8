import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Households by industry (各产业参与户数). Source: statistics table of village industries. */
export default defineMetric({
  id: 'industry_households_by_type',
  group: 'industry',
  label: { zh: '各产业参与户数', en: 'Households by industry' },
  unit: 'households',
  shape: 'amount',
  breakdown: { fact: 'evidence.industry_households_by_type', column: 'industries', unit: 'households' },
  numerator: { label: { zh: '有特色产业的贫困户', en: 'registered poor households with an industry' }, unit: 'households' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '有特色产业的建档立卡贫困户数，并按产业分列。一户在合计里只算一次，在它的每个产业里各算一次，所以各产业之和可以大于合计。',
    en: 'Registered poor households with an industry, and how many in each. A household counts once in the total and once in each of its industries, so these may add up to more.',
  },
  formula: { zh: '有产业的户数；按产业：参与该产业的户数', en: 'households with an industry; of each, those that take part in it' },
  source: {
    zh: '村特色产业情况统计表：产业1、2、3各有户数；算术定义',
    en: 'Statistics table of village industries (households of each); arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: { households: above(told('industry_households_by_type')) },
  part: ({ households }) => amountPart(households),
});
