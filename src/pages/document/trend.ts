import type { Lang } from '../../vocabulary/text.ts';
import type { Columns, DocumentBlock, Grid, GridCell } from '../../page/document.ts';
import { inThrees, shortMoney } from '../../report/number-words.ts';
import type { ReportCell } from '../../report/report.ts';
import type { StatusReport } from '../../report/trend/status-report.ts';
import type { ReportPoint, ReportSeries } from '../../report/trend/trend-report.ts';
import { KIND_NAMES } from '../../report/trend/words.ts';
import { growthText } from './key-figures.ts';

/** A small chart for each series with more than one period. */
export function trendCharts(series: readonly ReportSeries[], lang: Lang): readonly DocumentBlock[] {
  const charts = series.filter(
    ({ points, metric }) => points.filter(({ cell }) => cell !== undefined && cell.value !== null).length > 1 && metric.shape !== 'growth',
  );
  if (charts.length === 0) return [];
  const both = new Set(charts.map(({ kind }) => kind)).size > 1;
  return [{ kind: 'side-by-side', parts: charts.map((one) => [chartOf(one, both, lang)]) }];
}

function chartOf({ metric, kind, points }: ReportSeries, both: boolean, lang: Lang): Columns {
  const unit = metric.unit === 'share' ? '' : { zh: `（${metric.unitName}）`, en: ` (${metric.unitName})` }[lang];
  return {
    kind: 'columns',
    title: `${metric.label}${unit}${both ? ` ${KIND_NAMES[kind][lang]}` : ''}`,
    points: points.map(({ period, cell }) => ({
      period,
      value: cell?.value ?? undefined,
      text: cell && cell.value !== null ? pointText(cell, lang) : '—',
      range:
        cell && cell.low !== null && cell.high !== null && cell.value !== null && cell.low !== cell.high
          ? ([cell.low, cell.high] as const)
          : undefined,
    })),
    caption: captionOf(points.at(-1)!, lang),
  };
}

/** The number above a column, in few digits. */
function pointText({ value, metric, plain, text }: ReportCell, lang: Lang): string {
  const sign = /^[≥≤]/u.exec(text)?.[0] ?? '';
  if (metric.shape === 'growth') return `${growthText(value!)}%`;
  if (metric.unit === 'share') return `${sign}${plain}%`;
  if (metric.unit !== 'yuan') return sign + inThrees(plain!);
  const { number, scale } = shortMoney(value!, lang, { decimals: 1 });
  return `${sign}${number}${scale}`;
}

/** What became of it since the period before, and which villages that is of. */
function captionOf({ cell, change, growth, compared }: ReportPoint, lang: Lang): string {
  const range = change?.range === undefined ? '' : ` (${inThrees(change.range)})`;
  const said = [
    ...(change ? [`${{ zh: '比上期', en: 'since the period before' }[lang]} ${inThrees(change.text)}${range}`] : []),
    ...(growth && cell?.metric.unit !== 'share' ? [inThrees(growth.text)] : []),
    ...(compared
      ? [
          {
            zh: `只比较两期都有数的 ${compared.villages.length} 村：${inThrees(compared.before.text)} → ${inThrees(compared.now.text)}`,
            en: `compared are the ${compared.villages.length} with both: ${inThrees(compared.before.text)} → ${inThrees(compared.now.text)}`,
          }[lang],
        ]
      : []),
    ...(cell?.said ?? []).filter(({ of }) => of === 'villages' || of === 'missing').map(({ text }) => text),
  ];
  return said.join({ zh: '；', en: '; ' }[lang]);
}

/** What became of the households between two periods: a matrix, and the changes that have a name. */
export function statusGrids(
  { from, to, rows, columns, cells, named, vanishedWithVillage }: StatusReport,
  lang: Lang,
): readonly DocumentBlock[] {
  const matrix: Grid = {
    kind: 'grid',
    title: { zh: `户的变化 ${from} → ${to}（户/人）`, en: `Households ${from} → ${to} (households/persons)` }[lang],
    columns: [
      { head: { zh: '从 ＼ 到', en: 'from \\ to' }[lang], as: 'name' },
      ...columns.map(({ name }) => ({ head: name, as: 'number' }) as const),
    ],
    groups: [
      {
        rows: rows.map(({ status, name }): readonly GridCell[] => [
          { text: name },
          ...columns.map(({ status: other }): GridCell => {
            const cell = cells.find((one) => one.from === status && one.to === other);
            return { text: cell ? `${inThrees(String(cell.households))}/${inThrees(cell.personsText)}` : '' };
          }),
        ]),
      },
    ],
  };
  const changes: Grid = {
    kind: 'grid',
    title: { zh: `有名称的变化 ${from} → ${to}`, en: `Changes that have a name, ${from} → ${to}` }[lang],
    columns: [
      { head: { zh: '变化', en: 'Change' }[lang], as: 'name' },
      { head: { zh: '户', en: 'Households' }[lang], as: 'number' },
      { head: { zh: '人', en: 'Persons' }[lang], as: 'number' },
    ],
    groups: [
      {
        rows: named.map(({ name, households, personsText }) => [
          { text: name },
          { text: inThrees(String(households)) },
          { text: inThrees(personsText) },
        ]),
      },
    ],
  };
  const vanished: readonly DocumentBlock[] =
    vanishedWithVillage === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: {
              zh: `消失的户中有 ${vanishedWithVillage} 户，所在的村在 ${to} 的户表里没有任何户：可能少给了文件`,
              en: `${vanishedWithVillage} of the vanished are of villages without any household in ${to}: a file may be missing`,
            }[lang],
          },
        ];
  return [matrix, changes, ...vanished];
}

/** Households to look at: ids that look renamed, and those in another village than before. */
export function idBlocks({ renamed, moved }: StatusReport, lang: Lang): readonly DocumentBlock[] {
  const grid = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]): readonly Grid[] =>
    rows.length === 0
      ? []
      : [
          {
            kind: 'grid',
            title,
            columns: heads.map((head, at) => ({ head, as: at === 0 ? 'name' : 'text' })),
            groups: [{ rows: rows.map((cells) => cells.map((text) => ({ text }))) }],
          },
        ];
  const [before, now] = { zh: ['原来', '现在'] as const, en: ['Before', 'Now'] as const }[lang];
  return [
    ...grid(
      { zh: '疑似改号（请核对，未计入以上数字）', en: 'Ids that look renamed (to be checked; the figures above go by the id)' }[lang],
      [before, now, { zh: '村', en: 'Village' }[lang], { zh: '为什么', en: 'Why' }[lang]],
      renamed.map(({ from, to, village, likenessName }) => [from, to, village.name, likenessName]),
    ),
    ...grid(
      { zh: '前后两期在不同村的户', en: 'Households in another village than before' }[lang],
      [{ zh: '户编号', en: 'Household' }[lang], before, now],
      moved.map(({ id, from, to }) => [id, from.name, to.name]),
    ),
  ];
}
