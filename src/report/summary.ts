import type { Met } from '../measure/judge.ts';
import type { Report, ReportCell, ReportMetric } from './report.ts';

/** How many places are judged how. `notJudged`: no standard judges them. */
export interface MetCounts {
  readonly met: number;
  readonly notMet: number;
  /** A cell is blank, or a column is absent: nobody can say. */
  readonly undetermined: number;
  readonly notJudged: number;
}

/** One metric over all places. */
export interface MetricSummary {
  readonly metric: ReportMetric;
  readonly counts: MetCounts;
  /** ≥60%: where one limit judges all places. */
  readonly limit: string | undefined;
}

/** What a report comes to, before its rows are read. */
export interface ReportSummary {
  readonly places: number;
  /** The metrics that judge at least one place. */
  readonly judged: readonly MetricSummary[];
  /** By place over all its verdicts: `met` is all of them met, `notMet` at least one not. It is no exit verdict: that is for `assess`. */
  readonly counts: MetCounts;
}

type Outcome = keyof MetCounts;

const OUTCOMES: Readonly<Record<Met, Outcome>> = {
  yes: 'met',
  no: 'notMet',
  undetermined: 'undetermined',
  'not-assessable': 'undetermined',
};

/** How a cell is judged. */
export const outcomeOf = ({ verdict }: ReportCell): Outcome => (verdict ? OUTCOMES[verdict.met] : 'notJudged');

/** Counts the verdicts of a report. */
export function summaryOf({ metrics, places }: Pick<Report, 'metrics' | 'places'>): ReportSummary {
  const ofMetrics = metrics.map((metric) => ({ metric, outcomes: [] as Outcome[], limits: new Set<string>() }));
  const ofPlaces = places.map(({ cells }) => {
    const outcomes = cells.map(outcomeOf);
    for (const [index, { verdict }] of cells.entries()) {
      ofMetrics[index]!.outcomes.push(outcomes[index]!);
      if (verdict) ofMetrics[index]!.limits.add(verdict.limit);
    }
    return together(outcomes);
  });
  return {
    places: places.length,
    judged: ofMetrics.flatMap(({ metric, outcomes, limits }) => {
      const [limit] = limits;
      return limit === undefined ? [] : [{ metric, counts: countsOf(outcomes), limit: limits.size === 1 ? limit : undefined }];
    }),
    counts: countsOf(ofPlaces),
  };
}

/** One verdict that is not met decides; then one that nobody can say. */
const together = (outcomes: readonly Outcome[]): Outcome =>
  (['notMet', 'undetermined', 'met'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'notJudged';

function countsOf(outcomes: readonly Outcome[]): MetCounts {
  const counts = { met: 0, notMet: 0, undetermined: 0, notJudged: 0 };
  for (const outcome of outcomes) counts[outcome]++;
  return counts;
}
