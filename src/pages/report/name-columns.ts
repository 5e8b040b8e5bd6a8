import { dataColumn } from '../../page/data-columns.ts';
import { placeSheetColumns } from '../sheets/place-sheet-columns.ts';
import type { PlaceSheetColumns } from '../sheets/place-sheet-columns.ts';
import type { Report, ReportPlace } from '../../report/report.ts';
import type { SheetColumn, SheetRow } from '../../page/sheets.ts';

/** The columns that say which row of a report it is. */
export interface RowNames {
  readonly columns: readonly SheetColumn[];
  readonly cellsOf: (place: ReportPlace) => SheetRow;
  /** Those of the total, which has a name alone. */
  readonly totalCells: (name: string) => SheetRow;
  readonly places: PlaceSheetColumns;
}

/** The names of a report's rows: the parts of a place's name, a helping unit, or one name for all. */
export function nameColumns({ places, by, lang }: Report): RowNames {
  const named = placeSheetColumns(
    places.map(({ place }) => place),
    lang,
  );
  const alone = (head: string, width: number): RowNames => ({
    columns: [{ head, kind: 'text', width }],
    cellsOf: ({ name }) => [name],
    totalCells: (name) => [name],
    places: named,
  });
  if (by === 'helper-unit') return alone(dataColumn('helper_unit').label[lang], 24);
  // A place that no file names has no column of its own.
  if (by === 'all' || named.columns.length === 0) return alone({ zh: '地区', en: 'Place' }[lang], 14);
  return {
    columns: named.columns,
    cellsOf: ({ place, name }) => named.cellsOf(place).map((cell, at) => (at === 0 ? (cell ?? name) : cell)),
    totalCells: (name) => named.columns.map((_, at) => (at === 0 ? name : undefined)),
    places: named,
  };
}
