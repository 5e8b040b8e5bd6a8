import { guarantee } from '../guarantee.ts';

/** A household with any "no" lacks them; one with no "no" and a blank is unknown; no child of school age is no obstacle. */
export default guarantee({
  id: 'all_guarantees_coverage',
  label: { zh: '“两不愁三保障”和饮水全部达标率', en: 'All guarantees secured' },
  secured: {
    zh: '吃、穿、义务教育、基本医疗、住房、饮水都有保障的贫困户',
    en: 'registered poor households with food, clothing, education, medical care, housing and water all secured',
  },
  definition: {
    zh: '建档立卡贫困户中，不愁吃、不愁穿、义务教育、基本医疗、住房安全、饮水安全六项全部有保障的比例。任何一项为“否”即未达标；没有“否”但有空白的，按“不清楚”；没有适龄学生不影响。',
    en: 'The share of registered poor households with food, clothing, compulsory education, basic medical care, housing and water all secured. Any "no" fails; without a "no", any blank makes it unknown; having no child of school age does not matter.',
  },
});
