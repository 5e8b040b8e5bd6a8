import type { Lang } from '../../vocabulary/text.ts';
import type { ReportKind } from '../../report/breakdown.ts';
import type { DocumentBlock, Grid } from '../../page/document.ts';
import { inThrees, shortMoney } from '../../report/number-words.ts';
import type { Report, ReportCell } from '../../report/report.ts';
import { boundsText } from './bounds-text.ts';

/** The metrics that the section of the funds is made of. */
export const FUNDS = ['planned_yuan', 'received_yuan', 'spent_yuan', 'spend_rate', 'funds_by_category', 'funds_by_source'] as const;
type FundId = (typeof FUNDS)[number];

/** Other kinds stand last whatever their amount. */
const LAST: ReadonlySet<string> = new Set(['other', '']);

/** What was planned, received and spent, then what it was received for and from whom. Nothing where no project says so. */
export function fundsBlocks({ total, lang }: Report): readonly DocumentBlock[] {
  const cell = (id: FundId): ReportCell | undefined => total.cells.find(({ metric }) => metric.id === id);
  const said = (['planned_yuan', 'received_yuan', 'spent_yuan', 'spend_rate'] as const).flatMap((id) => {
    const one = cell(id);
    return one && one.value !== null ? [sentenceOf(one, lang)] : [];
  });
  const grids = (['funds_by_category', 'funds_by_source'] as const).flatMap((id) => {
    const one = cell(id);
    return one?.breakdown && one.breakdown.length > 0 ? [kindsGrid(one, one.breakdown, lang)] : [];
  });
  if (said.length === 0 && grids.length === 0) return [];
  return [
    { kind: 'paragraph', text: said.join({ zh: '；', en: '; ' }[lang]) },
    { kind: 'side-by-side', parts: grids.map((grid) => [grid]) },
  ];
}

function sentenceOf(cell: ReportCell, lang: Lang): string {
  const unit = cell.metric.unit === 'share' ? '' : ` ${cell.metric.unitName}`;
  const bounds = boundsText(cell, lang);
  const more = [
    ...(bounds === undefined ? [] : [bounds]),
    ...cell.said.filter(({ of }) => of === 'missing' || of === 'rejected' || of === 'beside').map(({ text }) => text),
  ];
  const behind = more.length === 0 ? '' : { zh: `（${more.join('；')}）`, en: ` (${more.join('; ')})` }[lang];
  return `${cell.metric.label} ${inThrees(cell.text)}${unit}${behind}`;
}

function kindsGrid({ metric }: ReportCell, kinds: readonly ReportKind[], lang: Lang): Grid {
  const sum = kinds.reduce((all, { value }) => all + value, 0) || 1;
  const most = Math.max(1, ...kinds.map(({ value }) => value));
  const sorted = kinds.toSorted((a, b) => Number(LAST.has(a.key)) - Number(LAST.has(b.key)) || b.value - a.value);
  const { scale } = shortMoney(most, lang);
  return {
    kind: 'grid',
    title: metric.label,
    columns: [
      { head: { zh: '分类', en: 'Kind' }[lang], as: 'name' },
      {
        head: { zh: `金额（${scale.trim()}${kinds[0]!.unitName}）`, en: `Amount (${`${scale.trim()} ${kinds[0]!.unitName}`.trim()})` }[
          lang
        ],
        as: 'number',
      },
      { head: { zh: '占比', en: 'Share' }[lang], as: 'number' },
      { head: { zh: '图', en: 'Bar' }[lang], as: 'bar' },
    ],
    groups: [
      {
        rows: sorted.map((kind) => [
          { text: kind.label },
          {
            text: `${kind.text.startsWith('≥') ? '≥' : ''}${shortMoney(kind.value, lang, { scaledAs: most }).number}`,
            order: kind.value,
          },
          { text: `${((kind.value / sum) * 100).toFixed(1)}%` },
          { bar: [{ as: 'amount', share: Math.max(0, kind.value / most) }] },
        ]),
      },
    ],
  };
}
