import { toPredicate } from '../../language/readings/holds.ts';
import type { HouseholdAnswer } from '../../tables/households/definitions.ts';
import { GUARANTEES, householdAnswers } from '../../tables/households/definitions.ts';
import { columnsIn } from '../../language/readings/columns.ts';
import { GUARANTEE_NAMES } from '../guarantee-names.ts';
import { defineList } from '../list-kind.ts';

const asked = GUARANTEES.map((id) => ({ id, has: toPredicate(householdAnswers[id satisfies HouseholdAnswer]) }));

/** Registered households of which any of the six guarantees is "no", with those that are. */
export const guaranteeGaps = defineList({
  id: 'guarantee-gaps',
  from: 'households',
  title: { zh: '“两不愁三保障”和饮水安全有缺项的贫困户', en: 'Poor households that lack one of the guarantees or safe water' },
  listed: { by: 'holds', fact: 'evidence.all_guarantees_coverage_no' },
  columns: [
    {
      id: 'missing',
      label: { zh: '缺什么', en: 'Missing' },
      names: GUARANTEE_NAMES,
      reads: GUARANTEES.flatMap((id) => columnsIn(householdAnswers[id])),
      of: (row, parameters) => ({
        kind: 'words',
        words: asked.flatMap(({ id, has }) => (has(row, parameters) === false ? [{ code: id, text: GUARANTEE_NAMES[id] }] : [])),
      }),
    },
  ],
});
