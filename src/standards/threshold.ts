import type { Fraction } from '../vocabulary/fraction.ts';

/** What a standard measures: each with the writing of its values and how many of its smallest units are one of it. */
export const STANDARD_UNITS = ['share', 'yuan', 'money', 'm2', 'children', 'persons', 'households', 'months', 'days'] as const;
export type StandardUnit = (typeof STANDARD_UNITS)[number];

/** Whether a standard's value is a sum of money: in yuan, or in the currency of an office abroad. */
export const isMoney = (unit: StandardUnit): unit is 'yuan' | 'money' => unit === 'yuan' || unit === 'money';

interface Writing {
  /** How a value ends: `60%`, `20000 yuan`, `13 m2`. */
  readonly ending: string | RegExp;
  readonly places: number;
  /** What the digits are multiplied with: a fen is a hundredth of a yuan, areas are kept to four decimals, counts are whole. */
  readonly times: bigint;
  /** What they are divided by, once and at the end: 60 % is 60/100. */
  readonly over: bigint;
}

const WRITINGS: Readonly<Record<StandardUnit, Writing>> = {
  share: { ending: '%', places: 4, times: 1n, over: 100n },
  yuan: { ending: ' yuan', places: 2, times: 100n, over: 1n },
  // The currency of an office abroad, by whatever name: `200000 lum`.
  money: { ending: / [a-z][a-z0-9]*$/u, places: 2, times: 100n, over: 1n },
  m2: { ending: ' m2', places: 4, times: 10_000n, over: 1n },
  children: { ending: ' children', places: 0, times: 1n, over: 1n },
  persons: { ending: ' persons', places: 0, times: 1n, over: 1n },
  households: { ending: ' households', places: 0, times: 1n, over: 1n },
  months: { ending: ' months', places: 0, times: 1n, over: 1n },
  days: { ending: ' days', places: 0, times: 1n, over: 1n },
};

/**
 * A value as written in a standard, exact, in the smallest unit of what it measures: a share as a fraction of one, yuan in fen,
 * square metres in ten-thousandths, counts as they are. Undefined when it is not written as values of the unit are.
 */
export function readThreshold(value: string, unit: StandardUnit): Fraction | undefined {
  const { ending, places, times, over } = WRITINGS[unit];
  const number = typeof ending === 'string' ? (value.endsWith(ending) ? value.slice(0, -ending.length) : '') : value.replace(ending, '');
  if (number === value) return undefined;
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(number);
  if (!match) return undefined;
  const [, whole = '', decimals = ''] = match;
  if (decimals.length > places) return undefined;
  const scale = 10n ** BigInt(decimals.length);
  const [numerator, denominator] = [BigInt(whole + decimals) * times, scale * over];
  const divisor = greatestCommon(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}
