import type { Dialect, Sql } from '../../../input/database-table.ts';
import type { KnownDay } from '../../../language/readings/to-sql.ts';
import { earliestOf, latestOf } from '../../../vocabulary/moment.ts';
import type { Moment } from '../../../vocabulary/moment.ts';
import { periodEnd } from '../../../vocabulary/period.ts';
import type { Period } from '../../../vocabulary/period.ts';
import { among } from './plain-columns.ts';
import type { PlainColumn } from './plain-columns.ts';

/** A day as it is written. Only such texts are made into numbers: a statement may work out a number also where nothing asks for it. */
const WRITTEN_DAY = '(19|20|21)[0-9][0-9]-(0[1-9]|1[0-2])-[0-9][0-9]';

/** The first and the last day that the cells of a column may mean, as texts: of most cells the cell itself. */
export function daysIn({ cell, words }: PlainColumn, dialect: Dialect): Omit<KnownDay<Sql>, 'isKnown'> {
  const moments = [...(words ?? [])].flatMap(([word, value]) => (typeof value === 'string' ? [[word, value as Moment] as const] : []));
  const asDay = (dayOf: (moment: Moment) => string): Sql => {
    const byEnd = new Map<string, string[]>();
    for (const [word, moment] of moments) {
      const end = dayOf(moment).slice(word.length);
      if (end !== '') byEnd.set(end, [...(byEnd.get(end) ?? []), word]);
    }
    const cases = [...byEnd].map(([end, some]) => [among(cell, some, dialect), dialect.joined([cell, dialect.text(end)])] as const);
    return dialect.choose(cases, cell);
  };
  return { earliest: asDay(earliestOf), latest: asDay(latestOf) };
}

/** Whether a day is earlier, or later, than the one so many months or days after another. */
export function comparedAfter(dialect: Dialect): (day: Sql, sign: '<' | '>', since: Sql, unit: 'months' | 'days', length: Sql) => Sql {
  return (day, sign, since, unit, length) => {
    if (unit === 'days') return `${numberOfDay(day, dialect)} ${sign} ${numberOfDay(since, dialect)} + ${length}`;
    // A month after January 31 is the last day of February. So the last day of a month is earlier than none of it: it counts as its 31st then.
    const [one, other] = [monthsAndDay(day, dialect, sign === '<'), monthsAndDay(since, dialect, false)];
    return `${one} ${sign} ${other} + ${length} * ${dialect.whole(LONGEST_MONTH)}`;
  };
}

/** More than the days of any month: so much apart lie a day of one month and that of the next. */
const LONGEST_MONTH = 32n;

const ifDay = (text: Sql, number: Sql, dialect: Dialect): Sql =>
  dialect.choose([[dialect.matches(text, WRITTEN_DAY), number]], dialect.whole(0n));

const digits = (text: Sql, from: number, length: number, dialect: Dialect): Sql =>
  dialect.smallestUnits(dialect.piece(text, from, length), 0);

/** Days are counted from the first of their month, which always exists. */
const numberOfDay = (text: Sql, dialect: Dialect): Sql => {
  const firstOfMonth = dialect.numberOfDay(dialect.joined([dialect.piece(text, 1, 8), dialect.text('01')]));
  return ifDay(text, `(${firstOfMonth} + ${digits(text, 9, 2, dialect)})`, dialect);
};

/** A number by which days with their months compare as they do in the calendar. */
function monthsAndDay(text: Sql, dialect: Dialect, lastIsThe31st: boolean): Sql {
  const months = `(${digits(text, 1, 4, dialect)} * ${dialect.whole(12n)} + ${digits(text, 6, 2, dialect)})`;
  const day = digits(text, 9, 2, dialect);
  const ofMonth = lastIsThe31st ? dialect.choose([[isLastOfMonth(text, dialect), dialect.whole(31n)]], day) : day;
  return ifDay(text, `(${months} * ${dialect.whole(LONGEST_MONTH)} + ${ofMonth})`, dialect);
}

/** Whether a day is the last of a month of fewer than 31 days. */
function isLastOfMonth(text: Sql, dialect: Dialect): Sql {
  const day = dialect.piece(text, 6, 5);
  const isLeapYear = among(dialect.piece(text, 1, 4), LEAP_YEARS, dialect);
  return `(${among(day, ['04-30', '06-30', '09-30', '11-30', '02-29'], dialect)} OR (${among(day, ['02-28'], dialect)} AND NOT ${isLeapYear}))`;
}

const LEAP_YEARS = Array.from({ length: 300 }, (_, index) => String(1900 + index)).filter((year) =>
  periodEnd(`${year}-02` as Period).endsWith('29'),
);
