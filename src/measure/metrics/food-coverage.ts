import { guarantee } from '../guarantee.ts';

export default guarantee({
  id: 'food_coverage',
  label: { zh: '不愁吃比例', en: 'Food secured' },
  secured: { zh: '不愁吃的贫困户', en: 'registered poor households with food secured' },
  definition: {
    zh: '建档立卡贫困户中不愁吃的比例。空白为不清楚，不算“否”。',
    en: 'The share of registered poor households that need not worry about food. A blank is unknown, never "no".',
  },
});
