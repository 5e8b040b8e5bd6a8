import { fold } from '../condition.ts';
import type { Cases, Condition } from '../condition.ts';

/** Whether a condition asks how long it was between two days, or whether one lies in the period of the row. */
export const asksDays = (condition: Condition): boolean => fold(condition, ASKS);

const no = (): boolean => false;
const yes = (): boolean => true;
const any = (parts: readonly boolean[]): boolean => parts.includes(true);

const ASKS: Cases<boolean> = {
  yes: no,
  known: no,
  hasItems: no,
  oneOf: no,
  below: no,
  above: no,
  equals: no,
  before: no,
  later: no,
  longerThan: yes,
  shorterThan: yes,
  during: yes,
  statement: (statement, doubtedBy) => statement || doubtedBy,
  all: any,
  any,
  not: (part) => part,
  firstKnown: any,
};
