import { comparable } from '../cell.ts';
import type { ValueKind } from '../value-kind.ts';
import { answerOf } from '../value-words.ts';

/** 是/否, 有/无, yes/no, true/false, 1/0, Y/N. A bare 2 comes from a code table (1 = 是, 2 = 否) and is never guessed. */
export const yesNo: ValueKind<'yes-no'> = {
  kind: 'yes-no',
  canonical: /^(?:是|否|yes|no|true|false)$/,
  read: (text, column, header) => {
    const own = column.ownWords?.get(comparable(text));
    const value = own === undefined ? answerOf(text, header.inverted) : (own === 'yes') !== header.inverted;
    if (value !== undefined) return { value };
    return { finding: /^\d+$/.test(text.normalize('NFKC')) ? 'coded-yes-no' : 'not-yes-no' };
  },
};
