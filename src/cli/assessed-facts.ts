import { factKey } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import { assessedMetrics } from '../measure/assess.ts';
import { judgingFacts } from '../measure/judging.ts';
import { facts } from '../tables/facts.ts';

const used = new Set([
  'declared.rows',
  'evidence.rows',
  'evaluation.rows',
  'evidence.cancelled_households',
  ...judgingFacts,
  ...assessedMetrics.flatMap(({ uses, excluded = [] }) => [
    ...uses,
    ...excluded.flatMap(({ evidence, declared }) => [`evidence.${evidence}`, `declared.${declared}`]),
  ]),
]);

/** What the criteria of acceptance read: only that is added up. */
export const assessedFacts: readonly Fact[] = facts.filter(
  (fact) => used.has(factKey(fact)) || (fact.origin === 'declared' && fact.where !== undefined),
);
