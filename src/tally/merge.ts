import { PARAMETER_IDS } from '../language/condition.ts';
import type { Parameters } from '../language/condition.ts';
import { placeKey } from '../vocabulary/place.ts';
import { PackedFacts } from './packed-facts.ts';
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
  facts: PackedFacts.merged(PackedFacts.of(a.facts), PackedFacts.of(b.facts)),
  parameters: isSame(a.parameters, b.parameters) ? a.parameters : { ...a.parameters, ...b.parameters },
  inputs: inputsOfBoth(a.inputs, b.inputs),
  ...((a.otherLine || b.otherLine) && { otherLine: true as const }),
});

const isSame = (a: Parameters, b: Parameters): boolean => PARAMETER_NAMES.every((name) => a[name] === b[name]);
const PARAMETER_NAMES = [...PARAMETER_IDS, 'as_of'] as const;

type Inputs = Tally['inputs'];

/** The files of two tallies. All places of two files share one such set. */
function inputsOfBoth(a: Inputs, b: Inputs): Inputs {
  let known = both.get(a);
  if (!known) both.set(a, (known = new WeakMap()));
  let inputs = known.get(b);
  if (!inputs) known.set(b, (inputs = new Set([...a, ...b])));
  return inputs;
}
const both = new WeakMap<Inputs, WeakMap<Inputs, Inputs>>();
