import { toPredicate } from '../../language/readings/holds.ts';
import type { HouseholdAnswer } from '../../tables/households/definitions.ts';
import { GUARANTEES, householdAnswers } from '../../tables/households/definitions.ts';
import type { Text } from '../../vocabulary/text.ts';
import { columnsIn } from '../../language/readings/columns.ts';
import { defineList } from '../list-kind.ts';

const NAMES: Readonly<Record<(typeof GUARANTEES)[number], Text>> = {
  food: { zh: '吃', en: 'food' },
  clothing: { zh: '穿', en: 'clothing' },
  education: { zh: '义务教育', en: 'education' },
  medical: { zh: '基本医疗', en: 'medical' },
  housing: { zh: '住房', en: 'housing' },
  water: { zh: '饮水', en: 'water' },
};

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
      names: NAMES,
      reads: GUARANTEES.flatMap((id) => columnsIn(householdAnswers[id])),
      of: (row, parameters) => ({
        kind: 'words',
        words: asked.flatMap(({ id, has }) => (has(row, parameters) === false ? [{ code: id, text: NAMES[id] }] : [])),
      }),
    },
  ],
});
