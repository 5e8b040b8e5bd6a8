import { latestOf } from '../../vocabulary/moment.ts';
import type { Moment } from '../../vocabulary/moment.ts';
import { isIsoDate, isPlausible, isYearOrMonth } from '../../vocabulary/period.ts';
import type { IsoDate } from '../../vocabulary/period.ts';
import { halfWidth } from '../cell.ts';
import type { ValueKind } from '../value-kind.ts';

const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:T?0?0:00(?::00)?)?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4})(?:-|\/|\.|年)?(\d{1,2})月?$/;
const YEAR = /^(\d{4})年?$/;

/** A day that every month has, of a year that a registry may speak of. */
export const PLAIN_DAY = {
  as: 'shape',
  pattern: '(?:19(?:7[89]|[89]\\d)|20\\d\\d|2100)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])',
} as const;

/** A day. A date without a day is its month's or year's last day: what was due "in 2020-08" is late from September on. */
export const date: ValueKind<'date'> = {
  kind: 'date',
  plain: () => PLAIN_DAY,
  read: (text) => {
    const value = readDate(halfWidth(text).replaceAll(' ', ''));
    if (value === undefined) return { finding: 'not-a-date' };
    if (!isPlausible(value)) return { finding: 'year-out-of-range' };
    return { value, ...(value !== text && { changed: ['date-form'] }) };
  },
};

/** The day that words name, in half-width characters and without blanks; in any year. A month or a year is its last day. */
export function readDate(plain: string): IsoDate | undefined {
  const named = readMoment(plain);
  return named && latestOf(named);
}

/** The day that words name, or the month or year where they name no more. */
export function readMoment(plain: string): Moment | undefined {
  const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');
  const day = DAY.exec(plain) ?? COMPACT_DAY.exec(plain);
  if (day) {
    const written = `${day[1]}-${two(day[2])}-${two(day[3])}`;
    return isIsoDate(written) ? (written as string as Moment) : undefined;
  }
  const year = YEAR.exec(plain);
  const month = year ? null : MONTH.exec(plain);
  const written = year ? year[1]! : month ? `${month[1]}-${two(month[2])}` : '';
  return isYearOrMonth(written) ? (written as Moment) : undefined;
}
