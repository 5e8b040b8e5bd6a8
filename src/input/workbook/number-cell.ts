import type { NumberFormat } from './number-format.ts';

/** From which day a workbook counts: old ones from a Macintosh begin with 1904. */
export type DateSystem = 1900 | 1904;

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;
/** Spreadsheets keep and show so many digits; what comes after them is an artefact of binary fractions. */
const DIGITS = 15;
const TOO_LARGE = 1e15;
const DAY_MILLISECONDS = 86_400_000;
const DAY_SECONDS = 86_400;
const SHOWN_LENGTH = { day: 10, month: 7, year: 4 } as const;
/** The day after 9999-12-31, where dates end. */
const DAYS_END: Readonly<Record<DateSystem, number>> = { 1900: 2_958_466, 1904: 2_957_004 };

/** The number of a cell as the spreadsheet means it: a decimal, a percentage, a date. What is not a number stays as it is. */
export function numberCellText(raw: string, format: NumberFormat, dates: DateSystem): string {
  const written = raw.trim();
  const value = Number(Number(written).toPrecision(DIGITS));
  if (!DECIMAL.test(written) || !Number.isFinite(value)) return raw;
  switch (format.kind) {
    case 'date':
      return dateText(Number(written), dates)?.slice(0, SHOWN_LENGTH[format.shows]) ?? decimal(value);
    case 'time':
      return value < 0 ? decimal(value) : timeText(value, format.elapsed);
    case 'percent':
      return Math.abs(value) >= TOO_LARGE ? decimal(value) : `${withDecimals(decimal(value, 2), format.decimals)}%`;
    case 'code':
      return Number.isInteger(value) && value >= 0 ? decimal(value).padStart(format.digits, '0') : decimal(value);
    case 'number':
    default:
      return decimal(value);
  }
}

/** A date that the workbook keeps as ISO text, as much of it as the format shows. */
export const isoCellText = (raw: string, format: NumberFormat): string =>
  /^\d{4}-\d{2}-\d{2}/u.test(raw) ? raw.slice(0, SHOWN_LENGTH[format.kind === 'date' ? format.shows : 'day']) : raw;

/** A binary fraction as the decimal that it holds: no more digits than are sure. */
export const decimalText = (value: number): string => decimal(Number(value.toPrecision(DIGITS)));

/**
 * The number, times `10 ** shift`, as a decimal without exponent. From 16 digits on, where the last ones are lost, in scientific notation:
 * whoever reads it must see that they are.
 */
function decimal(value: number, shift = 0): string {
  if (Math.abs(value) >= TOO_LARGE) return value.toExponential(5).replace(/\.?0*e/u, 'E');
  const written = String(value);
  if (shift === 0 && !written.includes('e')) return written;
  const [mantissa = '', exponent = ''] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/u, '') || '0';
  const point = digits === '0' ? 1 : Number(exponent) + 1 + shift;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return `${value < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** Padded with zeros to at least so many decimals; never rounded. */
function withDecimals(number: string, decimals: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const padded = fraction.padEnd(decimals, '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}

/**
 * The day of a serial number; undefined for numbers that are none (the spreadsheet shows #### for them).
 * The system of 1900 has a 29th of February 1900, which never was; it is written as the spreadsheet shows it, and no one will take it for a date.
 */
function dateText(serial: number, dates: DateSystem): string | undefined {
  const day = Math.floor(Math.round(serial * DAY_SECONDS) / DAY_SECONDS);
  if (day < (dates === 1900 ? 1 : 0) || day >= DAYS_END[dates]) return undefined;
  if (dates === 1900 && day === 60) return '1900-02-29';
  const first = dates === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(first + day * DAY_MILLISECONDS).toISOString().slice(0, SHOWN_LENGTH.day);
}

/** A time of day as 08:30, with seconds where it has them. */
function timeText(days: number, elapsed: boolean): string {
  const all = Math.round(days * DAY_SECONDS);
  const seconds = elapsed ? all : all % DAY_SECONDS;
  const two = (count: number): string => String(count).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`;
}
