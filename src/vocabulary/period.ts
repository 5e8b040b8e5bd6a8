/** A reporting period as written in the files: a year (`2020`) or a month (`2020-04`). */
export type Period = string & { readonly __period: never };

/** A calendar day, `2020-12-31`. Sorts as text. */
export type IsoDate = string & { readonly __isoDate: never };

const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Whether the text is a period in its one canonical writing. */
export const isPeriod = (text: string): text is Period => isYearOrMonth(text) && isPlausible(text);

/** Whether the text names a year or a month, whichever. */
export const isYearOrMonth = (text: string): boolean => YEAR.test(text) || MONTH.test(text);

/** The years that a registry of poverty may speak of: China's first poverty line is that of 1978. Others are slips of a cell's format. */
const FIRST_YEAR = 1978;
const LAST_YEAR = 2100;

/** All of these years. */
export const YEARS: readonly string[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => String(FIRST_YEAR + index));

/** Whether a year, a month or a day in its canonical writing lies in a year that a registry may speak of. */
export const isPlausible = (when: string): boolean => {
  const year = Number(when.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

/** The last day of a period: stocks, exits and delays are judged at it. */
export function periodEnd(period: Period): IsoDate {
  if (period.length === 4) return `${period}-12-31` as IsoDate;
  const [year, month] = period.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year!, month, 0)).getUTCDate();
  return `${period}-${String(lastDay).padStart(2, '0')}` as IsoDate;
}

/** The first day of a period. */
export const periodStart = (period: Period): IsoDate => (period.length === 4 ? `${period}-01-01` : `${period}-01`) as IsoDate;

/** The same period one year earlier: the base of growth. A month is compared with the same month. */
export const yearBefore = (period: Period): Period => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}` as Period;

/** How long a period is. Years and months are never put into one series: a month is part of a year, not what follows it. */
export type PeriodKind = 'year' | 'month';

export const kindOf = (period: Period): PeriodKind => (period.length === 4 ? 'year' : 'month');

/** The period of the same kind that comes next: the year after, the month after. */
export function periodAfter(period: Period): Period {
  const [year, month] = period.split('-').map(Number) as [number, number | undefined];
  if (month === undefined) return String(year + 1) as Period;
  return (month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`) as Period;
}

/** The months of a year from January to the given one; of a year itself, none: it holds them all. */
export const monthsUpTo = (period: Period): readonly Period[] => {
  const [year, month] = period.split('-') as [string, string | undefined];
  return Array.from({ length: Number(month ?? 0) }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}` as Period);
};

/** Whether a year ends with the period. */
export const endsYear = (period: Period): boolean => periodEnd(period).endsWith('-12-31');

/** Earlier first; of a year and its December, the year comes last, being the fuller statement. */
export function comparePeriods(a: Period, b: Period): number {
  const [endA, endB] = [periodEnd(a), periodEnd(b)];
  if (endA !== endB) return endA < endB ? -1 : 1;
  return b.length - a.length;
}

/** Whether the text is a day that exists. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
