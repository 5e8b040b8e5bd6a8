import { COMBINED, breakdownKey, factKey } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import { facts } from '../tables/facts.ts';
import { PackedFacts } from './packed-facts.ts';
import { NOTHING } from './sum.ts';
import type { Sum } from './sum.ts';
import type { Facts, Tallies } from './tally.ts';

const prefixes: readonly { readonly fact: Fact; readonly prefix: string }[] = facts
  .filter((fact) => fact.personal)
  .map((fact) => ({ fact, prefix: breakdownKey(fact, '') }));

/** The fact that holds how many different persons a personal breakdown had, where it is no longer told which. */
export const countedPersons = ({ id, origin }: Pick<Fact, 'id' | 'origin'>): Pick<Fact, 'id' | 'origin'> => ({
  id: `${id}_counted`,
  origin,
});

/** A name of a personal breakdown: the group (a unit) that others may know, and the person. */
const groupOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf(COMBINED)));

/**
 * The sums of a run without the names of persons: each is a number. It is the same for the same person all through the run, so that a helper of two
 * villages still counts once in their township. Outside the run the number says nothing. Numbers follow the order of the names: files in another order give the same sums.
 */
export function withoutNames({ tallies, unplaced, inputs }: Tallies): Tallies {
  const names = new Set<string>();
  for (const { facts: all } of [...tallies, ...unplaced])
    for (const name of all instanceof PackedFacts ? all.namesBrokenDown() : all.keys()) if (isPersonal(name)) names.add(name);
  if (names.size === 0) return { tallies, unplaced, inputs };
  const numbered = new Map([...names].toSorted().map((key, index) => [key, numberedKey(key, index + 1)]));
  const renamed = <T extends { readonly facts: Facts }>(one: T): T => ({
    ...one,
    facts: PackedFacts.of(one.facts).renamed(numbered),
  });
  return { tallies: tallies.map(renamed), unplaced: unplaced.map(renamed), inputs };
}

const isPersonal = (key: string): boolean => prefixes.some(({ prefix }) => key.startsWith(prefix));

function numberedKey(key: string, number: number): string {
  const { fact, prefix } = prefixes.find((one) => key.startsWith(one.prefix))!;
  return breakdownKey(fact, [groupOf(key.slice(prefix.length)), number].join(COMBINED));
}

/** Facts as a file of tallies holds them: of a breakdown by persons only how many there were, as a whole and under each unit. */
export function personsCounted(all: Facts): Facts {
  const kept = new Map(all);
  for (const { fact, prefix } of prefixes) {
    const counts = new Map<string, bigint>();
    for (const key of all.keys()) {
      if (!key.startsWith(prefix)) continue;
      kept.delete(key);
      const group = groupOf(key.slice(prefix.length));
      counts.set(group, (counts.get(group) ?? 0n) + 1n);
    }
    if (counts.size === 0) continue;
    const counted = countedPersons(fact);
    const sum = (yes: bigint): Sum => ({ ...NOTHING, yes });
    kept.set(factKey(counted), sum([...counts.values()].reduce((a, b) => a + b, 0n)));
    for (const [group, count] of counts) kept.set(breakdownKey(counted, group), sum(count));
  }
  return kept;
}
