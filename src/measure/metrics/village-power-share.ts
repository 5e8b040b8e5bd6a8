import { villageShare } from '../village-share.ts';

export default villageShare({
  id: 'village_power_share',
  label: { zh: '农户通电率', en: 'Power, all farm households' },
  part: 'powered_households',
  counted: { zh: '接通生活用电户', en: 'households with power' },
  whole: 'households',
  judgedBy: 'power',
  item: 7,
  definition: {
    zh: '全村农户中接通生活用电的比例。',
    en: 'The share of all farm households with power.',
  },
});
