import { fold } from '../condition.ts';
import type { Cases, Condition } from '../condition.ts';
import { columnsIn } from './columns.ts';

/** Whether a file with the given columns can answer a condition at all. A file without the column records nothing about it. */
export const canAnswer = (condition: Condition, has: ReadonlySet<string>): boolean => fold(condition, answerableWith(has));

function answerableWith(has: ReadonlySet<string>): Cases<boolean> {
  const hasColumns = (form: Condition): boolean => columnsIn(form).every((column) => has.has(column));
  const ofParts = (parts: readonly boolean[], { someSuffice }: { readonly someSuffice?: true }): boolean =>
    someSuffice ? parts.includes(true) : !parts.includes(false);
  return {
    yes: hasColumns,
    known: hasColumns,
    hasItems: hasColumns,
    oneOf: hasColumns,
    below: hasColumns,
    above: hasColumns,
    equals: hasColumns,
    before: hasColumns,
    later: hasColumns,
    longerThan: hasColumns,
    shorterThan: hasColumns,
    during: hasColumns,
    // Nothing casts doubt where the columns for it are absent.
    statement: (statement) => statement,
    all: ofParts,
    any: ofParts,
    not: (part) => part,
    firstKnown: (parts) => parts.includes(true),
  };
}
