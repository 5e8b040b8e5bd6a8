import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { recurringIncome } from '../recurring-income.ts';

/**
 * Recurring collective income of the village (村级集体经济收入，经常性), yuan of the period: all receipts less subsidies and one-off money.
 * Where subsidies or one-off receipts are not known it is marked "not separated", and could be as little as nothing.
 * Source: Guangxi village exit form 2017, item 10: "获得稳定的收入".
 */
export default defineMetric({
  id: 'collective_income',
  group: 'core',
  label: { zh: '村级集体经济收入（经常性）', en: 'Collective income, recurring' },
  short: { zh: '集体收入', en: 'Income' },
  unit: 'yuan',
  shape: 'amount',
  flow: 'added',
  annual: true,
  judgedBy: 'collective-income',
  numerator: { label: { zh: '全部进账减去补助和一次性收入', en: 'all receipts less subsidies and one-off receipts' }, unit: 'yuan' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '当期村集体的全部进账，减去财政补助，再减去一次性收入（征地补偿、变卖资产、捐赠）。补助或一次性收入不清楚时标注“未分开”，最低可能为 0。',
    en: 'All receipts of the village collective in the period, less subsidies, less one-off money (land compensation, sales of assets, donations). Where either is not known it is marked "not separated" and could be as little as 0.',
  },
  formula: { zh: '全部进账 − 补助收入 − 一次性收入', en: 'all receipts − subsidies − one-off receipts' },
  source: {
    zh: '广西贫困村脱贫摘帽双认定表（2017年）第10项“获得稳定的收入”；农村集体经济组织会计制度：征地补偿计入公积公益金，不是收入',
    en: 'Guangxi village exit form 2017, item 10 ("stable income"); accounting rules of rural collectives: land compensation is equity, not revenue',
  },
  sufficient: [['villages']],
  excluded: [
    { label: { zh: '补助收入', en: 'subsidies' }, unit: 'yuan', declared: 'subsidy_income' },
    { label: { zh: '一次性收入', en: 'one-off receipts' }, unit: 'yuan', declared: 'one_off_income' },
  ],
  reads: { recurring: recurringIncome },
  part: ({ recurring: { income, separated } }) => {
    const part = amountPart(income);
    return separated ? part : { ...part, marks: ['not-separated'] };
  },
});
