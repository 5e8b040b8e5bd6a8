import { maskIdentityNumbers } from '../input/mask.ts';
import { estimatorOf } from '../measure/estimators/index.ts';
import type { By, Measured, MeasuredPlace, Measurement } from '../measure/measure.ts';
import { isOptional } from '../measure/lacking.ts';
import type { Metric } from '../measure/metric.ts';
import type { Evidence, Mark, Reason } from '../measure/reason.ts';
import type { Input, Tallies } from '../tally/tally.ts';
import type { Fraction } from '../vocabulary/fraction.ts';
import { periodEnd } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import { PLACE_COLUMNS, placeName, sharedParts, withoutParts } from '../vocabulary/place.ts';
import type { Place, PlacePart } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import { sameInBoth } from '../vocabulary/text.ts';
import type { Lang, Text } from '../vocabulary/text.ts';
import { USUAL_TERMS, columnInCurrency, placesOf, unitCode, unitName } from '../vocabulary/terms.ts';
import type { Terms } from '../vocabulary/terms.ts';
import { UNIT_NAMES, unitFor } from '../vocabulary/unit.ts';
import type { Unit } from '../vocabulary/unit.ts';
import { kindsOf } from './breakdown.ts';
import type { ReportKind } from './breakdown.ts';
import { footnotesOf, verdictOf } from './verdict.ts';
import type { ReportVerdict } from './verdict.ts';
import { asNumber, countAsNumber, formatCount, formatMeasured, formatPlain, formatValue } from './format-value.ts';
import { columnLabel } from './column-text.ts';
import { lackingText } from './lacking-text.ts';
import { EVIDENCE_NAMES, MARK_NAMES, NOT_SEPARATED, REASON_NAMES } from './reasons.ts';

/** A metric as the heading of a report. */
export interface ReportMetric {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly unitName: string;
  /** The unit as programs read it. */
  readonly unitCode: string;
  /** The metric as the name of a column, its unit in it. */
  readonly column: string;
  readonly shape: Metric['shape'];
  /** Whether there are standards for it at all. */
  readonly isJudged: boolean;
}

/** What is said of an answer, be it a number or a reason. */
export interface CellParts {
  readonly metric: ReportMetric;
  readonly missing: number;
  readonly rejected: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly plainLow: string;
  readonly plainHigh: string;
  readonly evidence: Evidence | undefined;
  readonly marks: readonly Mark[];
  readonly villages: { readonly used: number; readonly inFile: number };
  readonly beside: readonly { readonly key: string; readonly label: string; readonly value: number; readonly unit: string }[];
  /** Columns for want of which there is no number, or one that is not separated. */
  readonly lacking: readonly { readonly table: TableId; readonly column: string; readonly label: string; readonly absent: boolean }[];
  /** 95.78%, ≥82000.00, — */
  readonly text: string;
  /** 93.10%–97.00%: what it could be; only where rows are missing or rejected, or the parts are not separated. */
  readonly range: string | undefined;
  readonly verdict: ReportVerdict | undefined;
  /** By kinds, where the metric is broken down. */
  readonly breakdown: readonly ReportKind[] | undefined;
  /** What else must be said beside the number, in a few words each. */
  readonly remarks: readonly string[];
}

/** The two counts that a number is made of. */
export interface ReportCounts {
  readonly numerator: number;
  readonly denominator: number;
  readonly plainNumerator: string;
  readonly plainDenominator: string;
  /** 159/166: shown under the number. Absent where the number is no division of them. */
  readonly division: string | undefined;
}

/** A number. */
export interface NumberCell extends CellParts {
  readonly value: number;
  /** 95.78: the number alone, for a column whose name carries the unit. */
  readonly plain: string;
  /** Absent of a sum, and of a number that is estimated. */
  readonly counts: ReportCounts | undefined;
  /** Why no standard judges it, where one ought to. */
  readonly reason: 'annual-standard' | undefined;
}

/** No number, and why. It holds nothing that could be printed in its place. */
export interface ReasonCell extends CellParts {
  readonly value: null;
  readonly plain?: undefined;
  readonly counts?: undefined;
  readonly reason: Reason;
}

/** A metric's answer at a place, with every text that a person or a file needs of it: a number or a reason. Formats only place them. */
export type ReportCell = NumberCell | ReasonCell;

export interface ReportPlace {
  readonly place: Readonly<Record<PlacePart | 'village_code', string | null>>;
  /** The place as a person says it, without the parts that all places share. */
  readonly name: string;
  /** The helping unit, where the rows are units. */
  readonly unit?: string;
  readonly cells: readonly ReportCell[];
  readonly villages: { readonly used: number; readonly inFile: number };
}

export interface Report {
  readonly lang: Lang;
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly by: By;
  readonly terms: Terms;
  readonly metrics: readonly ReportMetric[];
  readonly inputs: readonly Input[];
  readonly places: readonly ReportPlace[];
  readonly total: ReportPlace;
  readonly findings: { readonly errors: number; readonly warnings: number };
  readonly notes: readonly string[];
  /** What stands under the figures: by which documents they are judged. */
  readonly footnotes: readonly string[];
}

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
export const headingOf = ({ id, label, unit, shape, judgedBy }: Metric, lang: Lang, terms: Terms = USUAL_TERMS): ReportMetric => ({
  id,
  label: label[lang],
  unit,
  unitName: unitName(unit, terms)[lang],
  unitCode: unitCode(unit, terms),
  column: columnInCurrency(columnOf(id, unit), terms),
  shape,
  isJudged: judgedBy !== undefined,
});

/** An identity number that stands where a name should never leaves the tool whole. */
const maskedOrNull = (name: string | undefined): string | null => (name === undefined ? null : maskIdentityNumbers(name));

/** A place with every part of its name, null where it is not given. */
export const placeRecord = (place: Place): ReportPlace['place'] =>
  Object.fromEntries(PLACE_COLUMNS.map((part) => [part, maskedOrNull(place[part])])) as ReportPlace['place'];

/** The parts of their names that all places have in common are said once, not on every row. One place alone is named in full. */
export const saidOnce = (places: readonly Pick<MeasuredPlace, 'place'>[]): ReadonlySet<PlacePart> =>
  places.length > 1 ? sharedParts(places.map(({ place }) => place)) : new Set();

/** A place as a person says it, without the shared parts. */
export function nameOf(place: Place, shared: ReadonlySet<PlacePart>, lang: Lang, by: By): string {
  if (by === 'all') return { zh: '全部', en: 'All' }[lang];
  return placeName(withoutParts(place, shared)) || placeName(place) || { zh: '（未注明）', en: '(not named)' }[lang];
}

/** Why a number is judged by nothing, where a standard of its year ought to: it is of a month. */
const whyUnjudged = (unjudged: Measured['unjudged']): 'annual-standard' | undefined =>
  unjudged?.why.reason === 'annual-standard' ? 'annual-standard' : undefined;

/** Why there is no number, or why a number is judged by nothing: a mark of a year beside a month. */
export const reasonOf = (reason: Reason | undefined, unjudged: Measured['unjudged']): Reason | undefined => reason ?? whyUnjudged(unjudged);

/** An answer with every text that is needed of it. */
export function cellOf(measured: Measured, metric: ReportMetric, lang: Lang, terms: Terms = USUAL_TERMS): ReportCell {
  const { metric: definition, value, reason } = measured;
  const parts = partsOf(measured, metric, lang, terms);
  const number = asNumber(definition, value);
  if (value === undefined || number === null) return { ...parts, value: null, reason: reason ?? 'no-data' };
  return {
    ...parts,
    value: number,
    plain: formatPlain(definition, value),
    counts: countsOf(definition, value),
    reason: whyUnjudged(measured.unjudged),
  };
}

function countsOf(definition: Metric, { numerator, denominator }: Fraction): ReportCounts | undefined {
  if (estimatorOf(definition).isSum || definition.estimated) return undefined;
  const unitAbove = definition.numerator.unit;
  const unitBelow = definition.denominator?.unit ?? unitAbove;
  const [plainNumerator, plainDenominator] = [formatCount(numerator, unitAbove), formatCount(denominator, unitBelow)];
  return {
    numerator: countAsNumber(numerator, unitAbove),
    denominator: countAsNumber(denominator, unitBelow),
    plainNumerator,
    plainDenominator,
    division: estimatorOf(definition).isDivision ? `${plainNumerator}/${plainDenominator}` : undefined,
  };
}

function partsOf(measured: Measured, metric: ReportMetric, lang: Lang, terms: Terms): CellParts {
  const { metric: definition, low, high, missing, rejected, evidence, marks, villages } = measured;
  return {
    metric,
    missing: Number(missing),
    rejected: Number(rejected),
    low: asNumber(definition, low),
    high: asNumber(definition, high),
    plainLow: low ? formatPlain(definition, low) : '',
    plainHigh: high ? formatPlain(definition, high) : '',
    evidence,
    marks,
    villages,
    beside: measured.beside.map(({ key, label, unit, value: number }) => ({
      key,
      label: label[lang],
      value: countAsNumber(number, unit),
      unit: unitCode(unit, terms),
    })),
    lacking: wanting(measured).map((one) => ({
      table: one.table ?? 'villages',
      column: columnInCurrency(one.column, terms),
      label: columnLabel(one.table ?? 'villages', one.column)[lang],
      absent: one.absent,
    })),
    text: formatMeasured(measured),
    range: rangeOf(measured, lang),
    verdict: verdictOf(measured, lang, terms),
    breakdown: measured.breakdown && kindsOf(definition.breakdown!, measured.breakdown, lang, terms),
    remarks: remarksOf(measured, lang, terms),
  };
}

/** What the number could be: shown wherever something about it is not known, unless that is nothing at all. */
function rangeOf({ metric, value, low, high, missing, rejected, marks }: Measured, lang: Lang): string | undefined {
  const differs = (bound: typeof low): boolean => value !== undefined && asNumber(metric, bound) !== asNumber(metric, value);
  const uncertain = missing > 0n || rejected > 0n || differs(low) || differs(high);
  const saysNothing = (!low && !high) || (!value && (!high || (asNumber(metric, low) === 0 && asNumber(metric, high) === 1)));
  const saidBySign = (marks.includes('at-least') && !high) || (marks.includes('at-most') && !low);
  if (!uncertain || saysNothing || saidBySign) return undefined;
  const side = (bound: typeof low): string => (bound ? formatValue(metric, bound).replace(/ \(.*/u, '') : '?');
  return { zh: `${side(low)} 至 ${side(high)}`, en: `${side(low)} to ${side(high)}` }[lang];
}

/** The columns to be named beside a number: where there is none, first those that it cannot do without; where it is not separated, all of them. */
function wanting({ metric, reason, marks, lacking }: Measured): Measured['lacking'] {
  const isNamed = reason === 'no-data' || reason === 'exempt-in-numerator' || reason?.startsWith('needs-') === true;
  if (!isNamed && !marks.some((mark) => NOT_SEPARATED.includes(mark))) return [];
  const needed = lacking.filter((one) => !isOptional(metric, one));
  return needed.length > 0 ? needed : lacking;
}

function remarksOf(measured: Measured, lang: Lang, terms: Terms): readonly string[] {
  const { metric, marks, missing, rejected, reason, unjudged, evidence, villages, beside } = measured;
  // What is missing of projects is projects, whatever is added up of them.
  const unit = metric.of === 'projects' ? 'projects' : (metric.denominator?.unit ?? metric.unit);
  const remarks: Text[] = [];
  const said = reasonOf(reason, unjudged);
  if (said) remarks.push(REASON_NAMES[said]);
  for (const mark of marks) if (NOT_SEPARATED.includes(mark)) remarks.push(MARK_NAMES[mark]);
  remarks.push(...lackingText(wanting(measured), lang).map(sameInBoth));
  // Missing money is missing villages: said below.
  if (missing > 0n && !reason && unit !== 'yuan')
    remarks.push({
      zh: `${missing} ${UNIT_NAMES[unit].zh}${unit === 'projects' ? '项目' : ''}不清楚`,
      en: `${missing} ${unitFor(unit, missing).en} unknown`,
    });
  if (rejected > 0n) remarks.push({ zh: `${rejected} 行未通过检查`, en: `${rejected} rejected ${rejected === 1n ? 'row' : 'rows'}` });
  if (evidence === 'partial') remarks.push(EVIDENCE_NAMES.partial);
  if (villages.used > 0 && villages.used < villages.inFile) {
    remarks.push({
      zh: `${villages.inFile} 村中的 ${villages.used} 村`,
      en: `${villages.used} of ${placesOf('village', villages.inFile, terms, 'en')}`,
    });
  }
  for (const { label, unit: besideUnit, value } of beside) {
    remarks.push({
      zh: `另有${label.zh} ${formatCount(value, besideUnit)} ${unitName(besideUnit, terms).zh}`,
      en: `${formatCount(value, besideUnit)} ${label.en} beside it`,
    });
  }
  return remarks.map((remark) => remark[lang]);
}
