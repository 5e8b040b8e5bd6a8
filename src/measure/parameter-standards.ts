import type { ParameterId } from '../language/condition.ts';
import { COMPARED } from '../standards/compared.ts';

/** The standard that each parameter of a row's conditions comes from. */
export const STANDARD_OF: Readonly<Record<ParameterId, string>> = COMPARED;
