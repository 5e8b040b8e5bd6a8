import type { Text } from '../vocabulary/text.ts';
import { comparable, halfWidth } from './cell.ts';
import type { Kind } from '../language/column.ts';
import type { Table } from '../language/table.ts';
import type { Heading } from './heading.ts';
import type { Cells } from './records.ts';

/** A unit as headings and the lines above them write it. */
export interface Unit {
  /** As a power of ten of the smallest unit that people use: yuan, persons, households. */
  readonly scale: number;
  /** Which kinds of column may carry it. */
  readonly kinds: readonly Kind[];
  /** What it counts. Two units of one dimension exclude each other. */
  readonly dimension: 'money' | 'money-per-person' | 'persons' | 'households' | 'count' | 'rate' | 'quantity' | 'multiple';
}

const money = (scale: number): Unit => ({ scale, kinds: ['money'], dimension: 'money' });
const perPerson = (scale: number): Unit => ({ scale, kinds: ['money'], dimension: 'money-per-person' });
const persons = (scale: number): Unit => ({ scale, kinds: ['count'], dimension: 'persons' });
const households = (scale: number): Unit => ({ scale, kinds: ['count'], dimension: 'households' });
const count: Unit = { scale: 0, kinds: ['count'], dimension: 'count' };
/** So many of whatever the column counts. */
const multiple = (scale: number): Unit => ({ scale, kinds: ['money', 'count'], dimension: 'multiple' });
const rate: Unit = { scale: 0, kinds: ['rate'], dimension: 'rate' };
const quantity: Unit = { scale: 0, kinds: ['quantity'], dimension: 'quantity' };

/** Unit words, half-width, without blanks, in small letters. */
const UNITS: Readonly<Record<string, Unit>> = {
  元: money(0),
  人民币元: money(0),
  '元(人民币)': money(0),
  '元/年': money(0),
  yuan: money(0),
  rmb: money(0),
  cny: money(0),
  rmbyuan: money(0),
  yuanrmb: money(0),
  百元: money(2),
  千元: money(3),
  wanyuan: money(4),
  '人民币(万元)': money(4),
  '人民币(元)': money(0),
  万元: money(4),
  人民币万元: money(4),
  '万元/年': money(4),
  十万元: money(5),
  百万元: money(6),
  千万元: money(7),
  亿元: money(8),
  '元/人': perPerson(0),
  '元/人/年': perPerson(0),
  '元/人·年': perPerson(0),
  '万元/人': perPerson(4),
  'yuan/person': perPerson(0),
  yuanperperson: perPerson(0),
  thousand: multiple(3),
  thousands: multiple(3),
  '000': multiple(3),
  million: multiple(6),
  人: persons(0),
  人数: persons(0),
  人口: persons(0),
  口: persons(0),
  名: count,
  百人: persons(2),
  千人: persons(3),
  万人: persons(4),
  person: persons(0),
  persons: persons(0),
  people: persons(0),
  户: households(0),
  户数: households(0),
  hh: households(0),
  百户: households(2),
  千户: households(3),
  万户: households(4),
  household: households(0),
  households: households(0),
  个: count,
  '%': rate,
  percent: rate,
  亩: quantity,
  m2: quantity,
  平方米: quantity,
  平米: quantity,
};

/** 10,000 yuan, 10 000 yuan, 10k yuan, thousand persons. */
const MULTIPLE =
  /^(?:rmb|cny)?(?<number>1[0,.]*|thousand|tenthousand|million|1?0*k|hundredmillion|hundred)(?<word>yuan|rmb|cny|persons?|people|households?)$/u;
const NUMBER_WORDS: Readonly<Record<string, number>> = { hundred: 2, thousand: 3, tenthousand: 4, million: 6, hundredmillion: 8 };

/** How English headings scale an amount of some currency: thousand kip, '000 kip. */
const SCALE_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:in)?(?:thousands?|000s?|千)(?:of)?/u, 3],
  [/^(?:in)?(?:millions?|百万)(?:of)?/u, 6],
  [/^(?:in)?/u, 0],
];

/** What an office calls its own currency, as its table of money says. */
export const currenciesOf = ({ columns }: Table): readonly string[] =>
  Object.values(columns).find(({ currency }) => currency !== undefined)?.currency ?? [];

function inCurrency(word: string, currencies: readonly string[]): Unit | undefined {
  if (currencies.length === 0) return undefined;
  const scaled = SCALE_WORDS.find(([words]) => words.test(word) && currencies.includes(word.replace(words, '')));
  return scaled && money(scaled[1]);
}

/** A line above the header that is longer holds no unit. */
const LONGEST_LINE = 500;
/** No unit is written longer. */
const LONGEST_UNIT = 60;

/** The unit that some words name, or none. `currencies`: the office's own, beside yuan. */
export function unitOf(words: string, currencies: readonly string[] = []): Unit | undefined {
  if (words.length > LONGEST_UNIT) return undefined;
  const word = comparable(words)
    .replaceAll('萬', '万')
    .replaceAll('圆', '元')
    .replace(/^(?:in|of|以|均为|为)(?=\d|yuan|thousand|ten|million|rmb|[百千万亿]?元)/u, '')
    .replace(/(?<=元)(?:整|计|为单位)?[.。]?$/u, '')
    .replace(/^(rmb|cny|yuan)(1[0,.]+|thousand|tenthousand|million)$/u, '$2$1');
  const known = Object.hasOwn(UNITS, word) ? UNITS[word] : inCurrency(word, currencies);
  if (known) return known;
  const { number, word: of } = MULTIPLE.exec(word)?.groups ?? {};
  const base = of === undefined ? undefined : UNITS[of];
  if (number === undefined || base === undefined) return undefined;
  const scale = NUMBER_WORDS[number] ?? number.replace(/k$/u, '000').replace(/[,.]/gu, '').replace(/^1?/u, '').length;
  return { ...base, scale };
}

/** A unit that stands above the header, for the columns whose heading names none. */
export interface UnitAbove {
  readonly written: string;
  readonly unit: Unit;
}

/** 单位：万元, 金额单位:元, 单位（千元）, Unit: 10,000 yuan, amounts in thousand yuan. What follows 填报单位 is an office, and no unit word. */
const STATEMENT =
  /单\s*位(?<zh>(?:(?!单\s*位)[^\n。])+)|金额(?:以|为|[:：])(?<amount>[^\n。]+)|\bunits?(?: of (?:money|account))?\b(?<en>[^\n]+)|\bin\s+(?<in>[^\n]+)/giu;
/** What is in brackets in a title, or a cell of its own: （万元）. */
const BRACKETED = /[([【〔]([^()[\]【】〔〕]+)[)\]】〕]/gu;
/** Between the units of one line; not the comma inside 10,000. */
const BETWEEN = /[、，；;|:：/()[\]【】〔〕]|,(?!\d{3})|和|及|\band\b/iu;
/** Words that look like a unit of money larger than one: what holds them and is not understood must be looked at. */
const MULTIPLE_OF_MONEY = /(?<![\d.一二三四五六七八九十百千])[百千万萬亿]+\s*元|\b(?:thousand|million|wan)\b|10[,\s]?000/iu;

/** The units that the lines above a header state, in any of their cells, each once. `currencies`: the office's own, beside yuan. */
export function unitsIn(lines: readonly Cells[], currencies: readonly string[] = []): readonly UnitAbove[] {
  const units = new Map<string, UnitAbove>();
  const short = lines.flat().filter((one) => one.length <= LONGEST_LINE);
  for (const cell of new Set(short.map((one) => halfWidth(one).trim()))) {
    for (const stated of statementsIn(cell)) {
      for (const one of unitsOfStatement(stated, currencies)) units.set(`${one.unit.dimension} ${one.unit.scale}`, one);
    }
  }
  return [...units.values()];
}

function statementsIn(cell: string): readonly string[] {
  const stated = [...cell.matchAll(STATEMENT)].flatMap(({ groups }) => Object.values(groups!).filter((one) => one !== undefined));
  const bracketed = [...cell.matchAll(BRACKETED)].map(([, inside]) => inside!);
  return [cell, ...stated, ...bracketed];
}

/** The units among the pieces of a statement. A whole that is no unit may be several between blanks: 万元, blanks, 日期：2020年. */
function unitsOfStatement(stated: string, currencies: readonly string[]): readonly UnitAbove[] {
  const plain = stated.replace(/^[\s:：/\-.为是均]+/u, '').trim();
  const whole = unitOf(plain, currencies);
  if (whole) return [{ written: plain, unit: whole }];
  const pieces = plain.split(BETWEEN).flatMap((piece) => {
    const words = (piece ?? '').trim();
    return unitOf(words, currencies) ? [words] : words.split(/\s+/u);
  });
  // A title is no list of units: one word of it that happens to be one is chance.
  if (stated === plain && pieces.some((piece) => piece.length > 0 && unitOf(piece, currencies) === undefined)) return [];
  return pieces.flatMap((piece) => {
    const unit = unitOf(piece, currencies);
    return unit ? [{ written: piece, unit }] : [];
  });
}

/** A line above the header that looks like a unit of money and was not understood as one. */
export const unreadUnit = (lines: readonly Cells[], units: readonly UnitAbove[]): string | undefined =>
  units.some(({ unit }) => unit.dimension === 'money' || unit.dimension === 'multiple')
    ? undefined
    : lines.flat().find((cell) => cell.length <= LONGEST_LINE && MULTIPLE_OF_MONEY.test(halfWidth(cell)));

/** What the units above a header come to for its columns. */
export interface AppliedUnits {
  readonly headings: readonly Heading[];
  /** Which unit was used for which headings. */
  readonly notes: readonly Text[];
  /** Headings that two units could apply to: not read. */
  readonly ambiguous: readonly { readonly heading: Heading; readonly units: readonly string[] }[];
}

const PERSONS = /persons$|population$|children$|^helpers$/u;
const HOUSEHOLDS = /households$/u;
const PER_PERSON = /per_capita|per_person/u;

/** Whether a column may be counted in a unit: a number of households is not one of persons. */
export const mayBeOf = ({ kinds, dimension }: Unit, { column, definition }: Pick<Heading, 'column' | 'definition'>): boolean =>
  kinds.includes(definition.kind) &&
  !(dimension === 'persons' && HOUSEHOLDS.test(column)) &&
  !(dimension === 'households' && PERSONS.test(column));

/** Whether a unit above the header could be meant for a column: money for money, 人 for persons, 户 for households. */
function couldBeOf({ unit }: UnitAbove, { column, definition }: Heading): boolean {
  if (!unit.kinds.includes(definition.kind)) return false;
  if (unit.dimension === 'persons') return PERSONS.test(column);
  if (unit.dimension === 'households') return HOUSEHOLDS.test(column);
  if (unit.dimension === 'money-per-person') return PER_PERSON.test(column);
  return unit.dimension !== 'multiple' || definition.kind === 'money';
}

/** The headings that name no unit of their own, could have the given one, and are read in another. */
export const headingsWithout = (headings: readonly Heading[], unit: UnitAbove): readonly Heading[] =>
  headings.filter(
    (heading) =>
      (!heading.namesUnit || heading.takesUnitAbove === true) && couldBeOf(unit, heading) && heading.unit.scale !== unit.unit.scale,
  );

/** Headings of money without a unit in a file of which another heading has one that is not yuan: read as yuan, which may not be meant. */
export const unnamedUnits = (headings: readonly Heading[]): readonly Heading[] =>
  headings.some(({ definition, unit }) => definition.kind === 'money' && unit.scale > 0)
    ? headings.filter(({ definition, namesUnit, column }) => definition.kind === 'money' && !namesUnit && !PER_PERSON.test(column))
    : [];

/** Gives each heading that names no unit of its own the one that stands above the header for its dimension. */
export function applyUnits(headings: readonly Heading[], units: readonly UnitAbove[]): AppliedUnits {
  const ambiguous: { readonly heading: Heading; readonly units: readonly string[] }[] = [];
  const used = new Map<UnitAbove, string[]>();
  const applied = headings.flatMap((heading) => {
    if (heading.namesUnit) return [heading];
    const possible = units.filter((unit) => couldBeOf(unit, heading));
    // 元/人 beside 万元: the one for amounts per person is meant for just those.
    const exact = possible.filter(({ unit }) => unit.dimension === 'money-per-person');
    const fitting = exact.length > 0 ? exact : possible;
    if (new Set(fitting.map(({ unit }) => unit.scale)).size > 1) {
      ambiguous.push({ heading, units: fitting.map(({ written }) => written) });
      return [];
    }
    const [unit] = fitting;
    if (!unit) return [heading];
    // 单位：户 changes nothing and needs no word.
    if (unit.unit.scale > 0 || heading.definition.kind === 'money') used.set(unit, [...(used.get(unit) ?? []), heading.written]);
    return [{ ...heading, namesUnit: true, takesUnitAbove: true as const, unit: { ...heading.unit, scale: unit.unit.scale } }];
  });
  const notes = [...used].map(([{ written }, names]) => ({
    zh: `表头上方写明的单位“${written}”用于：${names.join('、')}`,
    en: `the unit "${written}" above the header is used for: ${names.join(', ')}`,
  }));
  return { headings: applied, notes, ambiguous };
}
