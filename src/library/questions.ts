import { assess as assessTallies } from '../measure/assess.ts';
import type { AssessedPlace } from '../measure/assess.ts';
import { measure as measureTallies } from '../measure/measure.ts';
import type { By, Measurement } from '../measure/measured.ts';
import { trend as trendOfTallies } from '../measure/trend.ts';
import type { Trend } from '../measure/trend.ts';
import type { EvidencePolicy } from '../measure/village-view.ts';
import { buildReport } from '../report/report.ts';
import type { Report } from '../report/report.ts';
import { unjudgedNotes } from '../report/verdict.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Level } from '../vocabulary/place.ts';
import type { Lang } from '../vocabulary/text.ts';
import { periodFor, refuseOtherDay } from './chosen-period.ts';
import { metricChoice, metricsNamed } from './metrics-named.ts';
import type { Tallied } from './tally.ts';

/** What to measure. What is not said is as on the command line: the latest period, by village, the core metrics, evidence `auto`. */
export interface MeasureQuery {
  readonly period?: Period | undefined;
  readonly by?: By | undefined;
  /** Ids of metrics or groups, or `all`. */
  readonly metrics?: readonly string[] | undefined;
  readonly evidence?: EvidencePolicy | undefined;
  /** Of `industry_fund_share`, funds of one source alone. */
  readonly source?: string | undefined;
}

/** What to judge. */
export interface AssessQuery extends Pick<MeasureQuery, 'period' | 'evidence'> {
  readonly by?: 'village' | 'county' | undefined;
}

/** What to follow over the periods of the files. */
export interface TrendOptions extends Pick<MeasureQuery, 'metrics' | 'evidence' | 'source'> {
  readonly by?: Level | undefined;
}

/** A measurement with its texts. */
export interface ReportQuery extends MeasureQuery {
  /** The language of every text; Chinese where it is not given. */
  readonly lang?: Lang | undefined;
}

/** Metrics of every place of one period, exact, with their bounds and verdicts. Throws a UserError for a period or metric that is not there. */
export function measure({ tallies, standards }: Tallied, query: MeasureQuery = {}): Measurement {
  const period = periodFor(tallies, query.period);
  refuseOtherDay(tallies, period, standards.asOf);
  return measureTallies(tallies, {
    period,
    by: query.by ?? 'village',
    metrics: metricsNamed(query.metrics ?? ['core'], undefined, period, standards.region),
    evidence: query.evidence ?? 'auto',
    source: query.source,
    standards,
  });
}

/** A measurement with all its texts, ready for a format to place. */
export function report(tallied: Tallied, { lang = 'zh', ...query }: ReportQuery = {}): Report {
  const { tallies, findings, standards, terms } = tallied;
  const measurement = measure(tallied, query);
  const words = query.metrics ?? ['core'];
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return buildReport(measurement, tallies, metricsNamed(words, undefined, measurement.period, standards.region), {
    lang,
    by: query.by ?? 'village',
    asOf: standards.asOf,
    terms,
    findings: { errors: count('error'), warnings: count('warning') },
    notes: [...unjudgedNotes(measurement), ...metricChoice(words).notes(measurement.period, standards.region)],
  });
}

/** The acceptance sheet of every village, or county: each criterion with its parts and verdict. */
export const assess = (
  { tallies, standards }: Tallied,
  { period, by = 'village', evidence = 'auto' }: AssessQuery = {},
): readonly AssessedPlace[] => assessTallies(tallies, { period: periodFor(tallies, period), by, evidence, standards });

/** Each metric over the periods of the files, with its changes. The core figures are those of the latest period. */
export function trend(
  { tallies, standards }: Tallied,
  { by = 'village', metrics = ['core'], evidence = 'auto', source }: TrendOptions = {},
): Trend {
  const last = tallies.tallies.length === 0 ? undefined : periodFor(tallies, undefined);
  return trendOfTallies(tallies, {
    by,
    metrics: metricsNamed(metrics, undefined, last, standards.region),
    evidence,
    source,
    limits: standards,
  });
}
