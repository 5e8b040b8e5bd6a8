import { cellDetails } from '../sheets/cell-details.ts';
import { dataColumn } from '../../page/data-columns.ts';
import type { Report, ReportPlace } from '../../report/report.ts';
import type { ReportSheet, SheetRow } from '../../page/sheets.ts';
import { nameColumns } from './name-columns.ts';

/** How many columns of the long form are printed: those that say most. The others are for filters and pivot tables. */
const PRINTED = 11;

/** A row per place and metric, and per kind of a number that is broken down; the total last. */
export function detailSheet(report: Report, title: string): ReportSheet {
  const { lang, by, places, total, period } = report;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const shown = cellDetails(lang);
  const names = nameColumns(report);
  const { others } = names.places;
  const rowsOf = (place: ReportPlace, first: SheetRow): readonly SheetRow[] => {
    const last: SheetRow = [...others.cellsOf(place.place), period];
    return place.cells.flatMap((cell) => [
      [...first, ...shown.map(({ of }) => of(cell, lang)), ...last],
      ...(cell.breakdown ?? []).map(({ label, value, unitName, plain }): SheetRow => [
        ...first,
        `${cell.metric.label}${say('：', ': ')}${label}`,
        { value, kind: plain.includes('.') ? 'money' : 'count' },
        unitName,
        ...shown.slice(ABOUT_KINDS).map(() => undefined),
        ...last,
      ]),
    ]);
  };
  function* allRows(): Generator<SheetRow> {
    for (const place of places) yield* rowsOf(place, names.cellsOf(place));
    if (by !== 'all') yield* rowsOf(total, names.totalCells(total.name));
  }
  return {
    name: say('明细', 'Details'),
    title: say(`${title}：明细`, `${title}: details`),
    about: [
      say(
        '每个地方、每个指标一行，供筛选和透视；百分数是小数（0.95 显示为 95.00%）。右边还有不打印的列。',
        'A row per place and metric, for filters and pivot tables; a percentage is a fraction (0.95 shows as 95.00%). The columns at the right are not printed.',
      ),
    ],
    blocks: [
      {
        kind: 'table',
        columns: [
          ...names.columns,
          ...shown.map(({ column }) => column),
          ...others.columns,
          { head: dataColumn('period').label[lang], kind: 'text', width: 9 },
        ],
        rows: allRows(),
      },
    ],
    paper: 'landscape',
    names: names.columns.length,
    printed: names.columns.length + PRINTED,
  };
}

/** A kind of a number has its name, its value and its unit. */
const ABOUT_KINDS = 3;
