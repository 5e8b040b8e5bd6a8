import { fold, gathered } from '../condition.ts';
import type { Cases, Condition } from '../condition.ts';

/** The columns of which a condition asks no more than that something is known, each once. */
export const columnsToKnow = (condition: Condition): readonly string[] => [...new Set(fold(condition, TO_KNOW))];

const none = (): readonly string[] => [];

const TO_KNOW: Cases<readonly string[]> = {
  ...gathered<string>(),
  yes: none,
  known: ({ known }) => [known],
  hasItems: none,
  oneOf: none,
  below: none,
  above: none,
  equals: none,
  before: none,
  later: none,
  longerThan: none,
  shorterThan: none,
  during: none,
};
