import { joinTexts } from '../../vocabulary/text.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { kindOfMetric } from './cell-kind.ts';
import { columnText } from '../../report/column-text.ts';
import { dataColumn } from '../../page/data-columns.ts';
import type { DataColumnId } from '../../page/data-columns.ts';
import { EVIDENCE_NAMES, MARK_NAMES, REASON_NAMES } from '../../report/reasons.ts';
import type { ReportCell } from '../../report/report.ts';
import { bounded } from '../../page/sheets.ts';
import type { CellKind, SheetColumn, SheetValue } from '../../page/sheets.ts';
import { MET_NAMES } from '../../report/verdict.ts';

/** A column of the long form, and what it shows of an answer. */
export interface CellDetail {
  readonly column: SheetColumn;
  readonly of: (cell: ReportCell, lang: Lang) => SheetValue;
}

const detail = (
  head: { readonly zh: string; readonly en: string } | DataColumnId,
  kind: CellKind,
  width: number,
  of: CellDetail['of'],
  lang: Lang,
): CellDetail => ({
  column: { head: (typeof head === 'string' ? dataColumn(head).label : head)[lang], kind, width, isOptional: true },
  of,
});

const countKind = (plain: string): CellKind => (plain.includes('.') ? 'money' : 'count');

/** All that is known of every answer, in columns that are the same for all metrics. */
export const cellDetails = (lang: Lang): readonly CellDetail[] => [
  detail('metric', 'text', 22, ({ metric }) => metric.label, lang),
  detail('value', 'number', 12, (cell) => bounded(cell.value, cell.marks, kindOfMetric(cell.metric)), lang),
  detail('unit', 'text', 7, ({ metric }) => metric.unitName, lang),
  detail('numerator', 'count', 11, ({ counts }) => counts && { value: counts.numerator, kind: countKind(counts.plainNumerator) }, lang),
  detail(
    'denominator',
    'count',
    11,
    ({ counts }) => counts && { value: counts.denominator, kind: countKind(counts.plainDenominator) },
    lang,
  ),
  detail('missing', 'count', 8, ({ missing }) => missing, lang),
  detail('low', 'number', 11, ({ low, metric }) => bounded(low, [], kindOfMetric(metric)), lang),
  detail('high', 'number', 11, ({ high, metric }) => bounded(high, [], kindOfMetric(metric)), lang),
  detail({ zh: '标准', en: 'Standard' }, 'text', 12, ({ verdict }) => verdict?.limit, lang),
  detail('verdict', 'verdict', lang === 'zh' ? 9 : 14, ({ verdict }) => verdict && MET_NAMES[verdict.met][lang], lang),
  detail('short_by', 'count', 10, shortBy, lang),
  detail('reason', 'text', 18, ({ reason }) => reason && REASON_NAMES[reason][lang], lang),
  detail({ zh: '未通过的行', en: 'Rejected rows' }, 'count', 9, ({ rejected }) => (rejected > 0 ? rejected : undefined), lang),
  detail({ zh: '怎样达标', en: 'How it would pass' }, 'note', 36, ({ verdict }) => verdict?.advice, lang),
  detail({ zh: '缺的列', en: 'Columns wanting' }, 'text', 40, lackingOf, lang),
  detail('evidence', 'text', 10, ({ evidence }) => evidence && EVIDENCE_NAMES[evidence][lang], lang),
  detail(
    'marks',
    'text',
    14,
    ({ marks }) =>
      joinTexts(
        marks.map((mark) => MARK_NAMES[mark]),
        LIST,
      )[lang],
    lang,
  ),
  detail({ zh: '用到的村', en: 'Villages used' }, 'count', 9, ({ villages }) => villages.used, lang),
  detail({ zh: '全部的村', en: 'Villages in all' }, 'count', 9, ({ villages }) => villages.inFile, lang),
  detail(
    { zh: '另有', en: 'Beside it' },
    'text',
    18,
    ({ beside }) => beside.map(({ label, value }) => `${label} ${value}`).join(LIST[lang]),
    lang,
  ),
  detail(
    'remarks',
    'note',
    70,
    ({ remarks, verdict }) => [...remarks, ...(verdict?.exactly === undefined ? [] : [verdict.exactly])].join(LIST[lang]),
    lang,
  ),
];

const LIST = { zh: '；', en: '; ' } as const;

function shortBy({ verdict, metric }: ReportCell): SheetValue {
  if (!verdict?.shortBy) return undefined;
  return { value: verdict.shortBy.amount, kind: metric.unit === 'yuan' ? 'money' : 'count' };
}

const lackingOf = ({ lacking }: ReportCell, lang: Lang): SheetValue =>
  lacking.map(({ table, column }) => (table === 'tallies' ? column : columnText(table, column)[lang])).join({ zh: '、', en: ', ' }[lang]);
