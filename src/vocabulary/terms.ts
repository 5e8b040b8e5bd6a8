import type { Level } from './place.ts';
import type { Lang, Text } from './text.ts';
import { UNIT_NAMES, unitFor } from './unit.ts';
import type { Unit } from './unit.ts';

/** What an office calls what every output names: its money and its levels of places. */
export interface Terms {
  readonly currency: Text;
  readonly levels: Readonly<Partial<Record<Level, Text | undefined>>>;
  /** The office does not work in China: documents of China say nothing to its readers. */
  readonly abroad: boolean;
}

/** The terms of an office that does not name its own. */
export const USUAL_TERMS: Terms = { currency: UNIT_NAMES.yuan, levels: {}, abroad: false };

/** A unit as it stands beside a number, money in the office's own currency. */
export const unitName = (unit: Unit, { currency }: Terms): Text => (unit === 'yuan' ? currency : UNIT_NAMES[unit]);

/** The unit beside just so many: 1 household, 2 households. */
export const unitNameFor = (unit: Unit, count: bigint, { currency }: Terms): Text => (unit === 'yuan' ? currency : unitFor(unit, count));

/** A unit as programs read it: the currency as one word where the office has its own. */
export const unitCode = (unit: Unit, { currency }: Terms): string =>
  unit === 'yuan' && currency !== USUAL_TERMS.currency ? currencyCode(currency) : unit;

/** A currency as part of the name of a column: `collective_income_kip`. */
export const currencyCode = (currency: Text): string =>
  currency.en
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/gu, '') || 'money';

/** The name of a metric as a column: money in the office's currency, also where the id has it (`award_yuan`). */
export const columnInCurrency = (column: string, { currency }: Terms): string =>
  currency === USUAL_TERMS.currency ? column : column.replace(/_yuan(?=$|_)/u, `_${currencyCode(currency)}`);

const USUAL_LEVELS: Readonly<Record<Level, readonly [zh: string, one: string]>> = {
  village: ['村', 'village'],
  township: ['乡镇', 'township'],
  county: ['县', 'county'],
  city: ['市', 'city'],
  province: ['省', 'province'],
  all: ['全部', 'all'],
};

/** So many places of a level: 3 villages, 1 commune, 3 村. */
export function placesOf(level: Level, count: number | bigint, { levels }: Terms, lang: Lang): string {
  const [zh, one] = USUAL_LEVELS[level];
  const name = levels[level] ?? { zh, en: one };
  if (lang === 'zh') return `${count} ${name.zh}`;
  return `${count} ${BigInt(count) === 1n ? name.en : plural(name.en)}`;
}

/** A level of places as the heading of a column: 村, Village. */
export function levelHeading(level: Level, { levels }: Terms, lang: Lang): string {
  const [zh, one] = USUAL_LEVELS[level];
  const name = (levels[level] ?? { zh, en: one })[lang];
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The English plural by rule: villages, counties, parishes. */
export const plural = (word: string): string =>
  /[^aeiou]y$/u.test(word) ? `${word.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/u.test(word) ? `${word}es` : `${word}s`;
