import type { Parameters } from '../language/condition.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import { parametersOf } from './plan.ts';
import type { TallyPlan } from './plan.ts';

/** The dated numbers of a run by place and period. Places under the same standards share one object for each period. */
export class DatedNumbers {
  readonly #plan: TallyPlan;
  readonly #known = new WeakMap<Parameters, Map<Period, Parameters>>();

  constructor(plan: TallyPlan) {
    this.#plan = plan;
  }

  at(place: Place, period: Period): Parameters {
    const inForce = this.#plan.parameters(place, period);
    let periods = this.#known.get(inForce);
    if (!periods) this.#known.set(inForce, (periods = new Map()));
    let numbers = periods.get(period);
    if (!numbers) periods.set(period, (numbers = parametersOf(this.#plan, place, period)));
    return numbers;
  }
}
