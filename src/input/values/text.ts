import { halfWidth } from '../cell.ts';
import type { ValueKind } from '../value-kind.ts';

/** Words, as written. A bare number where a register has codes is not taken for a word: it says nothing without its code table. */
export const text: ValueKind<'text'> = {
  kind: 'text',
  read: (words, column, header) => {
    if (!column.worded || !/^\d{1,2}$/.test(halfWidth(words))) return { value: words };
    const word = header.codes?.[halfWidth(words).replace(/^0(?=\d)/, '')];
    return word === undefined ? { finding: 'coded-choice' } : { value: word };
  },
};
