import { defineList, missingColumn } from '../list-kind.ts';

/** Registered households without a helper or a helping unit: the "no" of pairing coverage. */
export const unpaired = defineList({
  id: 'unpaired',
  from: 'households',
  title: { zh: '没有结对帮扶的贫困户', en: 'Poor households without a helper' },
  listed: { by: 'holds', fact: 'evidence.pairing_coverage_no' },
  columns: [missingColumn('helper', { zh: '帮扶责任人', en: 'helper' })],
});
