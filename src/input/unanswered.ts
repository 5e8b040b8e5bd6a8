import type { Row } from './column.ts';
import { canAnswer, toPredicate } from './condition.ts';
import type { Condition, ParameterId, Parameters, Predicate } from './condition.ts';

/**
 * The columns for whose sake a condition has no answer for a row: those that are blank or absent, or that cast doubt on one another.
 * What is blank but would change nothing is not named. Nothing where there is an answer.
 */
export function unansweredColumns(condition: Condition, row: Row, parameters: Parameters): readonly string[] {
  if (predicateOf(condition)(row, parameters) !== undefined) return [];
  return [...new Set(unanswered(condition, row, parameters))];
}

/** Conditions are data of the program, asked of many rows: each is printed as a function once. */
const printed = new WeakMap<Condition, Predicate>();

function predicateOf(condition: Condition): Predicate {
  let predicate = printed.get(condition);
  if (!predicate) printed.set(condition, (predicate = toPredicate(condition)));
  return predicate;
}

function unanswered(condition: Condition, row: Row, parameters: Parameters): readonly string[] {
  const ofParts = (parts: readonly Condition[]): readonly string[] => parts.flatMap((part) => unansweredColumns(part, row, parameters));
  if ('all' in condition) return ofParts(condition.all);
  if ('any' in condition) return ofParts(condition.any);
  if ('firstKnown' in condition) return ofParts(condition.firstKnown);
  if ('not' in condition) return ofParts([condition.not]);
  if ('statement' in condition) {
    const own = ofParts([condition.statement]);
    return own.length > 0 ? own : columnsThatSpeak(condition.doubtedBy, row);
  }
  if ('yes' in condition) return [condition.yes];
  if ('known' in condition) return [condition.known];
  if ('hasItems' in condition) return [condition.hasItems];
  if ('later' in condition) return [condition.later, condition.than].filter((column) => row[column] === undefined);
  return row[condition.column] === undefined ? [condition.column] : [parameterIn(condition, parameters) ?? condition.column];
}

/** Columns of a row that say something about a condition: two of them contradict each other. */
function columnsThatSpeak(condition: Condition, row: Row): readonly string[] {
  if ('all' in condition) return condition.all.flatMap((part) => columnsThatSpeak(part, row));
  if ('any' in condition) return condition.any.flatMap((part) => columnsThatSpeak(part, row));
  if ('not' in condition) return columnsThatSpeak(condition.not, row);
  if ('yes' in condition) return row[condition.yes] === undefined ? [] : [condition.yes];
  if ('column' in condition) return row[condition.column] === undefined ? [] : [condition.column];
  return [];
}

function parameterIn(condition: Condition, parameters: Parameters): ParameterId | undefined {
  return parametersIn(condition).find((parameter) => parameters[parameter] === undefined);
}

/** The dated numbers that a condition compares with. */
export function parametersIn(condition: Condition): readonly ParameterId[] {
  if ('all' in condition) return condition.all.flatMap(parametersIn);
  if ('any' in condition) return condition.any.flatMap(parametersIn);
  if ('firstKnown' in condition) return condition.firstKnown.flatMap(parametersIn);
  if ('not' in condition) return parametersIn(condition.not);
  if ('statement' in condition) return [...parametersIn(condition.statement), ...parametersIn(condition.doubtedBy)];
  const limit = 'below' in condition ? condition.below : 'above' in condition ? condition.above : undefined;
  return typeof limit === 'object' ? [limit.parameter] : [];
}

/** The columns without which a file cannot answer a condition that it cannot answer; of several ways to an answer, all. */
export function lackingColumns(condition: Condition, has: ReadonlySet<string>): readonly string[] {
  if (canAnswer(condition, has)) return [];
  const ofParts = (parts: readonly Condition[]): readonly string[] => [...new Set(parts.flatMap((part) => lackingColumns(part, has)))];
  if ('all' in condition) return ofParts(condition.all);
  if ('any' in condition) return ofParts(condition.any);
  if ('firstKnown' in condition) return ofParts(condition.firstKnown);
  if ('not' in condition) return ofParts([condition.not]);
  if ('statement' in condition) return ofParts([condition.statement]);
  if ('yes' in condition) return [condition.yes];
  if ('known' in condition) return [condition.known];
  if ('hasItems' in condition) return [condition.hasItems];
  if ('later' in condition) return [condition.later, condition.than].filter((column) => !has.has(column));
  return [condition.column];
}
