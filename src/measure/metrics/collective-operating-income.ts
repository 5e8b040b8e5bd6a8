import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { byTheTotal, operatingIncome } from '../operating-income.ts';

/**
 * Operating income of the village collective (村集体经营性收入), yuan of the period: operating + contract + investment + other operating income.
 * Subsidies and one-off money are no part of it. Parts that are not known make it a lower bound, unless the village gives the total.
 * Source: 湖南农业科学 2022-11, where the four parts are named; no national document was found.
 */
export default defineMetric({
  id: 'collective_operating_income',
  group: 'income',
  label: { zh: '村集体经营性收入', en: 'Operating income of the collective' },
  short: { zh: '经营性收入', en: 'Operating' },
  unit: 'yuan',
  shape: 'amount',
  flow: 'added',
  annual: true,
  judgedBy: 'collective-operating-income/mark',
  numerator: {
    label: { zh: '经营、发包、投资和其他经营收入', en: 'operating, contract, investment and other operating income' },
    unit: 'yuan',
  },
  withoutDenominator: 'no-data',
  definition: {
    zh: '当期村集体的经营收入、发包及上交收入、投资收益和其他经营收入之和，不含补助和一次性收入。四项不全清楚时用村表填的合计；没有合计时是下限。',
    en: 'Operating, contract, investment and other operating income of the village collective in the period, without subsidies and one-off money. Where not all four are known the total in the village table stands; without it the sum is a lower bound.',
  },
  formula: {
    zh: '经营收入 + 发包及上交收入 + 投资收益 + 其他收入（经营性）',
    en: 'operating + contract + investment + other operating income',
  },
  source: {
    zh: '湖南农业科学2022年11期：经营性收入包括经营收入、发包及上交收入、投资收益、其他经营收入；各部门口径不尽相同，没有读到全国文件',
    en: '湖南农业科学 2022-11 names the four parts and says that agencies differ; no national document was found',
  },
  sufficient: [['villages']],
  reads: { income: operatingIncome },
  otherwise: { in: ({ income }) => income.byTotal, behind: byTheTotal },
  part: ({ income }) => amountPart(income),
});
