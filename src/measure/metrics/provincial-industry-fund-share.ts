import { bridgingFundShare } from '../industry-funds.ts';

/** Industry's share of the provincial bridging funds (省级衔接资金用于产业的占比). Source: marks by region and year. */
export default bridgingFundShare({
  id: 'provincial_industry_fund_share',
  source: 'province',
  judgedBy: 'provincial-industry-share',
  label: { zh: '省级衔接资金产业占比', en: "Industry's share of provincial bridging funds" },
  short: { zh: '省级产业占比', en: 'Provincial, industry' },
  funds: { zh: '省级资金', en: 'provincial funds' },
  document: { zh: '数值按地区和年度：四川2023年50%', en: 'marks by region and year: Sichuan 2023 50 %' },
});
