import type { LeftOutReason } from '../rows/left-out.ts';
import type { Text } from '../vocabulary/text.ts';

/** Why a household is left out, for people. */
export const LEFT_OUT_NAMES: Readonly<Record<LeftOutReason, Text>> = {
  cancelled: { zh: '已注销', en: 'cancelled' },
  exempt: { zh: '豁免', en: 'exempt' },
  'no-pupil': { zh: '无学龄儿童', en: 'no school-age child' },
  unknown: { zh: '不清楚', en: 'unknown' },
};
