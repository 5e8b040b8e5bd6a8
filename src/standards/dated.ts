import type { IsoDate } from '../vocabulary/period.ts';

/** A stretch of days, both ends included: a rule holds on the first and on the last of them, and on no other day. */
export interface Dated {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

export const holdsOn = ({ from, until }: Dated, date: IsoDate): boolean => from <= date && date <= until;

export const overlaps = (a: Dated, b: Dated): boolean => a.from <= b.until && b.from <= a.until;

/** What is left of a stretch of days when others are taken out of it: nothing, one piece or several, in order. */
export function without({ from, until }: Dated, taken: readonly Dated[]): readonly Dated[] {
  const pieces: Dated[] = [];
  let start = from;
  for (const other of taken.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!overlaps({ from: start, until }, other)) continue;
    if (start < other.from) pieces.push({ from: start, until: dayBeside(other.from, -1) });
    if (until <= other.until) return pieces;
    start = dayBeside(other.until, 1);
  }
  return [...pieces, { from: start, until }];
}

function dayBeside(date: IsoDate, days: number): IsoDate {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10) as IsoDate;
}
