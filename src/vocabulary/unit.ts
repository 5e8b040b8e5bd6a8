import type { Text } from './text.ts';

/** What a metric counts. `share` is a ratio of like things, shown in per cent. */
export type Unit = 'share' | 'yuan' | 'households' | 'persons' | 'children' | 'projects' | 'helpers' | 'per-helper';

/** The unit as it stands beside a number. */
export const UNIT_NAMES: Readonly<Record<Unit, Text>> = {
  share: { zh: '%', en: '%' },
  yuan: { zh: '元', en: 'yuan' },
  households: { zh: '户', en: 'households' },
  persons: { zh: '人', en: 'persons' },
  children: { zh: '人', en: 'children' },
  projects: { zh: '个', en: 'projects' },
  helpers: { zh: '人', en: 'helpers' },
  'per-helper': { zh: '户/人', en: 'per helper' },
};
