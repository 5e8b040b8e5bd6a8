import { Buffer } from 'node:buffer';
import { parseFloat16 } from 'hyparquet/src/convert.js';
import { decimalText } from '../workbook/number-cell.ts';
import { TextWriter } from './cell-texts.ts';
import type { CellTexts } from './cell-texts.ts';
import type { ColumnType, Meaning } from './column-type.ts';

/** Values as they lie in a page. */
export type Values = ArrayLike<number | bigint | boolean | Uint8Array>;

const DAY_SECONDS = 86_400;
/** One time holds in all of China. In it an instant that a database kept in UTC is the day that was written there. */
const BEIJING_SECONDS = 8 * 3600;
/** Days of which the calendar of the program knows. */
const MOST_DAYS = 100_000_000;
/** INT96 counts days from the beginning of the Julian period. */
const JULIAN_DAYS = 2_440_588n;
const DAY_NANOSECONDS = 86_400_000_000_000n;
/** Nobody has a decimal of more bytes, and each costs more than the one before. */
const LONGEST_DECIMAL = 64;
const SHORTEST_FLOAT = 6;
const LONGEST_FLOAT = 9;

/** The texts of values that are no text themselves, by one rule for each type: `docs/tables.md` tells it. */
export function textsOf(values: Values, { physical, meaning }: ColumnType): CellTexts {
  const texts = new TextWriter(values.length);
  const isPlainWhole = meaning.as === 'whole' && !meaning.isUnsigned;
  const textOf = remembering(writingOf(physical, meaning));
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (isPlainWhole && typeof value === 'number') texts.whole(value);
    else if (isPlainWhole && typeof value === 'bigint' && value <= MOST_EXACT && value >= -MOST_EXACT) texts.whole(Number(value));
    else texts.text(textOf(value));
  }
  return texts.done();
}
const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

type Writing = (value: number | bigint | boolean | Uint8Array) => string;

/** Most columns have few different values. */
function remembering(write: Writing): Writing {
  const known = new Map<unknown, string>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) {
      text = write(value);
      if (known.size < MOST_KNOWN && typeof value !== 'object') known.set(value, text);
    }
    return text;
  };
}
const MOST_KNOWN = 4096;

function writingOf(physical: ColumnType['physical'], meaning: Meaning): Writing {
  switch (meaning.as) {
    case 'yes-no':
      return (value) => (value === true ? 'yes' : 'no');
    case 'decimal':
      return (value) => pointed(typeof value === 'object' ? signed(value) : BigInt(value), meaning.scale);
    case 'fraction':
      if (physical === 'FIXED_LEN_BYTE_ARRAY') return (value) => fraction(parseFloat16(value as Uint8Array) ?? Number.NaN);
      return physical === 'FLOAT' ? (value) => fraction(shortest(value as number)) : (value) => fraction(value as number);
    case 'day':
      return (value) => dayText(Number(value));
    case 'timestamp': {
      if (physical === 'INT96') return (value) => instantDay(sinceEpoch(value as bigint), meaning.perSecond, true);
      return (value) => instantDay(value as bigint, meaning.perSecond, meaning.isInstant);
    }
    case 'time':
      return (value) => clock(Math.floor(Number(value) / meaning.perSecond));
    case 'uuid':
      return (value) =>
        Buffer.from(value as Uint8Array)
          .toString('hex')
          .replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
    case 'whole':
      if (!meaning.isUnsigned) return String;
      // What has no sign lies there as if it had one.
      return (value) => String(typeof value === 'bigint' ? BigInt.asUintN(64, value) : (value as number) >>> 0);
    case 'text':
    case 'null':
    default:
      return () => '';
  }
}

/** A decimal of so many places, without zeros at its end that say nothing. */
function pointed(unscaled: bigint, scale: number): string {
  if (scale === 0) return String(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const places = digits.slice(-scale).replace(/0+$/u, '');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}${places && `.${places}`}`;
}

/** A number in two's complement, its largest byte first. */
function signed(bytes: Uint8Array): bigint {
  if (bytes.length > LONGEST_DECIMAL) throw new RangeError(`a decimal of ${bytes.length} bytes`);
  const hex = Buffer.from(bytes).toString('hex');
  return hex === '' ? 0n : BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}

/** A binary fraction as a decimal, of the digits that it holds surely. Infinity and what is no number are found by who reads the cell. */
const fraction = (value: number): string => (Number.isFinite(value) ? decimalText(value) : String(value));

/** The shortest decimal that is this number of 32 bits: 0.1, not 0.10000000149011612. */
function shortest(value: number): number {
  for (let digits = SHORTEST_FLOAT; digits < LONGEST_FLOAT; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

const dayText = (days: number): string =>
  Math.abs(days) > MOST_DAYS ? `1970-01-01 + ${days}` : new Date(days * DAY_SECONDS * 1000).toISOString().replace(/T.*$/u, '');

/** The day of a moment; of the time of day no table asks. */
function instantDay(parts: bigint, perSecond: number, isInstant: boolean): string {
  const seconds = Number(floored(parts, BigInt(perSecond))) + (isInstant ? BEIJING_SECONDS : 0);
  return dayText(Math.floor(seconds / DAY_SECONDS));
}

const floored = (value: bigint, by: bigint): bigint => value / by - (value % by < 0n ? 1n : 0n);

/** Nanoseconds from 1970 on. */
const sinceEpoch = (value: bigint): bigint => ((value >> 64n) - JULIAN_DAYS) * DAY_NANOSECONDS + BigInt.asUintN(64, value);

function clock(seconds: number): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
