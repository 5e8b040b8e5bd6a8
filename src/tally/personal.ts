import { COMBINED, breakdownKey, factKey } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import { facts } from '../tables/facts.ts';
import { NOTHING } from './sum.ts';
import type { Sum } from './sum.ts';
import type { Facts } from './tally.ts';

const personal = facts.filter((fact) => fact.personal);

/** The fact that holds how many different names a personal breakdown had, where the names themselves are gone. */
export const countedNames = ({ id, origin }: Pick<Fact, 'id' | 'origin'>): Pick<Fact, 'id' | 'origin'> => ({ id: `${id}_counted`, origin });

/** Facts that may leave the process: breakdowns by persons are replaced by how many there were, as a whole and under each unit. */
export function withoutNames(all: Facts): Facts {
  const kept = new Map(all);
  for (const fact of personal) {
    const prefix = breakdownKey(fact, '');
    const counts = new Map<string, bigint>();
    for (const key of all.keys()) {
      if (!key.startsWith(prefix)) continue;
      kept.delete(key);
      const group = key.slice(prefix.length).split(COMBINED).slice(0, -1).join(COMBINED);
      counts.set(group, (counts.get(group) ?? 0n) + 1n);
    }
    if (counts.size === 0) continue;
    const counted = countedNames(fact);
    const sum = (yes: bigint): Sum => ({ ...NOTHING, yes });
    kept.set(factKey(counted), sum([...counts.values()].reduce((a, b) => a + b, 0n)));
    for (const [group, count] of counts) kept.set(breakdownKey(counted, group), sum(count));
  }
  return kept;
}
