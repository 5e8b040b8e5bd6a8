import { columnInCurrency } from '../../../vocabulary/terms.ts';
import type { DataTable } from '../../format.ts';
import { PLACE_COLUMNS } from '../../../vocabulary/place.ts';
import { unknownCode } from '../../row-text.ts';
import type { ListedRow } from '../../../rows/listed.ts';
import { figureCell } from '../../listing/figure-text.ts';
import type { Listing } from '../../listing/listing.ts';

const BETWEEN = '、';

/** A list for spreadsheets: a row per household or project, its place first, where it stands in the files last. Nothing but rows. */
export function listData({ kind, rows, withUnknown, terms }: Listing): DataTable {
  const isLedger = kind.listed.by === 'left-out';
  const isProjects = kind.from === 'projects';
  const columns: readonly (readonly [string, (row: ListedRow) => string])[] = [
    ...PLACE_COLUMNS.map(
      (part) =>
        [
          part,
          ({ place, villages }: ListedRow) => (part === 'village' && isProjects ? villages.join(BETWEEN) : (place[part] ?? '')),
        ] as const,
    ),
    ['period', ({ period }) => period],
    [isProjects ? 'project_id' : 'household_id', ({ id }) => id],
    [isProjects ? 'name' : 'head_name', ({ name }) => name ?? ''],
    ...(isProjects ? [] : [['persons', ({ persons }: ListedRow) => persons?.toString() ?? ''] as const]),
    ...kind.columns.map(({ id }) => [columnInCurrency(id, terms), ({ figures }: ListedRow) => figureCell(figures[id])] as const),
    ...(isLedger
      ? ([
          ['metric', ({ leftOut }: ListedRow) => leftOut?.metric?.id ?? ''],
          ['reason', ({ leftOut }: ListedRow) => leftOut?.reason ?? ''],
        ] as const)
      : []),
    ...(isLedger || withUnknown ? [['unknown', ({ unknown }: ListedRow) => unknown.map(unknownCode).join(BETWEEN)] as const] : []),
    ...(isProjects
      ? []
      : ([
          ['helper_name', ({ helpers }: ListedRow) => helpers.names.join(BETWEEN)],
          ['helper_unit', ({ helpers }: ListedRow) => helpers.units.join(BETWEEN)],
        ] as const)),
    ['file', ({ file }) => file],
    ['sheet', ({ sheet }) => sheet ?? ''],
    ['row', ({ row }) => String(row)],
  ];
  return { columns: columns.map(([name]) => name), rows: written(rows, (row) => columns.map(([, write]) => write(row))) };
}

function* written(rows: readonly ListedRow[], cellsOf: (row: ListedRow) => readonly string[]): Generator<readonly string[]> {
  for (const row of rows) yield cellsOf(row);
}
