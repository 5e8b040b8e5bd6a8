import type { ParameterId, Parameters } from '../language/condition.ts';
import { regionAt } from '../measure/standards-at.ts';
import { STANDARD_OF } from '../measure/parameter-standards.ts';
import { standardInForce } from '../standards/in-force.ts';
import type { Book } from '../standards/standard.ts';
import type { TallyPlan } from '../tally/plan.ts';
import { periodEnd } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';

/** The dated numbers that rows are compared with: those in force for a place at the end of a period. What no standard gives is absent. */
export function parametersFor(book: Book, region: string | undefined): TallyPlan['parameters'] {
  const known = new Map<string, Parameters>();
  return (place, period) => {
    const where = regionAt(place, region);
    const key = `${where ?? ''} ${period}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = inForce(book, where, period)));
    return found;
  };
}

function inForce(book: Book, region: string | undefined, period: Period): Parameters {
  const numbers: Partial<Record<ParameterId, bigint>> = {};
  for (const [parameter, id] of Object.entries(STANDARD_OF) as [ParameterId, string][]) {
    const found = standardInForce(book, id, region, periodEnd(period));
    // One that is only listed is compared with nothing: so a region switches off a number that is shipped.
    if ('value' in found && found.standard.reference !== true)
      numbers[parameter] = found.value.threshold.numerator / found.value.threshold.denominator;
  }
  return numbers;
}
