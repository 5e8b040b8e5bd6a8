import type { GUARANTEES } from '../tables/households/definitions.ts';
import type { Text } from '../vocabulary/text.ts';

/** What the guarantees and safe water are called where one is lacking. */
export const GUARANTEE_NAMES: Readonly<Record<(typeof GUARANTEES)[number], Text>> = {
  food: { zh: '吃', en: 'food' },
  clothing: { zh: '穿', en: 'clothing' },
  education: { zh: '义务教育', en: 'education' },
  medical: { zh: '基本医疗', en: 'medical' },
  housing: { zh: '住房', en: 'housing' },
  water: { zh: '饮水', en: 'water' },
};

/** That a guarantee, or safe water, is lacking, beside other things that may be the matter. */
export const lackingGuarantee = (guarantee: (typeof GUARANTEES)[number]): Text => ({
  zh: `${GUARANTEE_NAMES[guarantee].zh}无保障`,
  en: `${GUARANTEE_NAMES[guarantee].en} lacking`,
});
