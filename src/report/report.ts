import { maskIdentityNumbers } from '../input/mask.ts';
import type { By, MeasuredPlace, Measurement } from '../measure/measured.ts';
import type { Metric } from '../measure/metric.ts';
import type { Tallies } from '../tally/tally.ts';
import { periodEnd } from '../vocabulary/period.ts';
import type { IsoDate } from '../vocabulary/period.ts';
import type { Lang, Text } from '../vocabulary/text.ts';
import { USUAL_TERMS, columnInCurrency, unitCode, unitName } from '../vocabulary/terms.ts';
import type { Terms } from '../vocabulary/terms.ts';
import type { Unit } from '../vocabulary/unit.ts';
import { footnotesOf } from './verdict.ts';
import type { ReportMetric, ReportCell, ReportPlace, Report } from './reported.ts';
import { placeRecord, saidOnce, nameOf } from './printed-place.ts';
import { cellOf } from './report-cell.ts';
export type {
  ReportMetric,
  CellParts,
  ReportRemark,
  ReportCounts,
  NumberCell,
  ReasonCell,
  ReportCell,
  ReportPlace,
  Report,
} from './reported.ts';

export interface ReportOptions {
  readonly lang: Lang;
  readonly by: By;
  readonly asOf?: IsoDate | undefined;
  /** How the office calls its money and its places. */
  readonly terms?: Terms | undefined;
  readonly findings: { readonly errors: number; readonly warnings: number };
  readonly notes: readonly Text[];
}

/** The texts of so many places are kept at a time. */
const MOST_KEPT = 4096;

/** Writes a measurement out: all texts are made here. */
export function buildReport(measurement: Measurement, { inputs }: Tallies, metrics: readonly Metric[], options: ReportOptions): Report {
  const { lang, by, terms = USUAL_TERMS } = options;
  const shared = saidOnce(measurement.places);
  const headings = new Map(metrics.map((metric) => [metric, headingOf(metric, lang, terms)]));
  // Texts of a hundred thousand places at once would fill the memory.
  const made = new Map<MeasuredPlace, readonly ReportCell[]>();
  const cellsOf = (of: MeasuredPlace): readonly ReportCell[] => {
    const known = made.get(of);
    if (known) return known;
    if (made.size >= MOST_KEPT) made.clear();
    const cells = of.measured.map((one) => cellOf(one, headings.get(one.metric)!, lang, terms));
    made.set(of, cells);
    return cells;
  };
  const place = (measured: MeasuredPlace, name: string): ReportPlace => ({
    place: placeRecord(measured.place),
    name,
    ...(measured.unit !== undefined && { unit: maskIdentityNumbers(measured.unit) }),
    get cells() {
      return cellsOf(measured);
    },
    villages: measured.villages,
  });
  return {
    lang,
    period: measurement.period,
    asOf: options.asOf ?? periodEnd(measurement.period),
    by,
    terms,
    metrics: [...headings.values()],
    inputs,
    places: measurement.places.map((measured) =>
      place(measured, maskIdentityNumbers(measured.unit ?? nameOf(measured.place, shared, lang, by))),
    ),
    total: place(measurement.total, { zh: '合计', en: 'Total' }[lang]),
    findings: options.findings,
    notes: options.notes.map((note) => note[lang]),
    footnotes: footnotesOf(measurement, lang),
  };
}

/** A metric's column carries its unit, unless its name does already; counts have none. */
function columnOf(id: string, unit: Unit): string {
  const suffix = unit === 'share' ? '_pct' : unit === 'yuan' ? '_yuan' : '';
  return id.endsWith(suffix) ? id : `${id}${suffix}`;
}

/** A metric as a heading. */
export const headingOf = (
  { id, label, short = label, unit, shape, judgedBy, numerator, denominator }: Metric,
  lang: Lang,
  terms: Terms = USUAL_TERMS,
): ReportMetric => ({
  id,
  label: label[lang],
  short: short[lang],
  unit,
  unitName: unitName(unit, terms)[lang],
  unitCode: unitCode(unit, terms),
  column: columnInCurrency(columnOf(id, unit), terms),
  shape,
  countUnit: numerator.unit === denominator?.unit || shape === 'growth' ? unitName(numerator.unit, terms)[lang] : undefined,
  isJudged: judgedBy !== undefined,
});
