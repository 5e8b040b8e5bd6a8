import { villageShare } from '../village-share.ts';

export default villageShare({
  id: 'village_insured_share',
  label: { zh: '基本医疗保险参保率', en: 'Medical insurance, all persons' },
  part: 'insured_persons',
  counted: { zh: '参加基本医疗保险人数', en: 'persons with medical insurance' },
  whole: 'rural_population',
  judgedBy: 'medical-insurance',
  item: 3,
  definition: {
    zh: '乡村户籍人口中参加基本医疗保险的比例。',
    en: 'The share of the rural registered population with medical insurance.',
  },
});
