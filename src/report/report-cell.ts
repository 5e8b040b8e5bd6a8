import { estimatorOf } from '../measure/estimators/index.ts';
import type { Measured } from '../measure/measured.ts';
import type { Metric } from '../measure/metric.ts';
import type { Fraction } from '../vocabulary/fraction.ts';
import type { Lang } from '../vocabulary/text.ts';
import { USUAL_TERMS, columnInCurrency, unitCode } from '../vocabulary/terms.ts';
import type { Terms } from '../vocabulary/terms.ts';
import { kindsOf } from './breakdown.ts';
import { verdictOf } from './verdict.ts';
import { asNumber, countAsNumber, formatCount, formatMeasured, formatPlain, formatValue } from './format-value.ts';
import { columnLabel } from './column-text.ts';
import type { ReportMetric, CellParts, ReportRemark, ReportCounts, ReportCell } from './reported.ts';
import { whyUnjudged, wanting, reasonsIn, remarksOf } from './remarks.ts';

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
  const said = remarksOf(measured, lang, terms);
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
    remarks: said.map(({ text }) => text),
    said,
    notes: notesOf(measured, said, lang),
    reasons: reasonsIn(said, lang),
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

/** What is said beside a number in words that hold for many cells. */
function notesOf({ beside }: Measured, said: readonly ReportRemark[], lang: Lang): readonly string[] {
  const reasons = reasonsIn(said, lang);
  const rejected = { zh: '有行未通过检查，没有计入（check 列出）', en: 'rejected rows are not counted (see check)' }[lang];
  return [
    ...(reasons === undefined ? [] : [reasons]),
    ...said.flatMap(({ of, text }) => (of === 'rejected' ? [rejected] : of === 'evidence' || of === 'villages' ? [text] : [])),
    ...beside.map(({ label }) => ({ zh: `另有${label.zh}，没有计入`, en: `${label.en} beside it, not counted` })[lang]),
  ];
}
