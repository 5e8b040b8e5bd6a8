import { guarantee } from '../guarantee.ts';

export default guarantee({
  id: 'housing_coverage',
  label: { zh: '住房安全保障率', en: 'Safe housing' },
  secured: { zh: '住房安全有保障的贫困户', en: 'registered poor households with safe housing' },
  definition: {
    zh: '建档立卡贫困户中住房安全有保障的比例。填“是”而房屋等级是C级或D级的，按“不清楚”。',
    en: 'The share of registered poor households with safe housing. A "yes" beside a house graded C or D counts as unknown.',
  },
});
