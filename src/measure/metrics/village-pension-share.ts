import { villageShare } from '../village-share.ts';

export default villageShare({
  id: 'village_pension_share',
  label: { zh: '基本养老保险参保率', en: 'Pension insurance, of those due' },
  part: 'pension_persons',
  counted: { zh: '参加基本养老保险人数', en: 'persons with pension insurance' },
  whole: 'pension_eligible_persons',
  judgedBy: 'pension',
  item: 8,
  table: {
    zh: '村城乡居民养老保险参保情况统计表（应参保人数、实际参保人数、参保率）',
    en: 'statistics table 村城乡居民养老保险参保情况统计表 (should be insured, insured, rate)',
  },
  definition: {
    zh: '应参加城乡居民基本养老保险的人中实际参保的比例。不满16周岁的人和在校学生不应参保，不在分母里。没有应参保人数就不计算，不用乡村户籍人口代替。',
    en: 'The share of those who should have pension insurance that have it. Those under 16 and pupils need none and are not in the base. Without the number of those who should be insured there is no share; residents never stand in for it.',
  },
});
