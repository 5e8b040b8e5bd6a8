import { defineList, missingColumn } from '../list-kind.ts';

/**
 * Registered households that are not exempt and have no industry: the "no" of industry coverage. Where the file does not say who is exempt, all
 * without an industry, and it is said that exempt ones may be among them.
 */
export const uncovered = defineList({
  id: 'uncovered',
  from: 'households',
  title: { zh: '没有产业的贫困户（不含豁免户）', en: 'Poor households without an industry, exempt ones left out' },
  listed: {
    by: 'holds',
    fact: 'evidence.industry_coverage_no',
    leavingOutNobody: { fact: 'evidence.industry_coverage_all_no', whom: { zh: '豁免户', en: 'exempt households' } },
  },
  columns: [missingColumn('industry', { zh: '产业', en: 'industry' })],
});
