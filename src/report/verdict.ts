import type { Measured, Measurement } from '../measure/measured.ts';
import type { Met, NotJudged, Verdict } from '../measure/judge.ts';
import { regionName } from '../standards/lineage.ts';
import type { Amendment, Comparison, Standard, StandardValue } from '../standards/standard.ts';
import { compareFractions, toDecimal, toNumber } from '../vocabulary/fraction.ts';
import type { Fraction } from '../vocabulary/fraction.ts';
import type { IsoDate } from '../vocabulary/period.ts';
import type { Lang, Text } from '../vocabulary/text.ts';
import { USUAL_TERMS, unitCode, unitName, unitNameFor } from '../vocabulary/terms.ts';
import type { Terms } from '../vocabulary/terms.ts';
import { isMoney } from '../standards/threshold.ts';
import { countAsNumber, formatCount } from './format-value.ts';
import { ENDINGS } from './standard-words.ts';
import type { Sign, Tone } from '../page/page.ts';
import { shortfallText } from './shortfall-text.ts';

/** A verdict with its texts. */
export interface ReportVerdict {
  readonly standard: string;
  readonly region: string;
  readonly comparison: Comparison;
  /** In the printed unit: a share of one, yuan, children. */
  readonly threshold: number;
  readonly thresholdText: string;
  readonly met: Met;
  readonly shortBy: { readonly amount: number; readonly unit: string } | undefined;
  readonly hiddenByRounding: boolean;
  /** How the document is read, where the number is its very mark and there are two readings. */
  readonly onTheMark: string | undefined;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly source: StandardValue['source'];
  readonly amendments: readonly string[];
  /** <3%* */
  readonly limit: string;
  /** The number with as many decimals as show on which side it is, where the printed one hides it. */
  readonly exactly: string | undefined;
  /** The shortest way to a pass: 还差 3 户. */
  readonly advice: string | undefined;
  /** 差 6,600 元: how far a number is from the mark that it does not meet. */
  readonly shortfall: string | undefined;
  /** 未达标 <3%*，要减少 12 人 */
  readonly text: string;
}

export const MET_NAMES: Readonly<Record<Met, Text>> = {
  yes: { zh: '达标', en: 'met' },
  no: { zh: '未达标', en: 'not met' },
  undetermined: { zh: '不能判定', en: 'undetermined' },
  'not-assessable': { zh: '无法评定', en: 'not assessable' },
};

/** How a verdict is to be taken. */
export const MET_TONES: Readonly<Record<Met, Tone>> = {
  yes: 'met',
  no: 'not-met',
  undetermined: 'undetermined',
  'not-assessable': 'undetermined',
};

/** The sign of a verdict. */
export const MET_SIGNS: Readonly<Record<Met, Sign>> = {
  yes: 'met',
  no: 'not-met',
  undetermined: 'undetermined',
  'not-assessable': 'not-assessable',
};

const SIGNS: Readonly<Record<Comparison, string>> = { 'at-least': '≥', above: '>', 'at-most': '≤', below: '<' };

/** Writes a verdict out. A verdict that printing the number would hide gives the number with as many decimals as show it. */
export function verdictOf({ value, verdict }: Measured, lang: Lang, terms: Terms = USUAL_TERMS): ReportVerdict | undefined {
  if (!verdict) return undefined;
  const { standard, value: standardValue, met, shortBy, hiddenByRounding, isOnTheMark, amendments } = verdict;
  const { from, until, source, note } = standardValue;
  const written = thresholdText(standard, standardValue, lang, terms);
  const ofYear = from.slice(0, 4) === until.slice(0, 4) ? { zh: `（${from.slice(0, 4)}年）`, en: ` (${from.slice(0, 4)})` }[lang] : '';
  const limit = `${SIGNS[standard.comparison]}${written}${verdict.yearBefore === 'mark' ? { zh: '（上年的占比）', en: ' (the year before)' }[lang] : ofYear}${amendments.length > 0 ? '*' : ''}`;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const exactly = hiddenByRounding && value ? say(`准确值 ${telling(value, verdict)}`, `exactly ${telling(value, verdict)}`) : undefined;
  const beside =
    verdict.yearBefore === 'unknown'
      ? say('还要不低于上年，上年的数不清楚', 'it must not be under the year before, which is not known')
      : undefined;
  const advice = shortBy && shortBy.amount > 0n ? shortText(verdict, lang, terms) : undefined;
  const parts = [`${MET_NAMES[met][lang]} ${limit}`, exactly, beside, advice].filter((part) => part !== undefined);
  return {
    standard: standard.id,
    region: standard.region,
    comparison: standard.comparison,
    threshold: thresholdNumber(standard, standardValue),
    thresholdText: written,
    met,
    shortBy: shortBy && { amount: countAsNumber(shortBy.amount, shortBy.unit), unit: unitCode(shortBy.unit, terms) },
    hiddenByRounding,
    onTheMark: isOnTheMark ? note?.[lang] : undefined,
    from,
    until,
    source,
    amendments: amendments.map((amendment) => amendmentText(amendment)[lang]),
    limit,
    exactly,
    advice,
    shortfall: shortfallText(verdict, lang, terms),
    text: parts.join(say('，', ', ')),
  };
}

/** The shortest way to a pass: needs 3 more households. */
function shortText({ standard: { comparison }, shortBy, met, shortIsLeast }: Verdict, lang: Lang, terms: Terms): string {
  const { amount, unit } = shortBy!;
  const number = formatCount(amount, unit).replace(/\.00$/u, '');
  const counted = unitNameFor(unit, unit === 'yuan' ? amount / FEN : amount, terms)[lang];
  const more = comparison === 'at-least' || comparison === 'above';
  if (met === 'undetermined')
    return more
      ? { zh: `再核实 ${number} ${counted}即可确定达标`, en: `${number} more ${counted} confirmed would settle it` }[lang]
      : { zh: `再排除 ${number} ${counted}即可确定达标`, en: `${number} fewer ${counted} would settle it` }[lang];
  const least = shortIsLeast ? { zh: '至少', en: 'at least ' } : { zh: '', en: '' };
  return more
    ? { zh: `${least.zh}还差 ${number} ${counted}`, en: `needs ${least.en}${number} more ${counted}` }[lang]
    : { zh: `${least.zh}要减少 ${number} ${counted}`, en: `needs ${least.en}${number} fewer ${counted}` }[lang];
}

const FEN = 100n;

/** The value of a standard as a person reads it: 60%, 50000 元. */
export function thresholdText({ unit }: Pick<Standard, 'unit'>, { value }: Pick<StandardValue, 'value'>, lang: Lang, terms: Terms): string {
  const [number = value, ending = ''] = value.split(' ');
  if (unit === 'share') return value;
  if (unit === 'm2') return { zh: `${number} 平方米`, en: `${number} m²` }[lang];
  // Money of an office that does not name its currency keeps the name that its standards give it.
  if (unit === 'money') return `${number} ${terms === USUAL_TERMS ? ending : terms.currency[lang]}`;
  if (unit === 'months' || unit === 'days') return `${number}${ENDINGS[unit][lang]}`;
  return `${number} ${unitName(unit, terms)[lang]}`;
}

function thresholdNumber({ unit }: Standard, { threshold }: StandardValue): number {
  return isMoney(unit) ? countAsNumber(threshold.numerator / threshold.denominator, 'yuan') : toNumber(threshold)!;
}

const MOST_DECIMALS = 12;

/** A share in per cent with just as many decimals as keep it on its side of the threshold. */
function telling(value: Fraction, { standard, value: { threshold } }: Verdict): string {
  const side = compareFractions(value, threshold);
  for (let places = 3; places < MOST_DECIMALS; places++) {
    const printed = toDecimal({ numerator: value.numerator * 100n, denominator: value.denominator }, places);
    const again = { numerator: BigInt(printed.replace('.', '')), denominator: 100n * 10n ** BigInt(places) };
    if (compareFractions(again, threshold) === side) return `${printed}%`;
  }
  return `${value.numerator}/${value.denominator} (${standard.id})`;
}

export const amendmentText = ({ number, from, note }: Amendment): Text => ({
  zh: `${number}（${from} 起）：${note.zh}`,
  en: `${number} (from ${from}): ${note.en}`,
});

/** A document by its issuer, title and number. */
export const documentText = ({ title, issuer, number }: StandardValue['source'], lang: Lang): string =>
  ({ zh: `${issuer}《${title}》${number ?? ''}`, en: `${issuer}, ${title} ${number ?? ''}`.trim() })[lang];
/** By which document a verdict is made: what stands as a note of a page. */
export function documentNote({ region, source: { title, issuer, number } }: ReportVerdict, lang: Lang): string {
  return {
    zh: `按${regionName(region).zh}《${title}》${number ?? ''}`,
    en: `by ${[regionName(region).en, title, number ?? issuer].join(', ')}`,
  }[lang];
}

/** What stands under a report with verdicts: the documents that are judged by, and the changes of them that were not read. */
export function footnotesOf({ places }: Measurement, lang: Lang): readonly string[] {
  const sources = new Map<string, string>();
  const amendments = new Set<string>();
  for (const { value, standard, amendments: begun } of usedIn(places)) {
    const { title, number } = value.source;
    const region = regionName(standard.region)[lang];
    const document = documentText(value.source, lang);
    sources.set(`${title}${number}`, { zh: `判定依据（${region}）：${document}`, en: `Judged by (${region}): ${document}` }[lang]);
    for (const amendment of begun) amendments.add(`* ${amendmentText(amendment)[lang]}`);
  }
  return [...sources.values(), ...amendments];
}

/** The standards by which places were judged, each value once: there are as many verdicts as places. */
function usedIn(places: Measurement['places']): readonly Verdict[] {
  const used = new Map<Verdict['value'], Verdict>();
  for (const { measured } of places)
    for (const { verdict } of measured) if (verdict && !used.has(verdict.value)) used.set(verdict.value, verdict);
  return [...used.values()];
}

/** Why numbers that ought to be judged are not: once for each standard and day. */
export function unjudgedNotes({ places }: Measurement): readonly Text[] {
  const unjudged = new Set(places.flatMap(({ measured }) => measured.flatMap((one) => one.unjudged ?? [])));
  const notes = new Map<string, Text>();
  for (const { id, date, why } of unjudged) {
    const text = unjudgedText(id, date, why);
    notes.set(text.en, text);
  }
  return [...notes.values()];
}

/** Why a standard does not judge on a day. */
export function unjudgedText(id: string, date: IsoDate, why: NotJudged): Text {
  if (why.reason === 'annual-standard')
    return {
      zh: `${id} 是年度标准，不判月份（annual-standard）；report --to-date 把当年各月累计起来`,
      en: `${id} is a mark of the year and judges no month (annual-standard); report --to-date adds the months of the year up`,
    };
  if (why.reason === 'region-unknown')
    return {
      zh: '没有按退出标准判定：不知道属于哪个省。填写省或12位村代码，或用 --region 45（广西）指明',
      en: 'not judged by exit standards: it is not known in which province the places lie. Fill in province or village_code, or say --region 45 (Guangxi)',
    };
  const years = why.periods.map(({ from, until }) =>
    from.slice(0, 4) === until.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${until.slice(0, 4)}`,
  );
  const known = [...new Set(years)];
  return {
    zh: `${date} 没有可用的标准 ${id}${known.length > 0 ? `（有出处的只有 ${known.join('、')} 年）` : ''}，没有判定`,
    en: `no sourced value of ${id} is in force on ${date}${known.length > 0 ? ` (there are for ${known.join(', ')})` : ''}: not judged`,
  };
}
