import { villageShare } from '../village-share.ts';

export default villageShare({
  id: 'village_insured_share',
  label: { zh: '基本医疗保险参保率', en: 'Medical insurance, all persons' },
  part: 'insured_persons',
  counted: { zh: '参加基本医疗保险人数', en: 'persons with medical insurance' },
  whole: 'rural_population',
  judgedBy: 'medical-insurance',
  item: 3,
  // No base of its own as with pensions: the form wants 98 % of all residents (农村居民).
  table: {
    zh: '表文按农村居民计算，不分应参保不应参保；村居民购买医疗保险或商业保险情况统计表按户（农户数、参保户数）',
    en: 'the form counts all rural residents; statistics table 村居民购买医疗保险或商业保险情况统计表 counts households',
  },
  definition: {
    zh: '乡村户籍人口中参加基本医疗保险的比例。',
    en: 'The share of the rural registered population with medical insurance.',
  },
});
