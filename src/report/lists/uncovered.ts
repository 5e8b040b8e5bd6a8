import { defineList, missingColumn } from '../listing/kind.ts';

/** Registered households that are not exempt and have no industry: the "no" of industry coverage. */
export const uncovered = defineList({
  id: 'uncovered',
  from: 'households',
  title: { zh: '没有产业的贫困户（不含豁免户）', en: 'Poor households without an industry, exempt ones left out' },
  listed: { by: 'holds', fact: 'evidence.industry_coverage_no' },
  columns: [missingColumn('industry', { zh: '产业', en: 'industry' })],
});
