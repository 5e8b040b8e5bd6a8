import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { told } from '../readers/index.ts';

/** Industry awards (产业奖补金额) of registered households, in fen. Source: arithmetic over 产业奖补. */
export default defineMetric({
  id: 'award_yuan',
  group: 'industry',
  label: { zh: '产业奖补金额', en: 'Industry awards' },
  unit: 'yuan',
  shape: 'amount',
  flow: 'added',
  numerator: { label: { zh: '产业奖补金额', en: 'industry awards' }, unit: 'yuan' },
  withoutDenominator: 'no-data',
  definition: { zh: '当期发给建档立卡贫困户的产业奖补总额。', en: 'All industry awards to registered poor households in the period.' },
  formula: { zh: '各户产业奖补金额之和', en: 'the sum of the awards of households' },
  source: { zh: '产业奖补发放表；算术定义', en: 'Lists of awards paid; arithmetic' },
  sufficient: [['villages'], ['households'], ['villages', 'households']],
  reads: { award: above(told('award_yuan', 'yuan')) },
  part: ({ award }) => amountPart(award),
});
