import { YEARS, isPeriod, isPlausible, isYearOrMonth } from '../../vocabulary/period.ts';
import { halfWidth } from '../cell.ts';
import type { ValueKind } from '../value-kind.ts';
import { readDate } from './date.ts';

const YEAR = /^(\d{4})年?度?$/;
const MONTH = /^(\d{4})[-/.年]?(\d{2})月?$|^(\d{4})[-/.年](\d{1,2})月?$/;

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** A year or a month: 2020, 2020年, 2020-04, 202004, 2020年4月. A day is not a period. */
export const period: ValueKind<'period'> = {
  kind: 'period',
  plain: () => ({ as: 'words', words: YEARS.flatMap((year) => [year, ...MONTHS.map((month) => `${year}-${month}`)]) }),
  read: (text) => {
    const plain = halfWidth(text).replaceAll(' ', '');
    const year = YEAR.exec(plain)?.[1];
    const month = MONTH.exec(plain);
    const written = month ? `${month[1] ?? month[3]}-${(month[2] ?? month[4]!).padStart(2, '0')}` : (year ?? '');
    if (!isPeriod(written)) return { finding: isYearOrMonth(written) || isDayElsewhen(plain) ? 'year-out-of-range' : 'not-a-period' };
    return { value: written, ...(written !== text && { changed: ['date-form'] }) };
  },
};

/** A day in a year that cannot be: 2020 in a cell that is formatted as a date. */
function isDayElsewhen(plain: string): boolean {
  const day = readDate(plain);
  return day !== undefined && !isPlausible(day);
}
