import type { Level } from '../vocabulary/place.ts';
import { mergeFacts } from '../tally/merge.ts';
import type { Facts } from '../tally/tally.ts';
import { toldBy } from './counted-facts.ts';
import type { Metric } from './metric.ts';
import { UNNAMED } from '../language/fact.ts';
import { VillageView } from './village-view.ts';
import type { MeasuredKind, Measured } from './measured.ts';
import { NONE } from './finished-number.ts';

/** What is counted beside a number and is not in it. */
export function besideOf({ beside }: Metric, facts: readonly Facts[], level: Level | undefined): Measured['beside'] {
  if (!beside) return NONE;
  return beside.flatMap(({ fact, label, unit, level: only }) => {
    if (only !== undefined && only !== level) return [];
    const value = facts.reduce((sum, one) => sum + (one.get(fact)?.yes ?? 0n), 0n);
    return value > 0n ? [{ key: fact.split('.')[1]!, label, unit, value }] : [];
  });
}

/** What a number leaves out, village by village as those say it who speak for it there. Nothing where nobody says. */
export function excludedOf(metric: Metric, facts: readonly Facts[], views: readonly VillageView[]): Measured['excluded'] {
  const told = toldBy(metric);
  return (metric.excluded ?? []).flatMap(({ label, unit, evidence, declared }) => {
    const sums = facts.flatMap((one, index) => {
      const rows =
        evidence === undefined ? undefined : views[index]!.recorded(evidence, declared === undefined ? told : [...told, declared]);
      return rows ?? (declared === undefined ? undefined : one.get(`declared.${declared}`)) ?? [];
    });
    const isSaid = sums.some(({ yes, unrecorded, open }) => yes > 0n || unrecorded + open === 0n);
    return isSaid ? [{ label, unit, value: sums.reduce((sum, { yes }) => sum + yes, 0n) }] : [];
  });
}

/** The kinds of a number, the greatest first; what is not named comes last. */
export function breakdownOf({ breakdown }: Metric, facts: readonly Facts[]): Measured['breakdown'] {
  if (!breakdown) return undefined;
  const prefix = `${breakdown.fact}:`;
  const named = facts.map((one) => new Map([...one].filter(([key]) => key.startsWith(prefix))));
  const kinds = [...mergeFacts(named)].flatMap(([key, { yes, open, atLeast }]): MeasuredKind[] =>
    yes > 0n || open === 0n ? [{ name: key.slice(prefix.length), value: yes, atLeast: open + atLeast > 0n }] : [],
  );
  const rank = ({ name, value }: MeasuredKind): bigint => (name === UNNAMED ? -1n : value);
  return kinds.toSorted((a, b) => {
    const difference = rank(b) - rank(a);
    return difference > 0n ? 1 : difference < 0n ? -1 : a.name < b.name ? -1 : 1;
  });
}
