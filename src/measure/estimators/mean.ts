import { smallestIn } from '../../vocabulary/unit.ts';
import type { Estimator } from '../estimator.ts';
import { divided } from '../estimator.ts';

/** Money to the person. It is added up in fen. */
export const mean: Estimator = {
  ...divided,
  isDivision: true,
  inUnit: ({ numerator, denominator }, unit) => ({ numerator, denominator: denominator * smallestIn(unit) }),
};
