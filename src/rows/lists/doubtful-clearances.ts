import { GUARANTEES, householdAnswers, markedCleared } from '../../tables/households/definitions.ts';
import type { HouseholdAnswer } from '../../tables/households/definitions.ts';
import { choiceNames, choiceText } from '../../tables/choice-text.ts';
import type { CriterionAnswer } from '../../standards/standard.ts';
import type { Text } from '../../vocabulary/text.ts';
import { dayColumn } from '../day-column.ts';
import { lackingGuarantee } from '../guarantee-names.ts';
import { lineColumns } from '../line-columns.ts';
import { defineList, groundsColumn } from '../list-kind.ts';
import type { Ground } from '../list-kind.ts';

/** A clearance is doubtful where the household does not meet what a criterion of the scheme asks for. */
const unmet = (code: string, text: Text, answer: HouseholdAnswer & CriterionAnswer): Ground => ({
  code,
  text,
  answer,
  where: { not: householdAnswers[answer] },
});

const GROUNDS: readonly Ground[] = [
  unmet('income', { zh: '收入没有超过监测范围', en: 'income not above the line' }, 'above_monitoring_line'),
  ...GUARANTEES.map((id) => unmet(id, lackingGuarantee(id), id)),
  unmet('months', { zh: '监测时间不够', en: 'too soon' }, 'identified_long_enough'),
  unmet('measures', { zh: '没有帮扶措施', en: 'no measure' }, 'measures'),
  unmet('labour', { zh: '没有劳动力', en: 'nobody able to work' }, 'labour'),
];

/**
 * Households marked cleared that do not meet what the scheme of their region and day asks for. What it does not ask for is not asked: half a year and
 * a measure are asked in Anhui, in the nation they are not.
 */
export const doubtfulClearances = defineList({
  id: 'doubtful-clearances',
  from: 'households',
  title: { zh: '风险消除存疑的户', en: 'Households whose risk was called cleared, in doubt' },
  listed: { by: 'grounds', among: markedCleared, grounds: GROUNDS, scheme: 'risk-clearance' },
  columns: [
    groundsColumn({ zh: '疑点', en: 'Doubts' }, GROUNDS),
    {
      id: 'monitoring_type',
      label: { zh: '类型', en: 'Type' },
      reads: ['monitoring_type'],
      names: choiceNames('households', 'monitoring_type'),
      of: ({ monitoring_type: type }) =>
        typeof type === 'string'
          ? { kind: 'words', words: [{ code: type, text: choiceText('households', 'monitoring_type', type) }] }
          : undefined,
    },
    ...lineColumns('monitoring_line', { zh: '监测范围', en: 'Line' }).slice(0, 2),
    dayColumn('identified_on', { zh: '识别时间', en: 'Identified' }),
    dayColumn('cleared_on', { zh: '消除时间', en: 'Cleared' }),
  ],
});
