import type { Parameters } from '../language/condition.ts';
import { kindOf, periodEnd } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { TallyPlan } from './plan.ts';

/**
 * The dated numbers of a run by place and period, the day to judge at among them. Places under the same standards share one object for each period,
 * so that it can be told by the object alone that they are the same.
 */
export class DatedNumbers {
  readonly #plan: Pick<TallyPlan, 'parameters' | 'asOf'>;
  readonly #known = new WeakMap<Parameters, Map<Period, Parameters>>();

  constructor(plan: Pick<TallyPlan, 'parameters' | 'asOf'>) {
    this.#plan = plan;
  }

  /** The numbers that hold for a place in a period. */
  at(place: Place, period: Period): Parameters {
    const inForce = this.#plan.parameters(place, period);
    let periods = this.#known.get(inForce);
    if (!periods) this.#known.set(inForce, (periods = new Map()));
    let numbers = periods.get(period);
    if (!numbers) periods.set(period, (numbers = this.#resolved(inForce, period)));
    return numbers;
  }

  /** A line of a year is compared with no income of a month. */
  #resolved({ poverty_line, monitoring_line, ...others }: Parameters, period: Period): Parameters {
    const isYear = kindOf(period) === 'year';
    return {
      ...(poverty_line !== undefined && isYear && { poverty_line }),
      ...(monitoring_line !== undefined && isYear && { monitoring_line }),
      ...others,
      as_of: this.#plan.asOf ?? periodEnd(period),
      period,
    };
  }
}
