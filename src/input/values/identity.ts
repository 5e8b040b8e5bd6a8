import { isIsoDate } from '../../vocabulary/period.ts';
import { halfWidth } from '../cell.ts';
import type { ValueKind } from '../value-kind.ts';

/** Weights and check digits of a citizen's number (GB 11643-1999: ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';
/** A citizen's number alone, or with the suffix of a disability card. */
const LENGTHS: readonly number[] = [18, 20, 22];
const SPREADSHEET_DIGITS = 15;

/** An identity number. It is checked and never used: what is wrong with it rejects no row. */
export const identity: ValueKind<'identity'> = {
  kind: 'identity',
  read: (text) => {
    const number = halfWidth(text).replace(/\s/gu, '').toUpperCase();
    if (/^\d(?:\.\d+)?E\+?\d+$/u.test(number)) return { finding: 'identity-destroyed' };
    if (!LENGTHS.includes(number.length) || !/^\d{17}[\dX]\d*$/u.test(number)) return { finding: 'identity-length' };
    // A spreadsheet keeps fifteen digits and writes zeros for the rest.
    const isCut = number.length === LENGTHS[0] && /^0+$/u.test(number.slice(SPREADSHEET_DIGITS));
    if (isCut && !hasCheckDigit(number)) return { finding: 'identity-destroyed' };
    const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
    if (!isIsoDate(`${year}-${month}-${day}`) || year < '1880') return { finding: 'identity-birth-date' };
    return hasCheckDigit(number) ? { value: number } : { finding: 'identity-checksum' };
  },
};

function hasCheckDigit(number: string): boolean {
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(number[index]), 0);
  return CHECK_DIGITS[sum % CHECK_DIGITS.length] === number[17];
}
