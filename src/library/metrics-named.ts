import { UserError } from '../errors.ts';
import { coreMetrics, coreNotes, everyCoreMetric } from '../measure/core.ts';
import type { Metric } from '../measure/metric.ts';
import { metrics } from '../measure/metrics/index.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Text } from '../vocabulary/text.ts';

/** Whether a word is a metric's id, or its name in either language. */
export const namesMetric = (word: string, { id, label }: Metric): boolean => word === id || word === label.zh || word === label.en;

const unknown = (word: string): UserError =>
  new UserError({ zh: `没有指标“${word}”，metrics 里有全部指标`, en: `no metric "${word}"; \`metrics\` holds all that there are` });

/**
 * The metrics of the given ids, names, groups, or `all`: each once, in the order of the list. `core` is the core figures of the period; without one those
 * of the exit years. Throws for a word that names none.
 */
export function metricsNamed(
  words: readonly string[],
  refusal: (word: string) => UserError = unknown,
  period?: Period,
  region?: string,
): readonly Metric[] {
  const core = period === undefined ? undefined : coreMetrics(period, region);
  return chosenBy(words, refusal, core);
}

function chosenBy(words: readonly string[], refusal: (word: string) => UserError, core: readonly Metric[] | undefined): readonly Metric[] {
  const chosen = new Set<Metric>();
  for (const word of words) {
    const found =
      word === 'core' && core ? core : metrics.filter((metric) => word === 'all' || word === metric.group || namesMetric(word, metric));
    if (found.length === 0) throw refusal(word);
    for (const metric of found) chosen.add(metric);
  }
  return metrics.filter((metric) => chosen.has(metric));
}

/** Metrics that were asked for before it is known which period is reported. */
export interface MetricChoice {
  /** All that may come to be shown: what has to be added up. */
  readonly every: readonly Metric[];
  /** Those of a period. */
  readonly of: (period: Period, region: string | undefined) => readonly Metric[];
  /** What is to be said of that choice. */
  readonly notes: (period: Period, region: string | undefined) => readonly Text[];
}

/** The metrics of words; `core` waits for the period. */
export const metricChoice = (words: readonly string[], refusal: (word: string) => UserError = unknown): MetricChoice => ({
  every: chosenBy(words, refusal, everyCoreMetric),
  of: (period, region) => metricsNamed(words, refusal, period, region),
  notes: (period, region) => (words.includes('core') ? coreNotes(period, region) : []),
});

/** Metrics that do not wait for any period. */
export const fixedChoice = (every: readonly Metric[]): MetricChoice => ({ every, of: () => every, notes: () => [] });
