import { villageShare } from '../village-share.ts';

export default villageShare({
  id: 'village_pension_share',
  label: { zh: '基本养老保险参保率', en: 'Pension insurance, all persons' },
  part: 'pension_persons',
  counted: { zh: '参加基本养老保险人数', en: 'persons with pension insurance' },
  whole: 'rural_population',
  judgedBy: 'pension',
  item: 8,
  definition: {
    zh: '乡村户籍人口中参加基本养老保险的比例。不满16周岁的人和在校学生不参保，但本工具没有他们的人数，因此偏低。',
    en: 'The share of the rural registered population with pension insurance. Those under 16 and pupils are not insured, but no table counts them, so the share is on the low side.',
  },
});
