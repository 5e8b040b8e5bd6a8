import type { Facts } from '../tally/tally.ts';
import type { Metric } from './metric.ts';

/** A column of the village table that would settle a number: absent from the files, or blank in this place's row. */
export interface LackingColumn {
  readonly column: string;
  readonly absent: boolean;
}

const DECLARED = 'declared.';

/** The columns of the village table that a number rests on and that are not there, or blank, in the villages of a place. */
export function lackingOf({ behind }: Metric, facts: readonly Facts[]): readonly LackingColumn[] {
  const names = new Set([...behind.numerator, ...(behind.denominator ?? []), ...(behind.leftOut ?? [])]);
  return [...names].flatMap((name): LackingColumn[] => {
    if (!name.startsWith(DECLARED)) return [];
    const sums = facts.map((one) => one.get(name));
    const absent = sums.every((sum) => sum === undefined || sum.unrecorded > 0n);
    const blank = sums.some((sum) => sum !== undefined && sum.open + sum.unknown > 0n);
    return absent || blank ? [{ column: name.slice(DECLARED.length), absent }] : [];
  });
}
