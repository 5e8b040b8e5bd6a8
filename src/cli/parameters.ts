import type { TallyPlan } from '../tally/engine.ts';
import type { Words } from './options.ts';

/** The dated numbers that rows are compared with, by place and period. */
export const parametersFor =
  (_words: Words): TallyPlan['parameters'] =>
  () => ({});
