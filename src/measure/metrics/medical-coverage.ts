import { guarantee } from '../guarantee.ts';

export default guarantee({
  id: 'medical_coverage',
  label: { zh: '基本医疗保障率', en: 'Medical care secured' },
  secured: { zh: '基本医疗有保障的贫困户', en: 'registered poor households with basic medical care secured' },
  definition: {
    zh: '建档立卡贫困户中基本医疗有保障的比例。',
    en: 'The share of registered poor households whose basic medical care is secured.',
  },
});
