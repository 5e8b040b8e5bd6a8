import { toPredicate } from '../../language/readings/holds.ts';
import { columnsIn } from '../../language/readings/columns.ts';
import { GUARANTEES, householdAnswers, kept, monitored, monitoredNow } from '../../tables/households/definitions.ts';
import type { HouseholdCondition } from '../../tables/households/definitions.ts';
import type { Text } from '../../vocabulary/text.ts';
import { lackingGuarantee } from '../guarantee-names.ts';
import { lineColumns } from '../line-columns.ts';
import { defineList, groundsColumn } from '../list-kind.ts';
import type { Ground } from '../list-kind.ts';

const underSuddenHardship: HouseholdCondition = { yes: 'sudden_hardship' };
const monitoredAsSudden: HouseholdCondition = { all: [monitoredNow, { column: 'monitoring_type', oneOf: ['sudden'] }] };

/**
 * 中农组发〔2021〕7号: of those whose income is under the range (低于监测范围), and of those in sudden serious hardship whatever their income; what is looked
 * at is income and spending, the guarantees and safe water. A file that has only one of the two columns of hardship is taken at its word.
 */
const GROUNDS: readonly Ground[] = [
  {
    code: 'income',
    text: { zh: '收入低于监测范围', en: 'income under the line' },
    where: { column: 'net_income_per_capita', below: { parameter: 'monitoring_line' } },
  },
  ...GUARANTEES.map((id): Ground => ({ code: id, text: lackingGuarantee(id), where: { not: householdAnswers[id] } })),
  {
    code: 'sudden',
    text: { zh: '突发严重困难', en: 'sudden hardship' },
    where: { firstKnown: [{ any: [underSuddenHardship, monitoredAsSudden] }, underSuddenHardship, monitoredAsSudden] },
  },
];

/** Whether the office watches the household already. */
const STATES = {
  missed: { zh: '未纳入监测', en: 'not monitored' },
  monitored: { zh: '已纳入监测', en: 'monitored' },
  cleared: { zh: '已标注风险消除', en: 'marked cleared' },
  unclear: { zh: '纳入过监测，是否消除不清楚', en: 'monitored, cleared or not is unknown' },
} as const satisfies Readonly<Record<string, Text>>;

const [isMonitored, isMonitoredNow] = [toPredicate(monitored), toPredicate(monitoredNow)];

/**
 * Households whose income is under the monitoring line of the year, and others that something puts at risk: those that are monitored already, and those
 * that were missed. Never-registered households are among them; cancelled ones are not.
 */
export const watch = defineList({
  id: 'watch',
  from: 'households',
  title: { zh: '监测范围内和有其他返贫致贫风险的户', en: 'Households under the monitoring line or at risk otherwise' },
  listed: { by: 'grounds', among: kept, grounds: GROUNDS, chief: { ground: 'income', compares: 'monitoring_line' } },
  groupedBy: 'monitored',
  summed: 'shortfall_yuan',
  columns: [
    {
      id: 'monitored',
      label: { zh: '是否已监测', en: 'Monitored' },
      reads: columnsIn(monitoredNow),
      names: STATES,
      of: (row, parameters) => {
        const now = isMonitoredNow(row, parameters);
        const ever = isMonitored(row, parameters);
        if (ever === undefined) return undefined;
        const code = !ever ? 'missed' : now === undefined ? 'unclear' : now ? 'monitored' : 'cleared';
        return { kind: 'words', words: [{ code, text: STATES[code] }] };
      },
    },
    groundsColumn({ zh: '风险', en: 'Risks' }, GROUNDS),
    ...lineColumns('monitoring_line', { zh: '监测范围', en: 'Line' }),
  ],
});
