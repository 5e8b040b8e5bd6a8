import type { Columns, Kind, Named } from './column.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';

/** The dated numbers that facts and lists need, in the smallest unit of what they are compared with: fen, ten-thousandths of a square metre, months, days. */
export const PARAMETER_IDS = [
  'poverty_line',
  'floor_area',
  'monitoring_line',
  'clearance_months',
  'recognition_days',
  'measures_months',
] as const;
export type ParameterId = (typeof PARAMETER_IDS)[number];

/** What holds for a place and period. Resolved before its rows are added up, and written beside the facts. */
export type Parameters = Readonly<Partial<Record<ParameterId, bigint>>> & {
  /** The day to judge at. */
  readonly as_of?: IsoDate | undefined;
  /** The period of the rows. */
  readonly period?: Period | undefined;
};

/** A stretch of time: calendar months, or days. */
export type Span = { readonly months: Limit } | { readonly days: Limit };

/** A limit: a number of smallest units (fen, persons), or a parameter of the place and period. */
export type Limit = bigint | { readonly parameter: ParameterId };

/** For each kind of column, the names that a condition may give. */
export type ColumnNames = Readonly<Record<Kind, string>>;

/**
 * The forms of a condition, each with a key of its own name. They are data under three-valued logic: a blank cell makes an answer unknown, never "no".
 * A new form is added here, to `Cases` and to `fold`; then each reading says what it means.
 */
export interface ConditionForms<N extends ColumnNames> {
  readonly yes: { readonly yes: N['yes-no'] };
  readonly known: { readonly known: N[Kind] };
  readonly hasItems: { readonly hasItems: N['list'] };
  readonly oneOf: { readonly column: N['choice']; readonly oneOf: readonly string[] };
  readonly below: { readonly column: N['count' | 'money' | 'quantity']; readonly below: Limit };
  readonly above: { readonly column: N['count' | 'money' | 'quantity']; readonly above: Limit };
  readonly equals: { readonly column: N['count' | 'money' | 'quantity']; readonly equals: Limit };
  /** A day before the one to judge at. */
  readonly before: { readonly column: N['date']; readonly before: 'as_of' };
  /** The year of one column is later than that of another; a period counts as its year. */
  readonly later: { readonly later: N['year']; readonly than: N['year' | 'period'] };
  /** From the day of one column to that of another, or to the day to judge at, it is longer, or shorter, than so long. A month may be any of its days. */
  readonly longerThan: { readonly longerThan: Span; readonly from: N['moment']; readonly to: N['moment'] | 'as_of' };
  readonly shorterThan: { readonly shorterThan: Span; readonly from: N['moment']; readonly to: N['moment'] | 'as_of' };
  /** A day of the period of the row. */
  readonly during: { readonly column: N['moment']; readonly during: 'period' };
  /** What a statement says, unless another one of the same row casts doubt on it: then it is not known. */
  readonly statement: { readonly statement: AnyCondition<N>; readonly doubtedBy: AnyCondition<N> };
  /** `someSuffice`: a file that can answer only some of the parts answers what these decide (a single "no" among guarantees). */
  readonly all: { readonly all: readonly AnyCondition<N>[]; readonly someSuffice?: true };
  readonly any: { readonly any: readonly AnyCondition<N>[]; readonly someSuffice?: true };
  readonly not: { readonly not: AnyCondition<N> };
  /** The first of several answers that is known: a plain statement, else what follows from another column. */
  readonly firstKnown: { readonly firstKnown: readonly AnyCondition<N>[] };
}
/** A condition of any form. */
export type AnyCondition<N extends ColumnNames> = ConditionForms<N>[keyof ConditionForms<N>];

/** What may hold of a row. */
export type Condition = AnyCondition<ColumnNames>;

/** A condition on the given columns: naming a column that is not there, or of another kind, does not compile. */
export type ConditionOf<C extends Columns> = AnyCondition<{ readonly [K in Kind]: Named<C, K> }>;

/** A condition of one form. */
type Form<F extends keyof ConditionForms<ColumnNames>> = ConditionForms<ColumnNames>[F];

/** What a reading makes of the forms that have no parts. */
export interface PlainCases<T> {
  readonly yes: (form: Form<'yes'>) => T;
  readonly known: (form: Form<'known'>) => T;
  readonly hasItems: (form: Form<'hasItems'>) => T;
  readonly oneOf: (form: Form<'oneOf'>) => T;
  readonly below: (form: Form<'below'>) => T;
  readonly above: (form: Form<'above'>) => T;
  readonly equals: (form: Form<'equals'>) => T;
  readonly before: (form: Form<'before'>) => T;
  readonly later: (form: Form<'later'>) => T;
  readonly longerThan: (form: Form<'longerThan'>) => T;
  readonly shorterThan: (form: Form<'shorterThan'>) => T;
  readonly during: (form: Form<'during'>) => T;
}

/** What a reading makes of the forms that are made of others, which it has read already. */
export interface CompoundCases<T> {
  readonly statement: (statement: T, doubtedBy: T, form: Form<'statement'>) => T;
  readonly all: (parts: readonly T[], form: Form<'all'>) => T;
  readonly any: (parts: readonly T[], form: Form<'any'>) => T;
  readonly not: (part: T, form: Form<'not'>) => T;
  readonly firstKnown: (parts: readonly T[], form: Form<'firstKnown'>) => T;
}

/** What a reading makes of each form. A form that it forgets does not compile. */
export interface Cases<T> extends PlainCases<T>, CompoundCases<T> {}

/** Where readings of conditions are kept, so that each is made once. */
export interface Shared<T> {
  get(condition: Condition): T | undefined;
  set(condition: Condition, read: T): unknown;
}

/** The only walk over a condition: reads its parts, then itself. Given a place to share, a part that several conditions have is read once. */
export function fold<T>(condition: Condition, cases: Cases<T>, shared?: Shared<T>): T {
  const known = shared?.get(condition);
  if (known !== undefined) return known;
  const read = readForm(condition, cases, (part) => fold(part, cases, shared));
  shared?.set(condition, read);
  return read;
}

/** The only place where the forms are told apart. */
function readForm<T>(form: Condition, cases: Cases<T>, read: (part: Condition) => T): T {
  if ('yes' in form) return cases.yes(form);
  if ('known' in form) return cases.known(form);
  if ('hasItems' in form) return cases.hasItems(form);
  if ('oneOf' in form) return cases.oneOf(form);
  if ('below' in form) return cases.below(form);
  if ('above' in form) return cases.above(form);
  if ('equals' in form) return cases.equals(form);
  if ('before' in form) return cases.before(form);
  if ('later' in form) return cases.later(form);
  if ('longerThan' in form) return cases.longerThan(form);
  if ('shorterThan' in form) return cases.shorterThan(form);
  if ('during' in form) return cases.during(form);
  if ('statement' in form) return cases.statement(read(form.statement), read(form.doubtedBy), form);
  if ('all' in form) return cases.all(form.all.map(read), form);
  if ('any' in form) return cases.any(form.any.map(read), form);
  if ('not' in form) return cases.not(read(form.not), form);
  return cases.firstKnown(form.firstKnown.map(read), form);
}

/** Conditions of which any suffices: the parts of such a condition, or else itself alone. */
export const alternativesIn = (condition: Condition): readonly Condition[] => ('any' in condition ? condition.any : [condition]);

/** The compound forms of a reading that gathers something from the parts: all of it, in their order. */
export const gathered = <T>(): CompoundCases<readonly T[]> => ({
  statement: (statement, doubtedBy) => [...statement, ...doubtedBy],
  all: (parts) => parts.flat(),
  any: (parts) => parts.flat(),
  not: (part) => part,
  firstKnown: (parts) => parts.flat(),
});
