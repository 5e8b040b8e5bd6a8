import { dataColumn } from '../../page/data-columns.ts';
import type { DataColumnId } from '../../page/data-columns.ts';
import type { CellKind, SheetColumn } from '../../page/sheets.ts';
import type { Lang } from '../../vocabulary/text.ts';

/** Makes columns of a sheet that are called as those of the data. */
export const namedColumns =
  (lang: Lang) =>
  (id: DataColumnId, kind: CellKind, width: number): SheetColumn => ({ head: dataColumn(id).label[lang], kind, width });
