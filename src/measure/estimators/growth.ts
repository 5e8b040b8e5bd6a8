import { toDecimal } from '../../vocabulary/fraction.ts';
import type { Estimator } from '../estimator.ts';
import { divided } from '../estimator.ts';

/** The change over one year, out of what there was before. It is written with its sign, and with how many times as much there is now. */
export const growth: Estimator = {
  ...divided,
  isOverYears: true,
  written: (digits, { numerator, denominator }) => {
    const times = toDecimal({ numerator: numerator + denominator, denominator }, 2);
    return `${digits.startsWith('-') ? '' : '+'}${digits}% (${times}×)`;
  },
};
