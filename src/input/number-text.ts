import type { ChangeCode, ValueFindingCode } from './value-kind.ts';
import { halfWidth } from './cell.ts';

/** A decimal as written, exactly: `mantissa / 10^places`, the unit words and bounds read off it. */
export interface NumberText {
  readonly mantissa: bigint;
  readonly places: number;
  /** `87万多`, `87万余`, `≥870000`: the true number is this or more. */
  readonly atLeast: boolean;
  readonly changed: readonly ChangeCode[];
}

const SHAPE =
  /^(?<atLeast>≥|>=|不少于|不低于)?(?<sign>[+-])?(?<digits>\d+|\d{1,3}(?:,\d{3})+)(?:\.(?<decimals>\d+))?(?<more1>多|余|\+)?(?<scale>亿|千万|百万|万|千|百)?(?<more2>多|余|\+)?(?<unit>[^-\d\s,.+]*?)(?<more3>以上)?$/u;
const SCALES: Readonly<Record<string, number>> = { 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3, 百: 2 };
/** 1 234 567: a space may stand for the separator, but not anywhere between digits. */
const SPACED_THOUSANDS = /^[+-]?\d{1,3}(?:\s\d{3})+(?!\d)/u;
/** `(1,200.00)`: how accountants write a negative number. */
const BRACKETED = /^\((?=\d)([^()]+)\)$/u;
const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/iu;
const NO_NUMBER_WORDS = /^(?:nan|[+-]?inf(?:inity)?|null|none|undefined|#.*[!?]|#n\/a)$/iu;

/** Nobody writes a number longer, spaces and words included. */
const LONGEST_NUMBER = 400;
const DIGITS_ALONE = /^\s*[\d０-９,.，．]+$/u;

/** Reads a number as people write it. `units` are the unit words that may follow it in this kind of column. */
export function readNumberText(cell: string, units: readonly string[]): NumberText | { readonly finding: ValueFindingCode } {
  if (cell.length > LONGEST_NUMBER)
    return { finding: DIGITS_ALONE.test(cell.slice(0, LONGEST_NUMBER)) ? 'number-too-large' : 'not-a-number' };
  const written = halfWidth(cell)
    .replaceAll('−', '-')
    .replace(SPACED_THOUSANDS, (number) => number.replace(/\s/gu, ','))
    .replace(/(?<!\d)\s+|\s+(?!\d)/gu, '');
  const changed: ChangeCode[] = written === cell ? [] : ['full-width'];
  const plain = written.replace(BRACKETED, '-$1');
  if (plain !== written) changed.push('bracketed');
  if (SCIENTIFIC.test(plain)) return { finding: 'scientific-notation' };
  if (NO_NUMBER_WORDS.test(plain)) return { finding: 'not-a-number' };
  const groups = SHAPE.exec(plain)?.groups;
  if (!groups) return { finding: plain.endsWith('%') ? 'percentage-for-number' : 'not-a-number' };
  const { digits = '', decimals = '', scale, unit = '' } = groups;
  if (unit !== '' && !units.includes(unit)) return { finding: unit === '%' ? 'percentage-for-number' : 'unit-unexpected' };
  if (digits.includes(',')) changed.push('thousands-separator');
  if (scale !== undefined) changed.push('scaled');
  else if (unit !== '') changed.push('unit-word');
  const whole = BigInt(digits.replaceAll(',', '') + decimals);
  return {
    mantissa: (groups.sign === '-' ? -whole : whole) * 10n ** BigInt(SCALES[scale ?? ''] ?? 0),
    places: decimals.length,
    atLeast: [groups.atLeast, groups.more1, groups.more2, groups.more3].some((mark) => mark !== undefined),
    changed,
  };
}

/** The number in whole smallest units, rounded half away from zero where it is finer; says whether it was. */
export function inSmallestUnit(mantissa: bigint, places: number): { readonly amount: bigint; readonly exact: boolean } {
  if (places <= 0) return { amount: mantissa * 10n ** BigInt(-places), exact: true };
  const divisor = 10n ** BigInt(places);
  const negative = mantissa < 0n;
  const magnitude = negative ? -mantissa : mantissa;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return { amount: negative ? -rounded : rounded, exact: magnitude % divisor === 0n };
}
