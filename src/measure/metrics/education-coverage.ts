import { guarantee } from '../guarantee.ts';

/** Households without a child of school age (n/a) are in neither count. */
export default guarantee({
  id: 'education_coverage',
  label: { zh: '义务教育保障率', en: 'Compulsory education secured' },
  secured: { zh: '义务教育有保障的贫困户', en: 'registered poor households with compulsory education secured' },
  among: {
    zh: '有适龄学生、有答案的建档立卡贫困户',
    en: 'registered poor households with a child of school age whose answer is known',
  },
  definition: {
    zh: '有义务教育阶段适龄学生的建档立卡贫困户中，义务教育有保障的比例。没有适龄学生的户（不适用）不计入分子，也不计入分母。',
    en: 'Among registered poor households with a child of school age, the share whose compulsory education is secured. Households without one (n/a) are in neither count.',
  },
});
