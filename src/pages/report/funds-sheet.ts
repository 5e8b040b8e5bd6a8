import { dataColumn } from '../../page/data-columns.ts';
import type { Report } from '../../report/report.ts';
import type { ReportSheet, SheetBlock, SheetRow } from '../../page/sheets.ts';

/** The numbers of the whole that are broken down, kind by kind with their shares; nothing where none is. */
export function fundsSheet({ total, lang }: Report, title: string): readonly ReportSheet[] {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const broken = total.cells.filter(({ breakdown }) => breakdown !== undefined && breakdown.length > 0);
  if (broken.length === 0) return [];
  return [
    {
      name: say('分类', 'Kinds'),
      title: say(`${title}：分类`, `${title}: kinds`),
      about: [],
      paper: 'portrait',
      blocks: broken.map(({ metric, breakdown = [], value }): SheetBlock => {
        const isMoney = metric.unit === 'yuan';
        // Kinds of other units do not add up, and a household may be of several kinds.
        const hasShares = isMoney && value !== null && value > 0;
        return {
          kind: 'table',
          title: metric.label,
          columns: [
            { head: dataColumn('kind').label[lang], kind: 'text', width: 30 },
            {
              head: isMoney ? say(`金额（${metric.unitName}）`, `Amount (${metric.unitName})`) : say('数量', 'Number'),
              kind: isMoney ? 'money' : 'number',
              width: 18,
            },
            { head: hasShares ? say('占比', 'Share') : say('单位', 'Unit'), kind: hasShares ? 'share' : 'text', width: 12 },
          ],
          rows: breakdown
            .toSorted((a, b) => b.value - a.value)
            .map((kind): SheetRow => [kind.label, kind.value, hasShares ? kind.value / value : kind.unitName]),
          ...(isMoney && value !== null && { totals: [[say('合计', 'Total'), value, hasShares ? 1 : undefined]] }),
        };
      }),
    },
  ];
}
