import type { ValueKind } from '../value-kind.ts';

/** Words, as written. */
export const text: ValueKind<'text'> = {
  kind: 'text',
  canonical: /^[^'=].*$/su,
  read: (words) => ({ value: words }),
};
