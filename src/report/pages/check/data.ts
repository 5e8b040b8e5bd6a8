import type { DataTable } from '../../format.ts';
import { FINDING_COLUMNS, findingRecord } from '../../findings-text.ts';
import { shownOf } from './checked.ts';
import type { Checked } from './checked.ts';

/** Findings for spreadsheets: a row each; `accepted` only where findings may be. */
export const checkData = (checked: Checked): DataTable => ({
  columns: [...FINDING_COLUMNS, ...(checked.withAccepted ? ['accepted'] : [])],
  rows: rowsOf(checked),
});

async function* rowsOf(checked: Checked): AsyncGenerator<readonly string[]> {
  for await (const finding of shownOf(checked)) {
    const record = findingRecord(finding, checked.lang);
    const cells = FINDING_COLUMNS.map((column) => String(record[column] ?? ''));
    yield checked.withAccepted ? [...cells, record.accepted ?? ''] : cells;
  }
}
