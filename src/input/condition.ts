import type { Amount, Columns, Named, Row } from './column.ts';
import type { IsoDate } from '../vocabulary/period.ts';
import type { Answer } from '../vocabulary/text.ts';

/** The dated numbers that facts need, in the smallest unit of what they are compared with: fen, ten-thousandths of a square metre. */
export const PARAMETER_IDS = ['poverty_line', 'floor_area'] as const;
export type ParameterId = (typeof PARAMETER_IDS)[number];

/** What holds for a place and period. Resolved before its rows are added up, and written beside the facts. */
export type Parameters = Readonly<Partial<Record<ParameterId, bigint>>> & {
  /** The day to judge at. */
  readonly as_of?: IsoDate | undefined;
};

/** A limit: a number of smallest units (fen, persons), or a parameter of the place and period. */
export type Limit = bigint | { readonly parameter: ParameterId };

/** What may hold of a row, as data under three-valued logic: a blank cell makes an answer unknown, never "no". */
export type Condition =
  | { readonly yes: string }
  | { readonly known: string }
  | { readonly hasItems: string }
  | { readonly column: string; readonly oneOf: readonly string[] }
  | { readonly column: string; readonly below: Limit }
  | { readonly column: string; readonly above: Limit }
  /** A day before the one to judge at. */
  | { readonly column: string; readonly before: 'as_of' }
  /** What a statement says, unless another one of the same row casts doubt on it: then it is not known. */
  | { readonly statement: Condition; readonly doubtedBy: Condition }
  /** The year of one column is later than that of another; a period counts as its year. */
  | { readonly later: string; readonly than: string }
  /** `someSuffice`: a file that can answer only some of the parts answers what these decide (a single "no" among guarantees). */
  | { readonly all: readonly Condition[]; readonly someSuffice?: true }
  | { readonly any: readonly Condition[]; readonly someSuffice?: true }
  | { readonly not: Condition }
  /** The first of several answers that is known: a plain statement, else what follows from another column. */
  | { readonly firstKnown: readonly Condition[] };

/** A condition on the given columns: naming a column that is not there, or of another kind, does not compile. */
export type ConditionOf<C extends Columns> =
  | { readonly yes: Named<C, 'yes-no'> }
  | { readonly known: keyof C & string }
  | { readonly hasItems: Named<C, 'list'> }
  | { readonly column: Named<C, 'choice'>; readonly oneOf: readonly string[] }
  | { readonly column: Named<C, 'count' | 'money' | 'quantity'>; readonly below: Limit }
  | { readonly column: Named<C, 'count' | 'money' | 'quantity'>; readonly above: Limit }
  | { readonly column: Named<C, 'date'>; readonly before: 'as_of' }
  | { readonly statement: ConditionOf<C>; readonly doubtedBy: ConditionOf<C> }
  | { readonly later: Named<C, 'year'>; readonly than: Named<C, 'year' | 'period'> }
  | { readonly all: readonly ConditionOf<C>[]; readonly someSuffice?: true }
  | { readonly any: readonly ConditionOf<C>[]; readonly someSuffice?: true }
  | { readonly not: ConditionOf<C> }
  | { readonly firstKnown: readonly ConditionOf<C>[] };

/** A condition made ready to be asked of many rows. */
export type Predicate = (row: Row, parameters: Parameters) => Answer;

/**
 * Prints a condition as a function. Facts share conditions (registered, with an industry); given a place to share, each is answered once for a row.
 */
export function toPredicate(condition: Condition, shared = new Map<Condition, Predicate>()): Predicate {
  const known = shared.get(condition);
  if (known) return known;
  const made = print(condition, shared);
  const isCompound = 'all' in condition || 'any' in condition || 'firstKnown' in condition;
  const predicate = isCompound ? onceForARow(made) : made;
  shared.set(condition, predicate);
  return predicate;
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

function print(condition: Condition, shared: Map<Condition, Predicate>): Predicate {
  const toShared = (part: Condition): Predicate => toPredicate(part, shared);
  if ('yes' in condition) return (row) => row[condition.yes] as Answer;
  if ('known' in condition) return (row) => row[condition.known] !== undefined;
  if ('hasItems' in condition) {
    return (row) => {
      const items = row[condition.hasItems] as readonly string[] | undefined;
      return items === undefined ? undefined : items.length > 0;
    };
  }
  if ('later' in condition) {
    return (row) => {
      const [one, other] = [yearOf(row[condition.later]), yearOf(row[condition.than])];
      return one === undefined || other === undefined ? undefined : one > other;
    };
  }
  if ('all' in condition) return allOf(condition.all.map(toShared));
  if ('any' in condition) return anyOf(condition.any.map(toShared));
  if ('not' in condition) return negated(toShared(condition.not));
  if ('firstKnown' in condition) return firstKnownOf(condition.firstKnown.map(toShared));
  if ('oneOf' in condition) {
    const values = new Set(condition.oneOf);
    return (row) => {
      const value = row[condition.column] as string | undefined;
      return value === undefined ? undefined : values.has(value);
    };
  }
  if ('statement' in condition) return doubted(toShared(condition.statement), toShared(condition.doubtedBy));
  if ('before' in condition) {
    return (row, parameters) => {
      const day = row[condition.column] as IsoDate | undefined;
      const limit = parameters[condition.before];
      return day === undefined || limit === undefined ? undefined : day < limit;
    };
  }
  const { column } = condition;
  const isBelow = 'below' in condition;
  const bound = isBelow ? condition.below : condition.above;
  return (row, parameters) => {
    const value = row[column] as Amount | undefined;
    const limit = typeof bound === 'bigint' ? bound : parameters[bound.parameter];
    if (value === undefined || limit === undefined) return undefined;
    // A lower bound may be anything above it: it is certain only where it has reached the limit already.
    if (isBelow) return value.amount >= limit ? false : value.atLeast ? undefined : true;
    return value.amount > limit ? true : value.atLeast ? undefined : false;
  };
}

const doubted =
  (statement: Predicate, doubtedBy: Predicate): Predicate =>
  (row, parameters) =>
    doubtedBy(row, parameters) === true ? undefined : statement(row, parameters);

const yearOf = (value: Row[string]): number | undefined =>
  typeof value === 'string' ? Number(value.slice(0, 4)) : (value as number | undefined);

const negated =
  (predicate: Predicate): Predicate =>
  (row, parameters) => {
    const answer = predicate(row, parameters);
    return answer === undefined ? undefined : !answer;
  };

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

/** Whether a file with the given columns can answer a condition at all. A file without the column records nothing about it. */
export function canAnswer(condition: Condition, has: ReadonlySet<string>): boolean {
  if ('yes' in condition) return has.has(condition.yes);
  if ('known' in condition) return has.has(condition.known);
  if ('hasItems' in condition) return has.has(condition.hasItems);
  if ('later' in condition) return has.has(condition.later) && has.has(condition.than);
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    const answers = (part: Condition): boolean => canAnswer(part, has);
    return condition.someSuffice ? parts.some(answers) : parts.every(answers);
  }
  if ('not' in condition) return canAnswer(condition.not, has);
  if ('firstKnown' in condition) return condition.firstKnown.some((part) => canAnswer(part, has));
  if ('statement' in condition) return canAnswer(condition.statement, has);
  return has.has(condition.column);
}

/** The columns that a condition reads. */
export function columnsIn(condition: Condition): readonly string[] {
  if ('yes' in condition) return [condition.yes];
  if ('known' in condition) return [condition.known];
  if ('hasItems' in condition) return [condition.hasItems];
  if ('later' in condition) return [condition.later, condition.than];
  if ('all' in condition) return condition.all.flatMap(columnsIn);
  if ('any' in condition) return condition.any.flatMap(columnsIn);
  if ('not' in condition) return columnsIn(condition.not);
  if ('firstKnown' in condition) return condition.firstKnown.flatMap(columnsIn);
  if ('statement' in condition) return [...columnsIn(condition.statement), ...columnsIn(condition.doubtedBy)];
  return [condition.column];
}
