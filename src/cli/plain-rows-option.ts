import type { TallyPlan } from '../tally/plan.ts';
import type { Surroundings } from './world.ts';

/** `AID_METRICS_SCANNER=off` has every row read as if none were plain: for tests and for the benchmark, which hold the two ways to one result. */
export const plainRowsIn = (env: Surroundings['env']): TallyPlan['plainRows'] => (env.AID_METRICS_SCANNER === 'off' ? 'read' : undefined);
