import { judgingFacts } from '../measure/judging.ts';
import type { By } from '../measure/measured.ts';
import type { Metric } from '../measure/metric.ts';
import { metrics as allMetrics } from '../measure/metrics/index.ts';
import { factKey } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import { facts } from '../tables/facts.ts';
import type { TableId } from '../vocabulary/table.ts';
import { fixedChoice, metricChoice } from '../library/metrics-named.ts';
import type { MetricChoice } from '../library/metrics-named.ts';

/** What is reported when nothing is asked for: the core figures; of projects alone, the funds; of helping units, what can be said of them. */
export function defaultMetrics(by: By, given: ReadonlySet<TableId>): MetricChoice {
  if (by === 'helper-unit') return fixedChoice(allMetrics.filter(({ ofHelperUnit }) => ofHelperUnit));
  return metricChoice([[...given].every((table) => table === 'projects') ? 'funds' : 'core']);
}

/** Only the facts that the metrics read are added up; how many rows there were always is. */
export function factsOf(metrics: readonly Metric[]): readonly Fact[] {
  const used = new Set([
    'declared.rows',
    'evidence.rows',
    'evaluation.rows',
    'evidence.cancelled_households',
    ...judgingFacts,
    ...metrics.flatMap(({ uses }) => uses),
  ]);
  return facts.filter((fact) => used.has(factKey(fact)));
}
