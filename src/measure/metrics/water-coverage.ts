import { guarantee } from '../guarantee.ts';

export default guarantee({
  id: 'water_coverage',
  label: { zh: '饮水安全保障率', en: 'Safe water' },
  secured: { zh: '饮水安全的贫困户', en: 'registered poor households with safe water' },
  definition: {
    zh: '建档立卡贫困户中饮水安全的比例。',
    en: 'The share of registered poor households with safe water.',
  },
});
