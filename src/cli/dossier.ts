import type { Finding } from '../input/finding.ts';
import { factKey } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import { metricsNamed } from '../library/metrics-named.ts';
import { assessEach } from '../measure/assess.ts';
import { measure, periodsOf } from '../measure/measure.ts';
import type { Query } from '../measure/measured.ts';
import type { Metric } from '../measure/metric.ts';
import type { Standards } from '../measure/standards-at.ts';
import { StatusHistory, historyQuery } from '../rows/history.ts';
import { statusChanges } from '../rows/status-changes.ts';
import { trend } from '../measure/trend.ts';
import { sheetOf } from '../report/assess/sheet.ts';
import type { Dossier } from '../pages/document/dossier.ts';
import { FUNDS } from '../pages/document/funds.ts';
import { FindingGatherer } from '../report/finding-groups.ts';
import { buildReport } from '../report/report.ts';
import type { Report } from '../report/report.ts';
import { buildTrendReport } from '../report/trend/trend-report.ts';
import type { RowAnswer, RowQuery } from '../tally/row-query.ts';
import { isOfProjects } from '../tally/tally.ts';
import type { Tallies } from '../tally/tally.ts';
import { comparePeriods, kindOf } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import type { TableId } from '../vocabulary/table.ts';
import { assessedFacts } from './assessed-facts.ts';
import type { CommandContext } from './command.ts';
import { factsOf } from './metric-choice.ts';

/** What a dossier is of. `each`: the sheet of each place is asked for. */
type DossierQuery = Query & { readonly standards: Standards; readonly each: boolean };

/** Gathers what a leader's page holds beside the report: while the files are read, and from what they add up to. */
export class DossierGatherer {
  readonly #findings = new FindingGatherer();
  #hasProjects = false;
  readonly #context: CommandContext;

  constructor(context: CommandContext) {
    this.#context = context;
  }

  readonly seen = (finding: Finding): void => {
    this.#findings.add(finding);
  };

  /** What else is to be added up, and what is asked of the rows. */
  plan(given: ReadonlySet<TableId>, facts: readonly Fact[]): { readonly facts: readonly Fact[]; readonly rows: readonly RowQuery[] } {
    this.#hasProjects = given.has('projects') || given.has('tallies');
    const more = [...facts, ...assessedFacts, ...(this.#hasProjects ? factsOf(fundsMetrics) : [])];
    return {
      facts: [...new Map(more.map((fact) => [factKey(fact), fact])).values()],
      rows: given.has('households') ? [historyQuery] : [],
    };
  }

  /** The dossier of a report. */
  of(tallies: Tallies, [history]: readonly RowAnswer[], report: Report, { each, ...query }: DossierQuery): Dossier {
    return {
      sheets: this.#sheets(tallies, report, query),
      each,
      trend: this.#trend(tallies, history && new StatusHistory(history), query),
      funds: this.#funds(tallies, report, query),
      // Findings name villages and what stands in their rows.
      findings: tallies.hidden === undefined ? this.#findings.groups : [],
    };
  }

  /** Of helping units there is no acceptance. */
  #sheets(
    tallies: Tallies,
    { lang, terms }: Report,
    { by, period, evidence, standards, toDate }: Query & { readonly standards: Standards },
  ): Dossier['sheets'] {
    if (by === 'helper-unit') return [];
    const level = by === 'county' ? 'county' : 'village';
    const assessed = assessEach(tallies, { period, by: level, evidence, standards, toDate });
    return Array.from(assessed, (place) => sheetOf(place, period, lang, terms));
  }

  /** Over the periods of one kind up to that of the report: a month is part of a year, not what follows it. */
  #trend(
    tallies: Tallies,
    history: StatusHistory | undefined,
    { metrics, evidence, period, source, toDate, standards: limits }: Query,
  ): Dossier['trend'] {
    const isBefore = (one: Period): boolean => kindOf(one) === kindOf(period) && comparePeriods(one, period) <= 0;
    const until = { ...tallies, tallies: tallies.tallies.filter((one) => isBefore(one.period)) };
    if (periodsOf(until).length < 2) return undefined;
    const followed = trend(until, { by: 'all', metrics, evidence, source, toDate, limits });
    const { lang, profile } = this.#context;
    return buildTrendReport(followed, until, {
      lang,
      by: 'all',
      terms: profile.terms,
      changes: history ? statusChanges(history).filter(({ to }) => isBefore(to)) : [],
      findings: { errors: 0, warnings: 0 },
      notes: [],
    });
  }

  #funds(tallies: Tallies, { lang, terms, findings }: Report, query: Query): Report | undefined {
    const ofPeriod = tallies.tallies.filter((one) => one.period === query.period);
    if (!this.#hasProjects || !ofPeriod.some(isOfProjects)) return undefined;
    const measurement = measure(tallies, { ...query, by: 'all', metrics: fundsMetrics });
    return buildReport(measurement, tallies, fundsMetrics, { lang, by: 'all', terms, findings, notes: [] });
  }
}

const fundsMetrics: readonly Metric[] = metricsNamed([...FUNDS]);
