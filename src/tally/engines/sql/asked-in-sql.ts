import type { Dialect, Sql } from '../../../input/database-table.ts';
import type { ParameterId } from '../../../language/condition.ts';
import type { Asked, Known, Pair, Test } from '../../../language/readings/to-sql.ts';
import type { Row } from '../../../language/row.ts';
import { comparedAfter, daysIn } from './days-in-sql.ts';
import { NOT_KNOWN, among, wordsThat } from './plain-columns.ts';
import type { PlainColumn } from './plain-columns.ts';

/** What is to be known of the dated numbers: where each holds. */
export type NumbersInSql = (id: NumberInSql) => Known<Sql>;
/** A dated number; the day to judge at, and the first and the last day of the period of a row, as texts. */
export type NumberInSql = ParameterId | 'as_of' | 'first_day' | 'last_day';

/** Answers for the plain rows of a table in SQL. `leaf`: what to call a test of a row, for those who work each out once. */
export function askedInSql(
  columns: ReadonlyMap<string, PlainColumn>,
  dialect: Dialect,
  parameter: NumbersInSql,
  leaf: (test: Sql) => Sql = (test) => test,
): Asked<Sql> {
  const leafOf = (test: Test<Sql>): Test<Sql> => (typeof test === 'boolean' ? test : leaf(test));
  const that = (column: string, fulfil: (value: Row[string]) => boolean): Test<Sql> => {
    const asked = columns.get(column);
    return asked?.words ? leafOf(wordsThat(asked, fulfil, dialect)) : false;
  };
  const isKnown = (column: string): Test<Sql> => {
    const asked = columns.get(column);
    if (!asked) return false;
    if (asked.words) return that(column, (value) => value !== undefined);
    if (asked.heading.definition.blankMeansNone) return true;
    return leaf(asked.number ? `${asked.number.name} <> ${dialect.whole(NOT_KNOWN)}` : `${asked.cell} <> ''`);
  };
  const items = (column: string): Pair<Sql> => {
    const asked = columns.get(column);
    if (!asked || asked.words)
      return {
        yes: that(column, (value) => isList(value) && value.length > 0),
        no: that(column, (value) => isList(value) && value.length === 0),
      };
    const isFilled = leaf(`${asked.cell} <> ''`);
    return { yes: isFilled, no: asked.heading.definition.blankMeansNone === true && leaf(`${asked.cell} = ''`) };
  };
  const number = (column: string): Known<Sql> => {
    const asked = columns.get(column);
    if (asked?.number) return { isKnown: isKnown(column), value: asked.number.name };
    return { isKnown: isKnown(column), value: asked?.words ? yearOf(asked, dialect) : dialect.whole(0n) };
  };
  const laterBy = comparedAfter(dialect);
  return {
    and: (tests) => `(${tests.join(' AND ')})`,
    or: (tests) => `(${tests.join(' OR ')})`,
    not: (test) => `(NOT ${test})`,
    isKnown,
    answer: (column) => ({ yes: that(column, (value) => value === true), no: that(column, (value) => value === false) }),
    items,
    oneOf: (column, values) => ({
      yes: that(column, (value) => typeof value === 'string' && values.includes(value)),
      no: that(column, (value) => typeof value === 'string' && !values.includes(value)),
    }),
    number,
    day: (column) => ({ isKnown: isKnown(column), value: columns.get(column)?.cell ?? "''" }),
    moment: (column) => {
      const asked = columns.get(column);
      return { isKnown: isKnown(column), ...(asked ? daysIn(asked, dialect) : { earliest: "''", latest: "''" }) };
    },
    period: () => {
      const [first, last] = [parameter('first_day'), parameter('last_day')];
      return { isKnown: first.isKnown, earliest: first.value, latest: last.value };
    },
    parameter,
    whole: dialect.whole,
    compareAfter: (day, sign, since, unit, length) => leaf(laterBy(day, sign, since, unit, length)),
    plus: (numbers) => `(${numbers.join(' + ')})`,
    orNothing: ({ isKnown: known, value }) =>
      known === true ? value : known === false ? dialect.whole(0n) : dialect.choose([[known, value]], dialect.whole(0n)),
    compare: (one, sign, other) => leaf(`${one} ${sign} ${other}`),
    times: (one, other) => `(${one} * ${other})`,
    shortOf: (limit, value) => dialect.choose([[`${value} < ${limit}`, `(${limit} - ${value})`]], dialect.whole(0n)),
  };
}

const isList = (value: Row[string]): value is readonly string[] => Array.isArray(value);

/** The year of a column of years, or of periods. */
function yearOf({ cell, words }: PlainColumn, dialect: Dialect): Sql {
  const byYear = new Map<bigint, string[]>();
  for (const [word, value] of words!) {
    if (typeof value !== 'number' && typeof value !== 'string') continue;
    const year = BigInt(typeof value === 'number' ? value : value.slice(0, 4));
    byYear.set(year, [...(byYear.get(year) ?? []), word]);
  }
  const cases = [...byYear].map(([year, all]) => [among(cell, all, dialect), dialect.whole(year)] as const);
  return dialect.choose(cases, dialect.whole(0n));
}
