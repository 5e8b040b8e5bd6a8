import { periodEnd, periodStart } from './period.ts';
import type { IsoDate, Period } from './period.ts';

/** A day, or only the month or the year of one, as far as it is said: `2023-06-15`, `2023-06`, `2023`. */
export type Moment = string & { readonly __moment: never };

const isDay = (moment: Moment | IsoDate): boolean => moment.length === 10;

/** The earliest day that it can be. */
export const earliestOf = (moment: Moment | IsoDate): IsoDate =>
  isDay(moment) ? (moment as string as IsoDate) : periodStart(moment as string as Period);

/** The latest day that it can be. */
export const latestOf = (moment: Moment | IsoDate): IsoDate =>
  isDay(moment) ? (moment as string as IsoDate) : periodEnd(moment as string as Period);

const DAY_MILLISECONDS = 86_400_000;
const dayOf = (time: number): IsoDate => new Date(time).toISOString().slice(0, 10) as IsoDate;

/** So many days after a day. */
export const daysAfter = (day: IsoDate, days: number): IsoDate => dayOf(Date.parse(day) + days * DAY_MILLISECONDS);

/** So many months after a day: the same day of that month, or its last where it has none such (a month after January 31 is the last of February). */
export function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** How many days lie between two days. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
