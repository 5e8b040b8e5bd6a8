import type { Comparison, Confidence, PartOfTheCountry, Standard, StandardLevel, StandardValue } from '../standards/standard.ts';
import type { StandardUnit } from '../standards/threshold.ts';
import type { Lang, Text } from '../vocabulary/text.ts';

/** How a measurement is compared, in words that say whether the value itself passes. */
export const COMPARISON_NAMES: Readonly<Record<Comparison, Text>> = {
  'at-least': { zh: '不低于', en: 'at least' },
  above: { zh: '高于', en: 'above' },
  'at-most': { zh: '不高于', en: 'at most' },
  below: { zh: '低于', en: 'below' },
};

/** How sure a value is. */
export const CONFIDENCE_NAMES: Readonly<Record<Confidence, Text>> = {
  document: { zh: '原文件', en: 'document' },
  form: { zh: '官方表格', en: 'official form' },
  press: { zh: '报刊', en: 'press' },
  hearsay: { zh: '传闻', en: 'hearsay' },
};

/** Of what a standard is. */
export const LEVEL_NAMES: Readonly<Record<StandardLevel, Text>> = {
  household: { zh: '户', en: 'household' },
  village: { zh: '村', en: 'village' },
  county: { zh: '县', en: 'county' },
};

export const PART_NAMES: Readonly<Record<PartOfTheCountry, Text>> = {
  west: { zh: '西部', en: 'the west' },
  'not-west': { zh: '西部以外', en: 'outside the west' },
};

/** The unit behind a number. */
export const ENDINGS: Readonly<Record<Exclude<StandardUnit, 'money'>, Text>> = {
  share: { zh: '%', en: '%' },
  yuan: { zh: ' 元', en: ' yuan' },
  m2: { zh: ' 平方米', en: ' m²' },
  children: { zh: ' 人', en: ' children' },
  persons: { zh: ' 人', en: ' persons' },
  households: { zh: ' 户', en: ' households' },
  months: { zh: ' 个月', en: ' months' },
  days: { zh: ' 天', en: ' days' },
};

/** A value as a person reads it: `不低于 60%`, `at least 20000 yuan`. */
export function valueText({ comparison, unit }: Standard, { value }: StandardValue, lang: Lang): string {
  const number = /^[\d.]+/u.exec(value)?.[0] ?? value;
  const ending = unit === 'money' ? value.slice(number.length) : ENDINGS[unit][lang];
  return `${COMPARISON_NAMES[comparison][lang]} ${number}${ending}`;
}
