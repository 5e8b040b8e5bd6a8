import type { ValueKind } from '../value-kind.ts';

/** Words, as written. */
export const text: ValueKind<'text'> = {
  kind: 'text',
  canonical: /^[^'=].*$/su,
  read: (words, column) => (column.worded && /^\d{1,2}$/.test(words) ? { finding: 'coded-choice' } : { value: words }),
};
