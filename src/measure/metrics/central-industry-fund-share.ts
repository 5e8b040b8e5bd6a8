import { bridgingFundShare } from '../industry-funds.ts';

/** Industry's share of the central bridging funds (中央衔接资金用于产业的占比). Source: the No. 1 document of 2023 (力争提高到60%以上); marks by region and year. */
export default bridgingFundShare({
  id: 'central_industry_fund_share',
  source: 'central',
  judgedBy: 'central-industry-share',
  label: { zh: '中央衔接资金产业占比', en: "Industry's share of central bridging funds" },
  short: { zh: '中央产业占比', en: 'Central, industry' },
  funds: { zh: '中央资金', en: 'central funds' },
  document: {
    zh: '2023年中央一号文件“力争提高到60%以上”；数值按地区和年度：内蒙古2022年55%且不低于2021年，四川2023年60%',
    en: 'No. 1 document of 2023 ("to 60 % and more if possible"); marks by region and year: Inner Mongolia 2022 55 % and not under 2021, Sichuan 2023 60 %',
  },
});
