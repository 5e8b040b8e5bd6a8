/** Why a question has no answer: a closed list, shown in place of the number. */
export const REASONS = [
  'no-data',
  'zero-denominator',
  'no-base',
  'base-not-positive',
  'exempt-in-numerator',
  'no-line-in-force',
  'no-limit-in-force',
  'tallied-with-another-line',
  'annual-standard',
  'needs-households',
  'needs-villages',
  'needs-projects',
  'suppressed',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a reader must know about a number: shown beside it. */
export const MARKS = ['not-separated', 'exempt-not-separated', 'at-least', 'at-most'] as const;
export type Mark = (typeof MARKS)[number];

/** Whose word a number rests on. `partial`: household rows for some of it. */
export type Evidence = 'households' | 'villages' | 'partial';
