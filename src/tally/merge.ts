import { placeKey } from '../vocabulary/place.ts';
import { addSums } from './sum.ts';
import type { Facts, Tally } from './tally.ts';
import type { Sum } from './sum.ts';

/** Adds facts, one by one. */
export function mergeFacts(all: Iterable<Facts>): Facts {
  const merged = new Map<string, Sum>();
  for (const facts of all) {
    for (const [key, sum] of facts) {
      const known = merged.get(key);
      merged.set(key, known ? addSums(known, sum) : sum);
    }
  }
  return merged;
}

/** One tally for each place and period: parts of a file, files and tables added up, in the order in which places first appear. */
export function mergeTallies(tallies: Iterable<Tally>): readonly Tally[] {
  const merged = new Map<string, Tally>();
  for (const tally of tallies) {
    const key = `${placeKey(tally.place)}\u001f${tally.period}`;
    const known = merged.get(key);
    merged.set(key, known ? mergeTwo(known, tally) : tally);
  }
  return [...merged.values()];
}

const mergeTwo = (a: Tally, b: Tally): Tally => ({
  ...a,
  facts: mergeFacts([a.facts, b.facts]),
  parameters: { ...a.parameters, ...b.parameters },
  inputs: new Set([...a.inputs, ...b.inputs]),
  ...((a.otherLine || b.otherLine) && { otherLine: true as const }),
});
