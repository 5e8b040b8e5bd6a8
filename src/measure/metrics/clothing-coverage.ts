import { guarantee } from '../guarantee.ts';

export default guarantee({
  id: 'clothing_coverage',
  label: { zh: '不愁穿比例', en: 'Clothing secured' },
  secured: { zh: '不愁穿的贫困户', en: 'registered poor households with clothing secured' },
  definition: {
    zh: '建档立卡贫困户中不愁穿的比例。',
    en: 'The share of registered poor households that need not worry about clothing.',
  },
});
