import { standardInForce } from '../standards/in-force.ts';
import type { Tally } from '../tally/tally.ts';
import type { Fraction } from '../vocabulary/fraction.ts';
import { kindOf, periodEnd } from '../vocabulary/period.ts';
import { regionAt } from './judging.ts';
import type { Standards } from './judging.ts';

/** A dated limit in the smallest unit, or why there is none: not in force there, or one of a year where the period is a month. */
export type Limit = Fraction | 'none' | 'annual';

/** The dated limits of classes of villages, as they hold at a place at the period's end. */
export function limitsAt(
  { period, place = {} }: Pick<Tally, 'period'> & Partial<Pick<Tally, 'place'>>,
  limits: Standards | undefined,
): (id: string) => Limit {
  return (id: string): Limit => {
    if (kindOf(period) === 'month') return 'annual';
    if (!limits) return 'none';
    const { book, region, asOf } = limits;
    const found = standardInForce(book, id, regionAt(place, region), asOf ?? periodEnd(period));
    return 'value' in found ? found.value.threshold : 'none';
  };
}
