import { defineMetric } from '../metric.ts';
import { above, below } from '../reader.ts';
import { recorded } from '../readers/index.ts';
import { incomePart, personsWithoutIncome } from '../income.ts';

/**
 * Net income per person (人均纯收入): the mean over the persons of registered households, each household weighing its persons.
 * Persons whose income is not known are missing; the mean has no bounds then. Source: income sheet of the household booklet, item 9.
 */
export default defineMetric({
  id: 'net_income_per_person',
  group: 'income',
  label: { zh: '贫困户人均纯收入', en: 'Net income per person' },
  unit: 'yuan',
  shape: 'mean',
  numerator: { label: { zh: '各户人均纯收入乘以人数之和', en: 'net income of the households' }, unit: 'yuan' },
  denominator: { label: { zh: '收入清楚的建档立卡人口', en: 'registered persons whose income is known' }, unit: 'persons' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '建档立卡贫困户的人均纯收入按家庭人口加权平均：人口多的户权重大。收入空白的户不计入，另列人数。',
    en: 'The mean of the net income per person of registered households, weighted by their persons. Households without an income are left out, and their persons are said.',
  },
  formula: { zh: 'Σ（人均纯收入 × 人数）÷ Σ 人数', en: 'Σ (net income per person × persons) ÷ Σ persons' },
  source: {
    zh: '扶贫手册收入表第九项“年人均纯收入”；按人口加权为算术定义',
    en: 'Income sheet of the household booklet, item 9; the weighting is arithmetic',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: {
    income: above(recorded('income_times_persons')),
    persons: below(recorded('persons_with_income')),
    others: personsWithoutIncome,
  },
  part: ({ income, persons, others }) => incomePart(income && persons && { above: income, below: persons }, others),
});
