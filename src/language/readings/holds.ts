import { amountIn, answerIn, listIn, wordIn } from '../row.ts';
import type { Row } from '../row.ts';
import { fold } from '../condition.ts';
import type { Cases, Condition, Limit, Parameters, Shared, Span } from '../condition.ts';
import { daysAfter, earliestOf, latestOf, monthsAfter } from '../../vocabulary/moment.ts';
import type { Moment } from '../../vocabulary/moment.ts';
import { periodEnd, periodStart } from '../../vocabulary/period.ts';
import type { IsoDate } from '../../vocabulary/period.ts';
import type { Answer } from '../../vocabulary/text.ts';

/** A condition made ready to be asked of many rows. */
export type Predicate = (row: Row, parameters: Parameters) => Answer;

/**
 * Prints a condition as a function. Facts share conditions (registered, with an industry); given a place to share, each is answered once for a row.
 */
export const toPredicate = (condition: Condition, shared: Shared<Predicate> = new Map<Condition, Predicate>()): Predicate =>
  fold(condition, HOLDS, shared);

const HOLDS: Cases<Predicate> = {
  yes:
    ({ yes }) =>
    (row) =>
      answerIn(row, yes),
  known:
    ({ known }) =>
    (row) =>
      row[known] !== undefined,
  hasItems:
    ({ hasItems }) =>
    (row) => {
      const items = listIn(row, hasItems);
      return items === undefined ? undefined : items.length > 0;
    },
  oneOf: ({ column, oneOf }) => {
    const values = new Set(oneOf);
    return (row) => {
      const value = wordIn(row, column);
      return value === undefined ? undefined : values.has(value);
    };
  },
  below:
    ({ column, below }) =>
    (row, parameters) => {
      const [value, limit] = [amountIn(row, column), limitOf(below, parameters)];
      if (value === undefined || limit === undefined) return undefined;
      // A lower bound may be anything above it: it is certain only where it has reached the limit already.
      return value.amount >= limit ? false : value.atLeast ? undefined : true;
    },
  above:
    ({ column, above }) =>
    (row, parameters) => {
      const [value, limit] = [amountIn(row, column), limitOf(above, parameters)];
      if (value === undefined || limit === undefined) return undefined;
      return value.amount > limit ? true : value.atLeast ? undefined : false;
    },
  equals:
    ({ column, equals }) =>
    (row, parameters) => {
      const [value, limit] = [amountIn(row, column), limitOf(equals, parameters)];
      if (value === undefined || limit === undefined) return undefined;
      // A lower bound may be anything above it: it is certain only where it has passed the number.
      if (value.atLeast) return value.amount > limit ? false : undefined;
      return value.amount === limit;
    },
  before:
    ({ column, before }) =>
    (row, parameters) => {
      const [day, limit] = [wordIn(row, column), parameters[before]];
      return day === undefined || limit === undefined ? undefined : day < limit;
    },
  later:
    ({ later, than }) =>
    (row) => {
      const [one, other] = [yearOf(row[later]), yearOf(row[than])];
      return one === undefined || other === undefined ? undefined : one > other;
    },
  longerThan:
    ({ longerThan, from, to }) =>
    (row, parameters) => {
      const days = daysOf(row, from, to, longerThan, parameters);
      if (days === undefined) return undefined;
      return days.earliest > days.latestDue ? true : days.latest <= days.earliestDue ? false : undefined;
    },
  shorterThan:
    ({ shorterThan, from, to }) =>
    (row, parameters) => {
      const days = daysOf(row, from, to, shorterThan, parameters);
      if (days === undefined) return undefined;
      return days.latest < days.earliestDue ? true : days.earliest >= days.latestDue ? false : undefined;
    },
  during:
    ({ column }) =>
    (row, { period }) => {
      const moment = momentIn(row, column);
      if (moment === undefined || period === undefined) return undefined;
      const [first, last] = [periodStart(period), periodEnd(period)];
      if (latestOf(moment) < first || earliestOf(moment) > last) return false;
      return earliestOf(moment) >= first && latestOf(moment) <= last ? true : undefined;
    },
  statement: (statement, doubtedBy) => (row, parameters) => (doubtedBy(row, parameters) === true ? undefined : statement(row, parameters)),
  all: (parts) => onceForARow(allOf(parts)),
  any: (parts) => onceForARow(anyOf(parts)),
  not: (part) => (row, parameters) => {
    const answer = part(row, parameters);
    return answer === undefined ? undefined : !answer;
  },
  firstKnown: (parts) => onceForARow(firstKnownOf(parts)),
};

const momentIn = (row: Row, column: string): Moment | undefined => wordIn(row, column) as Moment | undefined;

/** Between which days one column lies, and between which the day that is so long after another one. */
interface DaysCompared {
  readonly earliest: IsoDate;
  readonly latest: IsoDate;
  readonly earliestDue: IsoDate;
  readonly latestDue: IsoDate;
}

function daysOf(row: Row, from: string, to: string, span: Span, parameters: Parameters): DaysCompared | undefined {
  const since = momentIn(row, from);
  const until = to === 'as_of' ? parameters.as_of : momentIn(row, to);
  const length = limitOf('months' in span ? span.months : span.days, parameters);
  if (since === undefined || until === undefined || length === undefined) return undefined;
  const after = 'months' in span ? monthsAfter : daysAfter;
  return {
    earliest: earliestOf(until),
    latest: latestOf(until),
    earliestDue: after(earliestOf(since), Number(length)),
    latestDue: after(latestOf(since), Number(length)),
  };
}

/** Facts are asked of one row after the other, so only the last row's answer needs remembering. */
function onceForARow(predicate: Predicate): Predicate {
  let lastRow: Row | undefined;
  let lastParameters: Parameters | undefined;
  let answer: Answer;
  return (row, parameters) => {
    if (row !== lastRow || parameters !== lastParameters) {
      answer = predicate(row, parameters);
      lastRow = row;
      lastParameters = parameters;
    }
    return answer;
  };
}

const limitOf = (limit: Limit, parameters: Parameters): bigint | undefined =>
  typeof limit === 'bigint' ? limit : parameters[limit.parameter];

function yearOf(value: Row[string]): number | undefined {
  if (typeof value === 'string') return Number(value.slice(0, 4));
  return typeof value === 'number' ? value : undefined;
}

const allOf =
  (predicates: readonly Predicate[]): Predicate =>
  (row, parameters) => {
    let all: Answer = true;
    for (const predicate of predicates) {
      const answer = predicate(row, parameters);
      if (answer === false) return false;
      if (answer === undefined) all = undefined;
    }
    return all;
  };

const anyOf =
  (predicates: readonly Predicate[]): Predicate =>
  (row, parameters) => {
    let any: Answer = false;
    for (const predicate of predicates) {
      const answer = predicate(row, parameters);
      if (answer === true) return true;
      if (answer === undefined) any = undefined;
    }
    return any;
  };

const firstKnownOf =
  (predicates: readonly Predicate[]): Predicate =>
  (row, parameters) => {
    for (const predicate of predicates) {
      const answer = predicate(row, parameters);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
