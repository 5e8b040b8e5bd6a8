import type { Row } from '../row.ts';
import { fold } from '../condition.ts';
import type { Cases, Condition, Limit, Parameters, Span } from '../condition.ts';
import { columnsIn } from './columns.ts';
import { toPredicate } from './holds.ts';
import type { Predicate } from './holds.ts';

/**
 * The columns for whose sake a condition has no answer for a row: those that are blank or absent, or that cast doubt on one another.
 * What is blank but would change nothing is not named. Nothing where there is an answer.
 */
export const unansweredColumns = (condition: Condition, row: Row, parameters: Parameters): readonly string[] =>
  fold(condition, WHY_UNKNOWN, asked)(row, parameters);

/** Why a condition has no answer for a row. */
type Why = (row: Row, parameters: Parameters) => readonly string[];

/** Conditions are data of the program, asked of many rows: each is made ready once. */
const asked = new WeakMap<Condition, Why>();
const printed = new WeakMap<Condition, Predicate>();

/** Asks why only where there is no answer. */
function unlessAnswered(form: Condition, why: Why): Why {
  const predicate = toPredicate(form, printed);
  return (row, parameters) => (predicate(row, parameters) === undefined ? [...new Set(why(row, parameters))] : []);
}

const blankColumns = (form: Condition): Why => {
  const columns = columnsIn(form);
  return unlessAnswered(form, (row) => columns.filter((column) => row[column] === undefined));
};

/** A number that is there has no answer for want of what it is compared with, or because it is but a lower bound. */
const compared = (form: Condition & { readonly column: string }, limit: Limit): Why =>
  unlessAnswered(form, (row, parameters) => {
    if (row[form.column] === undefined || typeof limit === 'bigint') return [form.column];
    return [parameters[limit.parameter] === undefined ? limit.parameter : form.column];
  });

/** Days that are blank; else the stretch that nobody gives; else all, because a month may be any of its days. */
function between(form: Condition, span: Span): Why {
  const columns = columnsIn(form);
  const limit = 'months' in span ? span.months : span.days;
  return unlessAnswered(form, (row, parameters) => {
    const blank = columns.filter((column) => row[column] === undefined);
    if (blank.length > 0) return blank;
    return typeof limit !== 'bigint' && parameters[limit.parameter] === undefined ? [limit.parameter] : columns;
  });
}

const ofParts = (parts: readonly Why[], form: Condition): Why =>
  unlessAnswered(form, (row, parameters) => parts.flatMap((part) => part(row, parameters)));

const WHY_UNKNOWN: Cases<Why> = {
  yes: blankColumns,
  known: blankColumns,
  hasItems: blankColumns,
  oneOf: blankColumns,
  below: (form) => compared(form, form.below),
  above: (form) => compared(form, form.above),
  equals: (form) => compared(form, form.equals),
  before: (form) => unlessAnswered(form, () => [form.column]),
  later: blankColumns,
  longerThan: (form) => between(form, form.longerThan),
  shorterThan: (form) => between(form, form.shorterThan),
  during: (form) => unlessAnswered(form, () => [form.column]),
  /** Where the statement itself is known, the columns that contradict each other. */
  statement: (statement, _doubtedBy, form) => {
    const doubting = columnsIn(form.doubtedBy);
    return unlessAnswered(form, (row, parameters) => {
      const own = statement(row, parameters);
      return own.length > 0 ? own : doubting.filter((column) => row[column] !== undefined);
    });
  },
  all: ofParts,
  any: ofParts,
  not: (part) => part,
  firstKnown: ofParts,
};
