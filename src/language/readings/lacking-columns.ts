import { fold } from '../condition.ts';
import type { Cases, Condition } from '../condition.ts';
import { canAnswer } from './can-answer.ts';
import { columnsIn } from './columns.ts';

/** The columns without which a file cannot answer a condition that it cannot answer; of several ways to an answer, all. */
export const lackingColumns = (condition: Condition, has: ReadonlySet<string>): readonly string[] => fold(condition, lackingFrom(has));

function lackingFrom(has: ReadonlySet<string>): Cases<readonly string[]> {
  const absent = (form: Condition): readonly string[] => columnsIn(form).filter((column) => !has.has(column));
  const ofParts = (parts: readonly (readonly string[])[], form: Condition): readonly string[] =>
    canAnswer(form, has) ? [] : [...new Set(parts.flat())];
  return {
    yes: absent,
    known: absent,
    hasItems: absent,
    oneOf: absent,
    below: absent,
    above: absent,
    equals: absent,
    before: absent,
    later: absent,
    longerThan: absent,
    shorterThan: absent,
    during: absent,
    statement: (statement) => statement,
    all: ofParts,
    any: ofParts,
    not: (part) => part,
    firstKnown: ofParts,
  };
}
