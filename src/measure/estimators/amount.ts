import { smallestIn } from '../../vocabulary/unit.ts';
import type { Estimator } from '../estimator.ts';
import { divided } from '../estimator.ts';

/** A sum by itself. Nothing stands below its line: its parts carry 0 there. */
export const amount: Estimator = {
  ...divided,
  isSum: true,
  leastUnknown: { numerator: 0n, denominator: 0n },
  exact: ({ numerator }) => ({ numerator, denominator: 1n }),
  less: (a, b) => ({ numerator: a.numerator - b.numerator, denominator: 0n }),
  compare: (a, b) => a.numerator - b.numerator,
  boundOf: (bound) => (bound === 'open' ? undefined : 'corners' in bound ? bound.corners[0] : bound),
  whyNone: () => undefined,
  inUnit: ({ numerator }, unit) => ({ numerator, denominator: smallestIn(unit) }),
  decimals: (unit) => (unit === 'yuan' ? 2 : 0),
};
