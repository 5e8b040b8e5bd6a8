import { defineList, missingColumn } from '../list-kind.ts';

/** Registered households without a plan of their own: the "no" of plan coverage. */
export const unplanned = defineList({
  id: 'unplanned',
  from: 'households',
  title: { zh: '没有“一户一策”的贫困户', en: 'Poor households without a plan' },
  listed: { by: 'holds', fact: 'evidence.plan_coverage_no' },
  columns: [missingColumn('plan', { zh: '帮扶计划', en: 'plan' })],
});
