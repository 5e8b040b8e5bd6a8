import { fold } from '../condition.ts';
import type { Cases, Condition, Limit, ParameterId, Shared, Span } from '../condition.ts';
import type { Rule } from '../table.ts';
import type { Weight } from '../weight.ts';
import { sumsComparedBy } from './compares-sums.ts';
import type { Addends } from './compares-sums.ts';

/** A test that something else answers (the text of SQL, a function), or an answer that is the same for every row. */
export type Test<T> = boolean | T;

/**
 * What a condition comes to: rows that certainly fulfil it, and rows that certainly do not. Unknown is neither. Databases differ about NULL
 * (`NULL AND false`), so nothing here is ever NULL and no three-valued logic is asked of anybody.
 */
export interface Pair<T> {
  readonly yes: Test<T>;
  readonly no: Test<T>;
}

/** A number, where it is known; where it is not, `value` is any number. */
export interface Known<T> {
  readonly isKnown: Test<T>;
  readonly value: T;
}

/** A day, where it is known: of a month or a year, the first and the last of its days. Where it is not known, they are any days. */
export interface KnownDay<T> {
  readonly isKnown: Test<T>;
  readonly earliest: T;
  readonly latest: T;
}

/** Who answers for the columns of a row, and can put tests together. A column that a table lacks is known nowhere. */
export interface Asked<T extends string | object> {
  readonly and: (tests: readonly T[]) => T;
  readonly or: (tests: readonly T[]) => T;
  readonly not: (test: T) => T;
  readonly isKnown: (column: string) => Test<T>;
  /** What a column says yes and no to. */
  readonly answer: (column: string) => Pair<T>;
  /** Whether a list has items. */
  readonly items: (column: string) => Pair<T>;
  readonly oneOf: (column: string, values: readonly string[]) => Pair<T>;
  /** In smallest units; of a year or a period, the year. */
  readonly number: (column: string) => Known<T>;
  readonly day: (column: string) => Known<T>;
  readonly moment: (column: string) => KnownDay<T>;
  /** The days of the period of the row. */
  readonly period: () => KnownDay<T>;
  readonly parameter: (id: ParameterId | 'as_of') => Known<T>;
  readonly whole: (number: bigint) => T;
  readonly compare: (one: T, sign: '<' | '>' | '=', other: T) => T;
  /** Whether a day is earlier, or later, than the one so many months or days after another. */
  readonly compareAfter: (day: T, sign: '<' | '>', since: T, unit: 'months' | 'days', length: T) => T;
  readonly plus: (numbers: readonly T[]) => T;
  /** A number, or nothing (0) where it is not known. */
  readonly orNothing: (number: Known<T>) => T;
  readonly times: (one: T, other: T) => T;
  /** How far a number falls short of a limit, never less than nothing. */
  readonly shortOf: (limit: T, value: T) => T;
}

/** All of several tests, with those left out that need no asking. */
export function every<T extends string | object>(asked: Pick<Asked<T>, 'and'>, tests: readonly Test<T>[]): Test<T> {
  const open = [...new Set(tests)].filter((test) => test !== true);
  if (open.includes(false)) return false;
  const left = open as readonly T[];
  return left.length === 0 ? true : left.length === 1 ? left[0]! : asked.and(left);
}

/** Any of several tests. */
export function some<T extends string | object>(asked: Pick<Asked<T>, 'or'>, tests: readonly Test<T>[]): Test<T> {
  const open = [...new Set(tests)].filter((test) => test !== false);
  if (open.includes(true)) return true;
  const left = open as readonly T[];
  return left.length === 0 ? false : left.length === 1 ? left[0]! : asked.or(left);
}

/** The opposite of a test. */
export const no = <T extends string | object>(asked: Pick<Asked<T>, 'not'>, test: Test<T>): Test<T> =>
  typeof test === 'boolean' ? !test : asked.not(test);

/** Prints conditions as pairs of tests, folded as they are built: most of the text is gone before it is written. */
export function toPairs<T extends string | object>(asked: Asked<T>, shared?: Shared<Pair<T>>): (condition: Condition) => Pair<T> {
  const cases = pairsOver(asked);
  return (condition) => fold(condition, cases, shared);
}

function pairsOver<T extends string | object>(asked: Asked<T>): Cases<Pair<T>> {
  const all = (tests: readonly Test<T>[]): Test<T> => every(asked, tests);
  const any = (tests: readonly Test<T>[]): Test<T> => some(asked, tests);
  const not = (test: Test<T>): Test<T> => no(asked, test);
  const limitOf = (limit: Limit): Known<T> =>
    typeof limit === 'bigint' ? { isKnown: true, value: asked.whole(limit) } : asked.parameter(limit.parameter);
  /** Two known numbers compared. */
  const compared = (one: Known<T>, sign: '<' | '>' | '=', other: Known<T>): Pair<T> => {
    const areKnown = all([one.isKnown, other.isKnown]);
    if (areKnown === false) return { yes: false, no: false };
    const test = asked.compare(one.value, sign, other.value);
    return { yes: all([areKnown, test]), no: all([areKnown, asked.not(test)]) };
  };
  const dayOf = (column: string): KnownDay<T> => {
    if (column !== 'as_of') return asked.moment(column);
    const { isKnown, value } = asked.parameter('as_of');
    return { isKnown, earliest: value, latest: value };
  };
  /** Two days that may be several, and a length between them: certain is what holds of all. */
  const stretch = (from: string, to: string, span: Span, sign: '<' | '>'): Pair<T> => {
    const [unit, limit] = 'months' in span ? (['months', span.months] as const) : (['days', span.days] as const);
    const [since, until] = [dayOf(from), dayOf(to)];
    const length = limitOf(limit);
    const areKnown = all([since.isKnown, until.isKnown, length.isKnown]);
    if (areKnown === false) return { yes: false, no: false };
    const atLeast = asked.compareAfter(until.earliest, sign, since.latest, unit, length.value);
    const atMost = asked.compareAfter(until.latest, sign, since.earliest, unit, length.value);
    const always = sign === '>' ? atLeast : atMost;
    const ever = sign === '>' ? atMost : atLeast;
    return { yes: all([areKnown, always]), no: all([areKnown, asked.not(ever)]) };
  };
  return {
    yes: ({ yes }) => asked.answer(yes),
    known: ({ known }) => ({ yes: asked.isKnown(known), no: not(asked.isKnown(known)) }),
    hasItems: ({ hasItems }) => asked.items(hasItems),
    oneOf: ({ column, oneOf }) => asked.oneOf(column, oneOf),
    below: ({ column, below }) => compared(asked.number(column), '<', limitOf(below)),
    above: ({ column, above }) => compared(asked.number(column), '>', limitOf(above)),
    equals: ({ column, equals }) => compared(asked.number(column), '=', limitOf(equals)),
    before: ({ column, before }) => compared(asked.day(column), '<', asked.parameter(before)),
    later: ({ later, than }) => compared(asked.number(later), '>', asked.number(than)),
    longerThan: ({ longerThan, from, to }) => stretch(from, to, longerThan, '>'),
    shorterThan: ({ shorterThan, from, to }) => stretch(from, to, shorterThan, '<'),
    during: ({ column }) => {
      const [day, period] = [asked.moment(column), asked.period()];
      const areKnown = all([day.isKnown, period.isKnown]);
      if (areKnown === false) return { yes: false, no: false };
      const isOutside = (one: T, other: T): T =>
        asked.or([asked.compare(one, '<', period.earliest), asked.compare(other, '>', period.latest)]);
      return {
        yes: all([areKnown, asked.not(isOutside(day.earliest, day.latest))]),
        no: all([areKnown, isOutside(day.latest, day.earliest)]),
      };
    },
    statement: (statement, doubtedBy) => {
      const isTrusted = not(doubtedBy.yes);
      return { yes: all([statement.yes, isTrusted]), no: all([statement.no, isTrusted]) };
    },
    all: (parts) => ({ yes: all(parts.map((part) => part.yes)), no: any(parts.map((part) => part.no)) }),
    any: (parts) => ({ yes: any(parts.map((part) => part.yes)), no: all(parts.map((part) => part.no)) }),
    not: (part) => ({ yes: part.no, no: part.yes }),
    firstKnown: (parts) =>
      parts.reduceRight<Pair<T>>(
        (rest, part) => {
          const isOpen = all([not(part.yes), not(part.no)]);
          return { yes: any([part.yes, all([isOpen, rest.yes])]), no: any([part.no, all([isOpen, rest.no])]) };
        },
        { yes: false, no: false },
      ),
  };
}

/** Which rows certainly break a rule. */
export function toBroken<T extends string | object>(asked: Asked<T>, rule: Rule): Test<T> {
  if ('broken' in rule) return toPairs(asked)(rule.broken).yes;
  const { one, differs, other } = sumsComparedBy(rule);
  const areKnown = every(
    asked,
    [...one.known, ...other.known].map((column) => asked.number(column).isKnown),
  );
  if (areKnown === false) return false;
  const sum = ({ known, ifKnown }: Addends): T => asked.plus([...known, ...ifKnown].map((column) => asked.orNothing(asked.number(column))));
  const [left, right] = [sum(one), sum(other)];
  return every(asked, [areKnown, differs === 'more' ? asked.compare(left, '>', right) : asked.not(asked.compare(left, '=', right))]);
}

/** What a row weighs, where that is known. A database holds no lower bounds: such a cell is not plain, and is read elsewhere. */
export function toWeight<T extends string | object>(asked: Asked<T>, sum: Weight): Known<T> {
  if (sum === 1) return { isKnown: true, value: asked.whole(1n) };
  const known = (numbers: readonly Known<T>[]): Test<T> =>
    every(
      asked,
      numbers.map(({ isKnown }) => isKnown),
    );
  if ('parameter' in sum) {
    const [limit, times] = [asked.parameter(sum.parameter), asked.number(sum.times)];
    return { isKnown: known([limit, times]), value: asked.times(limit.value, times.value) };
  }
  if ('shortOf' in sum) {
    const [limit, value, times] = [asked.parameter(sum.shortOf), asked.number(sum.column), asked.number(sum.times)];
    return { isKnown: known([limit, value, times]), value: asked.times(asked.shortOf(limit.value, value.value), times.value) };
  }
  const value = asked.number(sum.column);
  if (sum.times === undefined) return value;
  const times = asked.number(sum.times);
  return { isKnown: known([value, times]), value: asked.times(value.value, times.value) };
}
