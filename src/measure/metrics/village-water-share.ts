import { villageShare } from '../village-share.ts';

export default villageShare({
  id: 'village_water_share',
  label: { zh: '农户饮水安全率', en: 'Safe water, all farm households' },
  part: 'safe_water_households',
  counted: { zh: '饮水安全户', en: 'households with safe water' },
  whole: 'households',
  judgedBy: 'water',
  item: 6,
  definition: {
    zh: '全村农户中饮水安全的比例。',
    en: 'The share of all farm households with safe water.',
  },
});
