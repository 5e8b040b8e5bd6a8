import { columnInCurrency } from '../../vocabulary/terms.ts';
import type { Terms } from '../../vocabulary/terms.ts';
import { dataColumn, placeDataColumns, wordsOf } from '../../page/data-columns.ts';
import type { DataColumn, DataTable } from '../../page/format.ts';
import { LEFT_OUT_NAMES } from '../../report/left-out-names.ts';
import type { ListColumn } from '../../rows/list-kind.ts';
import { METRIC_NAMES } from '../../report/metric-names.ts';
import { unknownCode } from '../../report/row-text.ts';
import type { ListedRow } from '../../rows/listed.ts';
import { figureCell } from '../../report/listing/figure-text.ts';
import type { Listing } from '../../report/listing/listing.ts';

const BETWEEN = '、';

/** A list for spreadsheets: a row per household or project, its place first, where it stands in the files last. Nothing but rows. */
export function listData({ kind, rows, withUnknown, terms }: Listing): DataTable {
  const isLedger = kind.listed.by === 'left-out';
  const isProjects = kind.from === 'projects';
  const columns: readonly (readonly [DataColumn, (row: ListedRow) => string])[] = [
    ...placeDataColumns.map(
      (column) =>
        [
          column,
          ({ place, villages }: ListedRow) =>
            column.id === 'village' && isProjects ? villages.join(BETWEEN) : (place[column.id as keyof typeof place] ?? ''),
        ] as const,
    ),
    [dataColumn('period'), ({ period }) => period],
    [dataColumn(isProjects ? 'project_id' : 'household_id'), ({ id }) => id],
    [dataColumn(isProjects ? 'name' : 'head_name'), ({ name }) => name ?? ''],
    ...(isProjects ? [] : [[dataColumn('persons', 'number'), ({ persons }: ListedRow) => persons?.toString() ?? ''] as const]),
    ...kind.columns.map((column) => [figureColumn(column, terms), ({ figures }: ListedRow) => figureCell(figures[column.id])] as const),
    ...(isLedger
      ? ([
          [dataColumn('metric', 'text', wordsOf(METRIC_NAMES)), ({ leftOut }: ListedRow) => leftOut?.metric?.id ?? ''],
          [dataColumn('reason', 'text', wordsOf(LEFT_OUT_NAMES)), ({ leftOut }: ListedRow) => leftOut?.reason ?? ''],
        ] as const)
      : []),
    ...(isLedger || withUnknown
      ? [[dataColumn('unknown'), ({ unknown }: ListedRow) => unknown.map(unknownCode).join(BETWEEN)] as const]
      : []),
    ...(isProjects
      ? []
      : ([
          [dataColumn('helper_name'), ({ helpers }: ListedRow) => helpers.names.join(BETWEEN)],
          [dataColumn('helper_unit'), ({ helpers }: ListedRow) => helpers.units.join(BETWEEN)],
        ] as const)),
    [dataColumn('file'), ({ file }) => file],
    [dataColumn('sheet'), ({ sheet }) => sheet ?? ''],
    [dataColumn('row', 'number'), ({ row }) => row?.toString() ?? ''],
  ];
  return { columns: columns.map(([column]) => column), rows: written(rows, (row) => columns.map(([, write]) => write(row))) };
}

/** A column of the kind itself, its words by their names. */
const figureColumn = ({ id, label, names, holds }: ListColumn, terms: Terms): DataColumn => ({
  id: columnInCurrency(id, terms),
  label: holds === 'money' ? { zh: `${label.zh}（${terms.currency.zh}）`, en: `${label.en} (${terms.currency.en})` } : label,
  kind: holds ?? 'text',
  wordOf: names && wordsOf(names, BETWEEN),
});

function* written(rows: readonly ListedRow[], cellsOf: (row: ListedRow) => readonly string[]): Generator<readonly string[]> {
  for (const row of rows) yield cellsOf(row);
}
