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
  const parts = new Parts(measured, metric, lang, terms);
  const number = asNumber(definition, value);
  if (value === undefined || number === null) return Object.assign(parts, { value: null, reason: reason ?? ('no-data' as const) });
  return Object.assign(parts, {
    value: number,
    plain: formatPlain(definition, value),
    counts: countsOf(definition, value),
    reason: whyUnjudged(measured.unjudged),
  });
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

/** What is said of an answer. Texts are made when somebody asks for them: of thousands of places a table for programs needs numbers alone. */
class Parts implements CellParts {
  readonly metric: ReportMetric;
  readonly #measured: Measured;
  readonly #lang: Lang;
  readonly #terms: Terms;
  #said: readonly ReportRemark[] | undefined;

  constructor(measured: Measured, metric: ReportMetric, lang: Lang, terms: Terms) {
    [this.#measured, this.metric, this.#lang, this.#terms] = [measured, metric, lang, terms];
  }

  get missing(): number {
    return Number(this.#measured.missing);
  }
  get rejected(): number {
    return Number(this.#measured.rejected);
  }
  get low(): number | null {
    return asNumber(this.#measured.metric, this.#measured.low);
  }
  get high(): number | null {
    return asNumber(this.#measured.metric, this.#measured.high);
  }
  get plainLow(): string {
    const { metric, low } = this.#measured;
    return low ? formatPlain(metric, low) : '';
  }
  get plainHigh(): string {
    const { metric, high } = this.#measured;
    return high ? formatPlain(metric, high) : '';
  }
  get evidence(): CellParts['evidence'] {
    return this.#measured.evidence;
  }
  get marks(): CellParts['marks'] {
    return this.#measured.marks;
  }
  get villages(): CellParts['villages'] {
    return this.#measured.villages;
  }
  get beside(): CellParts['beside'] {
    return this.#measured.beside.map(({ key, label, unit, value }) => ({
      key,
      label: label[this.#lang],
      value: countAsNumber(value, unit),
      unit: unitCode(unit, this.#terms),
    }));
  }
  get lacking(): CellParts['lacking'] {
    return wanting(this.#measured).map((one) => ({
      table: one.table ?? 'villages',
      column: columnInCurrency(one.column, this.#terms),
      label: columnLabel(one.table ?? 'villages', one.column)[this.#lang],
      absent: one.absent,
    }));
  }
  get text(): string {
    return formatMeasured(this.#measured);
  }
  get range(): string | undefined {
    return rangeOf(this.#measured, this.#lang);
  }
  get verdict(): CellParts['verdict'] {
    return verdictOf(this.#measured, this.#lang, this.#terms);
  }
  get breakdown(): CellParts['breakdown'] {
    const { metric, breakdown } = this.#measured;
    return breakdown && kindsOf(metric.breakdown!, breakdown, this.#lang, this.#terms);
  }
  get said(): readonly ReportRemark[] {
    return (this.#said ??= remarksOf(this.#measured, this.#lang, this.#terms));
  }
  get remarks(): readonly string[] {
    return this.said.map(({ text }) => text);
  }
  get notes(): readonly string[] {
    return notesOf(this.#measured, this.said, this.#lang);
  }
  get reasons(): string | undefined {
    return reasonsIn(this.said, this.#lang);
  }
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
