import { YEARS } from '../../vocabulary/period.ts';
import { date } from './date.ts';
import type { ValueKind } from '../value-kind.ts';

/** A calendar year; of a fuller date, its year. */
export const year: ValueKind<'year'> = {
  kind: 'year',
  plain: () => ({ as: 'words', words: YEARS }),
  read: (text, column, header) => {
    const read = date.read(text, column, header);
    if (!('value' in read)) return { finding: 'finding' in read && read.finding === 'year-out-of-range' ? read.finding : 'not-a-year' };
    const value = Number(read.value.slice(0, 4));
    return { value, ...(String(value) !== text && { changed: ['date-form'] }) };
  },
};
