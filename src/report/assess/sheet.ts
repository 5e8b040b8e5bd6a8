import { printedPlace } from '../../rows/printed.ts';
import type { AssessedCriterion, AssessedPart, AssessedPlace } from '../../measure/assess.ts';
import type { Met } from '../../measure/judge.ts';
import { estimatorOf } from '../../measure/estimators/index.ts';
import type { Measured } from '../../measure/measured.ts';
import type { Reason } from '../../measure/reason.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { placeName } from '../../vocabulary/place.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { USUAL_TERMS, unitCode, unitName } from '../../vocabulary/terms.ts';
import type { Terms } from '../../vocabulary/terms.ts';
import { asNumber, countAsNumber, formatCount, formatUnrounded, formatValue } from '../format-value.ts';
import { columnLabel } from '../column-text.ts';
import { lackingText } from '../lacking-text.ts';
import { MARK_NAMES, NOT_SEPARATED, REASON_NAMES } from '../reasons.ts';
import { placeRecord } from '../printed-place.ts';
import { reasonOf } from '../remarks.ts';
import type { ReportPlace } from '../report.ts';
import { MET_NAMES, amendmentText, unjudgedText, verdictOf } from '../verdict.ts';
import type { ReportVerdict } from '../verdict.ts';

/** One thing that a criterion asks for, written out. */
export interface SheetPart {
  /** The metric, or the yes/no column. */
  readonly id: string;
  readonly met: Met;
  /** Why there is no number, or no verdict on it. */
  readonly reason: Reason | undefined;
  /** 159/166 = 95.7831…% ≥60% */
  readonly arithmetic: string;
  readonly value: number | null;
  readonly unit: string | undefined;
  readonly numerator: number | undefined;
  readonly denominator: number | undefined;
  readonly missing: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly excluded: readonly { readonly label: string; readonly value: number; readonly unit: string }[];
  readonly verdict: ReportVerdict | undefined;
  /** Columns that would settle it, of the village table or of the one that its number rests on. */
  readonly settledBy: readonly string[];
  readonly remarks: readonly string[];
}

export interface SheetCriterion {
  readonly number: number;
  readonly label: string;
  /** The document's own words. */
  readonly wording: string;
  readonly met: Met;
  readonly metName: string;
  readonly parts: readonly SheetPart[];
  /** What only a visit can tell. */
  readonly outside: readonly string[];
}

/** The acceptance sheet of a place, written out. */
export interface Sheet {
  readonly place: ReportPlace['place'];
  readonly name: string;
  readonly period: Period;
  /** The day at which it is judged. */
  readonly date: IsoDate | undefined;
  readonly scheme: { readonly id: string; readonly region: string; readonly title: string; readonly document: string } | undefined;
  /** Why there is no sheet. */
  readonly notJudged: string | undefined;
  readonly met: Met | undefined;
  readonly metName: string | undefined;
  readonly counts: Readonly<Record<Met, number>>;
  readonly criteria: readonly SheetCriterion[];
  /** Changes of the rules that were not read. */
  readonly amendments: readonly string[];
}

/** Writes an assessed place out: all texts are made here. */
export function sheetOf(
  { place, judging, scheme, criteria, met }: AssessedPlace,
  period: Period,
  lang: Lang,
  terms: Terms = USUAL_TERMS,
): Sheet {
  const inForce = scheme && 'scheme' in scheme ? scheme : undefined;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const notJudged = inForce
    ? undefined
    : !judging
      ? place.place.village === undefined
        ? say('这些村没有写县名，不能按县判定', 'these villages name no county, and are not judged as one')
        : say('不是贫困村，不按贫困村退出标准判定', 'not a poverty village: the exit standard of poverty villages does not judge it')
      : scheme && 'reason' in scheme
        ? unjudgedText(`${judging.level}-exit`, judging.date, scheme)[lang]
        : undefined;
  const written = criteria.map((criterion) => criterionOf(criterion, lang, terms));
  const count = (wanted: Met): number => written.filter((criterion) => criterion.met === wanted).length;
  return {
    place: placeRecord(place.place),
    name: placeName(printedPlace(place.place)) || say('（未注明）', '(not named)'),
    period,
    date: judging?.date,
    scheme: inForce && {
      id: inForce.scheme.id,
      region: inForce.scheme.region,
      title: inForce.scheme.title[lang],
      document: [
        inForce.scheme.source.issuer,
        terms.abroad ? `, ${inForce.scheme.source.title} ` : `《${inForce.scheme.source.title}》`,
        inForce.scheme.source.number,
      ]
        .filter(Boolean)
        .join(''),
    },
    notJudged,
    met,
    metName: met && MET_NAMES[met][lang],
    counts: { yes: count('yes'), no: count('no'), undetermined: count('undetermined'), 'not-assessable': count('not-assessable') },
    criteria: written,
    amendments: (inForce?.amendments ?? []).map((amendment) => amendmentText(amendment)[lang]),
  };
}

function criterionOf({ criterion, met, parts }: AssessedCriterion, lang: Lang, terms: Terms): SheetCriterion {
  return {
    number: criterion.number,
    label: criterion.label[lang],
    wording: criterion.wording,
    met,
    metName: MET_NAMES[met][lang],
    parts: parts.flatMap((part) => partOf(part, lang, terms) ?? []),
    outside: parts.flatMap((part) => (part.kind === 'outside' ? [part.what[lang]] : [])),
  };
}

function partOf(part: AssessedPart, lang: Lang, terms: Terms): SheetPart | undefined {
  if (part.kind === 'outside') return undefined;
  if (part.kind === 'answer') return answerOf(part, lang);
  const { measured, met, unjudged } = part;
  const { metric, value, low, high, missing, excluded, lacking } = measured;
  const verdict = verdictOf(measured, lang, terms);
  const counted = value !== undefined && estimatorOf(metric).isDivision && !metric.estimated ? value : undefined;
  const settling = met === 'undetermined' || met === 'not-assessable' ? lacking : [];
  return {
    id: metric.id,
    met,
    reason: reasonOf(measured.reason, unjudged),
    arithmetic: [numberText(measured, lang, terms), verdict?.limit].filter(Boolean).join(' '),
    value: asNumber(metric, value),
    unit: unitCode(metric.unit, terms),
    numerator: counted && countAsNumber(counted.numerator, metric.numerator.unit),
    denominator: counted && countAsNumber(counted.denominator, metric.denominator!.unit),
    missing: Number(missing),
    low: asNumber(metric, low),
    high: asNumber(metric, high),
    excluded: excluded.map(({ label, value: amount, unit }) => ({
      label: label[lang],
      value: countAsNumber(amount, unit),
      unit: unitCode(unit, terms),
    })),
    verdict,
    settledBy: settling.map(({ column }) => column),
    remarks: [
      ...(unjudged ? [unjudgedText(unjudged.id, unjudged.date, unjudged.why)[lang]] : []),
      ...remarksOf(measured, verdict, lang, terms),
      ...lackingText(settling, lang),
    ],
  };
}

/** The number with its arithmetic, unrounded: 159/166 = 95.7831…%. */
function numberText({ metric, value, reason, marks }: Measured, lang: Lang, terms: Terms): string {
  if (value === undefined) return `${metric.label[lang]} —${reason ? ` ${REASON_NAMES[reason][lang]}` : ''}`;
  const sign = marks.includes('at-least') ? '≥' : marks.includes('at-most') ? '≤' : '';
  if (metric.unit !== 'share' || !estimatorOf(metric).isDivision)
    return `${sign}${formatValue(metric, value)} ${unitName(metric.unit, terms)[lang]}`;
  if (metric.estimated) return `${metric.label[lang]} ${sign}${formatUnrounded(value)}`;
  const [above, below] = [formatCount(value.numerator, metric.numerator.unit), formatCount(value.denominator, metric.denominator!.unit)];
  return `${above}/${below} = ${sign}${formatUnrounded(value)}`;
}

function remarksOf(
  { metric, value, low, high, missing, rejected, excluded, lacking, marks }: Measured,
  verdict: ReportVerdict | undefined,
  lang: Lang,
  terms: Terms,
): readonly string[] {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const unit = unitName(metric.denominator?.unit ?? metric.unit, terms)[lang];
  const bound = (one: typeof low): string => (one ? formatValue(metric, one) : '?');
  const isOpen = value !== undefined && (missing > 0n || rejected > 0n || asNumber(metric, low) !== asNumber(metric, high));
  return [
    ...(verdict?.exactly ? [verdict.exactly] : []),
    ...(verdict?.advice ? [verdict.advice] : []),
    ...(verdict?.onTheMark ? [verdict.onTheMark] : []),
    ...marks.filter((mark) => NOT_SEPARATED.includes(mark)).map((mark) => MARK_NAMES[mark][lang]),
    // Where there is no number at all, or only money is missing, the column that is blank says more.
    ...(missing > 0n && (value !== undefined || lacking.length === 0) && metric.unit !== 'yuan'
      ? [say(`${missing} ${unit}不清楚`, `${missing} ${unit} unknown`)]
      : []),
    ...(rejected > 0n ? [say(`${rejected} 行未通过检查`, `${rejected} rejected ${rejected === 1n ? 'row' : 'rows'}`)] : []),
    ...(isOpen ? [say(`${bound(low)} 至 ${bound(high)}`, `${bound(low)} to ${bound(high)}`)] : []),
    ...excluded.map(({ label, unit: of, value: amount }) =>
      say(
        `剔除${label.zh} ${formatCount(amount, of)} ${unitName(of, terms).zh}`,
        `left out: ${label.en} ${formatCount(amount, of)} ${unitName(of, terms).en}`,
      ),
    ),
  ];
}

const ANSWERS: Readonly<Record<Met, Readonly<Record<Lang, string>>>> = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  undetermined: { zh: '空白', en: 'blank' },
  'not-assessable': { zh: '—', en: '—' },
};

function answerOf({ answer, met }: Extract<AssessedPart, { readonly kind: 'answer' }>, lang: Lang): SheetPart {
  const label = columnLabel('villages', answer)[lang];
  const settling = met === 'undetermined' || met === 'not-assessable' ? [{ column: answer, absent: met === 'not-assessable' }] : [];
  return {
    id: answer,
    met,
    reason: undefined,
    arithmetic: `${label}${{ zh: '：', en: ': ' }[lang]}${ANSWERS[met][lang]}`,
    value: null,
    unit: undefined,
    numerator: undefined,
    denominator: undefined,
    missing: 0,
    low: null,
    high: null,
    excluded: [],
    verdict: undefined,
    settledBy: settling.map(({ column }) => column),
    remarks: lackingText(settling, lang),
  };
}
