import { halfWidth } from '../cell.ts';
import { isPlausible } from '../../vocabulary/period.ts';
import type { ValueKind } from '../value-kind.ts';
import { PLAIN_DAY, readMoment } from './date.ts';

/** A day on which something happened, or the month or year where the register says no more (风险识别时间 202306): it stays as unsure as it is. */
export const moment: ValueKind<'moment'> = {
  kind: 'moment',
  plain: () => PLAIN_DAY,
  read: (text) => {
    const value = readMoment(halfWidth(text).replaceAll(' ', ''));
    if (value === undefined) return { finding: 'not-a-date' };
    if (!isPlausible(value)) return { finding: 'year-out-of-range' };
    return { value, ...(value !== text && { changed: ['date-form'] }) };
  },
};
