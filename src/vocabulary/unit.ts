import type { Text } from './text.ts';

/** What a metric counts. `share` is a ratio of like things, shown in per cent. */
export type Unit = 'share' | 'yuan' | 'households' | 'persons' | 'children' | 'villages' | 'projects' | 'helpers' | 'per-helper';

/** The unit as it stands beside a number. */
export const UNIT_NAMES: Readonly<Record<Unit, Text>> = {
  share: { zh: '%', en: '%' },
  yuan: { zh: '元', en: 'yuan' },
  households: { zh: '户', en: 'households' },
  persons: { zh: '人', en: 'persons' },
  children: { zh: '人', en: 'children' },
  villages: { zh: '村', en: 'villages' },
  projects: { zh: '个', en: 'projects' },
  helpers: { zh: '人', en: 'helpers' },
  'per-helper': { zh: '户/人', en: 'per helper' },
};

/** How many of the smallest units that are counted in make one: fen in a yuan. */
export const smallestIn = (unit: Unit): bigint => (unit === 'yuan' ? 100n : 1n);

const SINGULAR: Readonly<Partial<Record<Unit, string>>> = {
  households: 'household',
  persons: 'person',
  children: 'child',
  villages: 'village',
  projects: 'project',
  helpers: 'helper',
};

/** The unit beside just so many: 1 household, 2 households. */
export const unitFor = (unit: Unit, count: bigint): Text =>
  count === 1n ? { zh: UNIT_NAMES[unit].zh, en: SINGULAR[unit] ?? UNIT_NAMES[unit].en } : UNIT_NAMES[unit];
