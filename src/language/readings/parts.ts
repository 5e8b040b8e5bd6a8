import { fold } from '../condition.ts';
import type { Cases, Condition } from '../condition.ts';

/** Whether one condition is part of another, or is that condition. */
export const isPartOf = (part: Condition, whole: Condition): boolean => fold(whole, PARTS, known).has(part);

type Parts = ReadonlySet<Condition>;

/** Conditions are data of the program: the parts of each are found once. */
const known = new WeakMap<Condition, Parts>();

const itself = (form: Condition): Parts => new Set([form]);
const withParts = (parts: readonly Parts[], form: Condition): Parts => new Set([form, ...parts.flatMap((part) => [...part])]);

const PARTS: Cases<Parts> = {
  yes: itself,
  known: itself,
  hasItems: itself,
  oneOf: itself,
  below: itself,
  above: itself,
  equals: itself,
  before: itself,
  later: itself,
  longerThan: itself,
  shorterThan: itself,
  during: itself,
  statement: (statement, doubtedBy, form) => withParts([statement, doubtedBy], form),
  all: withParts,
  any: withParts,
  not: (part, form) => withParts([part], form),
  firstKnown: withParts,
};
