import type { Estimator } from '../estimator.ts';
import { divided } from '../estimator.ts';

/** Some out of all. Of nobody there is none; where it is not known whether anybody is there, nothing is known. */
export const ratio: Estimator = {
  ...divided,
  isDivision: true,
  isSettledByBounds: true,
  whyNone: ({ denominator }, isOpen, otherwise) => (denominator > 0n ? undefined : isOpen ? 'no-data' : otherwise),
};
