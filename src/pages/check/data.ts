import { columnWords, dataColumn, textColumns, wordsOf } from '../../page/data-columns.ts';
import type { DataTable } from '../../page/format.ts';
import { FINDING_COLUMNS, SEVERITY_NAMES, findingRecord } from '../../report/findings-text.ts';
import { shownOf } from './checked.ts';
import type { Checked } from './checked.ts';

const COLUMNS = FINDING_COLUMNS.map((id) => {
  if (id === 'severity') return dataColumn(id, 'text', wordsOf(SEVERITY_NAMES));
  if (id === 'column') return dataColumn(id, 'text', columnWords);
  return dataColumn(id, id === 'line' || id === 'row' ? 'number' : 'text');
});

/** Findings for spreadsheets: a row each; `accepted` only where findings may be. */
export const checkData = (checked: Checked): DataTable => ({
  columns: [...COLUMNS, ...(checked.withAccepted ? textColumns(['accepted']) : [])],
  rows: rowsOf(checked),
});

async function* rowsOf(checked: Checked): AsyncGenerator<readonly string[]> {
  for await (const finding of shownOf(checked)) {
    const record = findingRecord(finding, checked.lang);
    const cells = FINDING_COLUMNS.map((column) => String(record[column] ?? ''));
    yield checked.withAccepted ? [...cells, record.accepted ?? ''] : cells;
  }
}
