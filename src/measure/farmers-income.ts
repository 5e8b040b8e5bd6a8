import type { Part } from './part.ts';
import { fraction } from './possible.ts';
import { apart, reading } from './reader.ts';
import { declared } from './readers/index.ts';

/** The rows that tell it: both numbers make the sum that is divided. */
export const ROWS_OF_FARMERS = ['declared.farmers_income_per_capita', 'declared.rural_population'] as const;

/**
 * The income of all farmers of a village (农民人均可支配收入), as the village row tells it per person, once for each of its rural registered persons.
 * Where either is not known, or a lower bound, nothing is certain.
 */
export const incomeOfFarmers = reading(
  { income: apart(declared('farmers_income_per_capita')), persons: apart(declared('rural_population')) },
  ({ income, persons }): Part => {
    const { value: perPerson } = income;
    const { value: size } = persons;
    const rejected = income.rejected > persons.rejected ? income.rejected : persons.rejected;
    if (perPerson === undefined || size === undefined)
      return { value: undefined, reason: 'no-data', low: 'open', high: 'open', missing: size ?? 0n, rejected };
    const value = fraction(perPerson * size, size);
    const bound = rejected === 0n && !income.atLeast && !persons.atLeast ? value : 'open';
    return { value, low: bound, high: bound, missing: 0n, rejected, evidence: 'villages', bounded: income.atLeast };
  },
);
