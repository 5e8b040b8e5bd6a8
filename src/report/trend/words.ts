import type { Likeness } from '../../rows/renamed.ts';
import type { NamedChangeId, StatusAt } from '../../rows/status-changes.ts';
import type { TrendMark } from '../../measure/trend.ts';
import type { PeriodKind } from '../../vocabulary/period.ts';
import { households } from '../../tables/households/table.ts';
import type { Text } from '../../vocabulary/text.ts';

/** What each named change is called. */
export const CHANGE_NAMES: Readonly<Record<NamedChangeId, Text>> = {
  stayed_poor: { zh: '仍未脱贫', en: 'stayed poor' },
  exited: { zh: '脱贫', en: 'exited' },
  returned: { zh: '返贫', en: 'returned to poverty' },
  new_poor: { zh: '新增未脱贫（前一期不在建档立卡户里）', en: 'newly poor (not registered before)' },
  cancelled: { zh: '注销', en: 'cancelled' },
  vanished: { zh: '消失（后一期没有这个户编号）', en: 'vanished (id not in the later period)' },
  appeared: { zh: '新出现（前一期没有这个户编号）', en: 'appeared (id not in the earlier period)' },
};

/** Why two ids look like one household. */
export const LIKENESS_NAMES: Readonly<Record<Likeness, Text>> = {
  'same-head': { zh: '户主同名', en: 'same head' },
  'written-otherwise': { zh: '写法不同', en: 'written otherwise' },
  prefix: { zh: '多了或少了前缀', en: 'with or without a prefix' },
  'one-digit': { zh: '差一个数字', en: 'one digit apart' },
};

/** Every status as the household table says it. */
export const STATUS_NAMES: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(Object.entries(households.columns.status.choices).map(([status, [zh]]) => [status, { zh, en: status }])),
  absent: { zh: '不在表里', en: 'not there' },
};

/** A status as the household table says it. */
export const statusName = (status: StatusAt): Text => STATUS_NAMES[status]!;

/** What each mark beside a change says. */
export const TREND_MARK_NAMES: Readonly<Record<TrendMark, Text>> = {
  uncertain: { zh: '变化不确定', en: 'change uncertain' },
  'evidence-changed': { zh: '依据变了', en: 'evidence changed' },
  'villages-differ': { zh: '两期的村不同', en: 'villages differ' },
};

export const KIND_NAMES: Readonly<Record<PeriodKind, Text>> = {
  year: { zh: '按年', en: 'by year' },
  month: { zh: '按月', en: 'by month' },
};
