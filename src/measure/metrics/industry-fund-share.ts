import { industryFunds, industryShare } from '../industry-funds.ts';
import { defineMetric } from '../metric.ts';

/**
 * Industry's share of the funds (产业资金占比): received by industry projects out of all received in the period, of one source with `--source`.
 * Projects whose source is not known may belong to it. Money in fen. Source: the target "60 % and more" of the central funds in the No. 1 document of 2023.
 */
export default defineMetric({
  id: 'industry_fund_share',
  group: 'funds',
  label: { zh: '产业资金占比', en: "Industry's share of the funds" },
  unit: 'share',
  shape: 'ratio',
  flow: 'added',
  of: 'projects',
  numerator: { label: { zh: '产业项目到位资金', en: 'funds received by industry projects' }, unit: 'yuan' },
  denominator: { label: { zh: '到位资金', en: 'funds received' }, unit: 'yuan' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '当期到位资金中产业项目的比例。--source central 等只看一种来源的资金；来源空白的项目可能属于它，计入上下限。',
    en: 'The share of industry projects in the funds received in the period. --source central (and so on) looks at one source alone; projects without a source may belong to it, and set the range.',
  },
  formula: { zh: '产业项目到位资金 ÷ 到位资金', en: 'received by industry projects ÷ received' },
  source: {
    zh: '2023年中央一号文件：中央财政衔接资金用于产业发展的比重力争提高到60%以上',
    en: 'Central No. 1 document of 2023: the share of central funds for industry is to rise to 60 % and more',
  },
  sufficient: [['projects']],
  reads: industryFunds(),
  part: industryShare,
});
