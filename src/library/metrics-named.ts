import { UserError } from '../errors.ts';
import type { Metric } from '../measure/metric.ts';
import { metrics } from '../measure/metrics/index.ts';

/** Whether a word is a metric's id, or its name in either language. */
export const namesMetric = (word: string, { id, label }: Metric): boolean => word === id || word === label.zh || word === label.en;

const unknown = (word: string): UserError =>
  new UserError({ zh: `没有指标“${word}”，metrics 里有全部指标`, en: `no metric "${word}"; \`metrics\` holds all that there are` });

/**
 * The metrics of the given ids, names, groups, or `all`: each once, in the order of the list. Throws for a word that names none.
 */
export function metricsNamed(words: readonly string[], refusal: (word: string) => UserError = unknown): readonly Metric[] {
  const chosen = new Set<Metric>();
  for (const word of words) {
    const found = metrics.filter((metric) => word === 'all' || word === metric.group || namesMetric(word, metric));
    if (found.length === 0) throw refusal(word);
    for (const metric of found) chosen.add(metric);
  }
  return metrics.filter((metric) => chosen.has(metric));
}
