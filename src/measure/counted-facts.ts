import type { Metric } from './metric.ts';
import type { VillageView } from './village-view.ts';

const [DECLARED, EVIDENCE] = ['declared.', 'evidence.'] as const;

/**
 * Of the facts that may stand behind a part of a number, those that do in one village, by the rule of evidence: the household rows' where they
 * speak and record all of it, else for each number the one whose word is taken. What only the village row can say is the village row's.
 * `told`: the columns by which a village tells the whole figure.
 */
export function countedFacts(keys: readonly string[], village: VillageView, told: readonly string[]): readonly string[] {
  const evidence = keys.filter((key) => key.startsWith(EVIDENCE));
  if (evidence.length === 0) return keys;
  if (evidence.every((key) => village.recorded(key.slice(EVIDENCE.length), told) !== undefined)) return evidence;
  return countedNumbers(keys, village, told);
}

/** The same for numbers that a formula puts together one by one: of each, the telling that is taken. */
export function countedNumbers(keys: readonly string[], village: VillageView, told: readonly string[]): readonly string[] {
  return keys.flatMap((key) => {
    if (!key.startsWith(DECLARED)) return [];
    const id = key.slice(DECLARED.length);
    const whose = village.number(id, told).evidence;
    return whose === 'households' || whose === 'partial' ? [EVIDENCE + id] : [key];
  });
}

/** The columns by which a village tells a figure: what it declares of that which is counted above the line. */
export function toldBy({ behind }: Pick<Metric, 'behind'>): readonly string[] {
  let told = known.get(behind);
  if (!told) known.set(behind, (told = behind.numerator.flatMap((key) => (key.startsWith(DECLARED) ? [key.slice(DECLARED.length)] : []))));
  return told;
}
const known = new WeakMap<Metric['behind'], readonly string[]>();
