import { villageShare } from '../village-share.ts';

export default villageShare({
  id: 'village_tv_share',
  label: { zh: '农户有电视率', en: 'Television, all farm households' },
  part: 'tv_households',
  counted: { zh: '有电视（或上网）户', en: 'households with television or the internet' },
  whole: 'households',
  judgedBy: 'tv',
  item: 9,
  definition: {
    zh: '全村农户中能看电视（或上网）的比例。',
    en: 'The share of all farm households with television, or the internet in its place.',
  },
});
