import type { ParameterId } from '../condition.ts';
import type { Weight } from '../weight.ts';

/** The columns that weigh a row. */
export const weighingColumns = (sum: Weight): readonly string[] =>
  sum === 1 ? [] : [...('column' in sum ? [sum.column] : []), ...(sum.times === undefined ? [] : [sum.times])];

/** The dated number that a row is weighed with. */
export const weighingParameter = (sum: Weight): ParameterId | undefined =>
  sum === 1 ? undefined : 'parameter' in sum ? sum.parameter : 'shortOf' in sum ? sum.shortOf : undefined;
