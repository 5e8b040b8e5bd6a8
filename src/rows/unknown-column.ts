import type { Row } from '../language/row.ts';
import { MADE_OF } from '../tables/projects/money-columns.ts';

/** Why a column gave no answer for a row. `doubtful`: it is there, but a lower bound, or another column contradicts it. */
export interface UnknownColumn {
  readonly column: string;
  readonly why: 'blank' | 'absent' | 'doubtful';
}

/** What is the matter with the columns that gave no answer. One that is made of others has it from those that are blank, else from all of them. */
export const whyUnknown = (columns: readonly string[], row: Row, has: ReadonlySet<string>): readonly UnknownColumn[] => {
  const written = columns.flatMap((column) => {
    const parts = MADE_OF[column] ?? [column];
    const blank = parts.filter((part) => row[part] === undefined);
    return blank.length > 0 ? blank : parts;
  });
  return [...new Set(written)].map((column) => ({
    column,
    why: row[column] !== undefined ? 'doubtful' : has.has(column) ? 'blank' : 'absent',
  }));
};
