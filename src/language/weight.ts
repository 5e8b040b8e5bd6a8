import type { ParameterId } from './condition.ts';

/** What one row weighs where the condition holds: 1, what a column says, or a product with another column. */
export type Weight =
  | 1
  | { readonly column: string; readonly times?: string }
  /** How far a column falls short of a parameter, never less than nothing. */
  | { readonly column: string; readonly shortOf: ParameterId; readonly times: string }
  /** The parameter itself, once for each of the column. */
  | { readonly parameter: ParameterId; readonly times: string };
