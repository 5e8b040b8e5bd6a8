import { fold, gathered } from '../condition.ts';
import type { Cases, Condition } from '../condition.ts';

/** The columns that a condition reads. */
export const columnsIn = (condition: Condition): readonly string[] => fold(condition, COLUMNS);

const ofColumn = ({ column }: { readonly column: string }): readonly string[] => [column];

/** The day to judge at is no column. */
const ofDays = ({ from, to }: { readonly from: string; readonly to: string }): readonly string[] => (to === 'as_of' ? [from] : [from, to]);

const COLUMNS: Cases<readonly string[]> = {
  ...gathered<string>(),
  yes: ({ yes }) => [yes],
  known: ({ known }) => [known],
  hasItems: ({ hasItems }) => [hasItems],
  oneOf: ofColumn,
  below: ofColumn,
  above: ofColumn,
  equals: ofColumn,
  before: ofColumn,
  later: ({ later, than }) => [later, than],
  longerThan: ofDays,
  shorterThan: ofDays,
  during: ofColumn,
};
