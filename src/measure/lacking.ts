import type { Facts } from '../tally/tally.ts';
import type { Metric } from './metric.ts';
import type { EvidencePolicy } from './village-view.ts';

/** A column of the village table that would settle a number: absent from the files, or blank in this place's row. */
export interface LackingColumn {
  readonly column: string;
  readonly absent: boolean;
}

const DECLARED = /^(?:declared|evaluation)\./u;
const EVIDENCE = 'evidence.';

/**
 * The columns of the village table that a number rests on and that are not there, or blank, in the villages of a place.
 * Where household rows record the same, it is their blanks that settle it, and no column of the village table does.
 */
export function lackingOf({ behind }: Metric, facts: readonly Facts[], policy: EvidencePolicy): readonly LackingColumn[] {
  const lists = [behind.numerator, behind.denominator ?? [], behind.leftOut ?? []];
  const names = new Set(lists.filter((list) => policy === 'villages' || !isRecorded(list, facts)).flat());
  return [...names].flatMap((name): LackingColumn[] => {
    if (!DECLARED.test(name)) return [];
    const sums = facts.map((one) => one.get(name));
    const absent = sums.every((sum) => sum === undefined || sum.unrecorded > 0n);
    const blank = sums.some((sum) => sum !== undefined && sum.open + sum.unknown > 0n);
    return absent || blank ? [{ column: name.replace(DECLARED, ''), absent }] : [];
  });
}

/** Whether the household rows of every village record what a list of facts asks of them. */
function isRecorded(list: readonly string[], facts: readonly Facts[]): boolean {
  const asked = list.filter((name) => name.startsWith(EVIDENCE));
  return (
    asked.length > 0 &&
    facts.every((one) => one.has('evidence.rows') && asked.every((name) => one.has(name) && one.get(name)!.unrecorded === 0n))
  );
}
