import { villageShare } from '../village-share.ts';

export default villageShare({
  id: 'village_housing_share',
  label: { zh: '农户住房保障达标率', en: 'Safe housing, all farm households' },
  part: 'safe_housing_households',
  counted: { zh: '住房保障达标户', en: 'households with safe housing' },
  whole: 'households',
  judgedBy: 'housing',
  item: 2,
  definition: {
    zh: '全村农户中住房保障达标（A、B级且人均13平方米以上）的比例，贫困户和非贫困户都算。',
    en: 'The share of all farm households, poor or not, whose housing meets the form (grade A or B and at least 13 m² a person).',
  },
});
