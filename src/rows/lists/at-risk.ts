import { toPredicate } from '../../language/readings/holds.ts';
import { returned } from '../../tables/households/definitions.ts';
import { YES_NO, defineList } from '../list-kind.ts';
import { choiceNames, choiceText } from '../../tables/choice-text.ts';

const hasReturned = toPredicate(returned);

/** Households that are monitored and not cleared, or have returned to poverty; those that were never registered are among them. */
export const atRisk = defineList({
  id: 'at-risk',
  from: 'households',
  title: { zh: '有返贫致贫风险的户（监测未消除或已返贫）', en: 'Households at risk: monitored and not cleared, or returned' },
  listed: { by: 'holds', fact: 'evidence.at_risk_households' },
  columns: [
    {
      id: 'monitoring_type',
      label: { zh: '监测对象类型', en: 'Monitoring type' },
      reads: ['monitoring_type'],
      names: choiceNames('households', 'monitoring_type'),
      of: ({ monitoring_type: type }) =>
        typeof type === 'string' && type !== 'none'
          ? { kind: 'words', words: [{ code: type, text: choiceText('households', 'monitoring_type', type) }] }
          : undefined,
    },
    {
      id: 'returned',
      label: { zh: '返贫', en: 'Returned' },
      reads: ['status', 'registered'],
      names: YES_NO,
      of: (row, parameters) => {
        const answer = hasReturned(row, parameters);
        // A register without the status does not say.
        if (answer === undefined) return undefined;
        const code = answer ? 'yes' : 'no';
        return { kind: 'words', words: [{ code, text: YES_NO[code] }] };
      },
    },
  ],
});
