import { isBlank } from './cell.ts';
import type { Found } from './finding.ts';
import { NoDataRows } from './no-data-rows.ts';
import type { OpenedTable } from './open-table.ts';
import { originOf } from './record-file.ts';
import { linesOf } from './records.ts';
import { withRequiredTicks, withTicks } from './ticks.ts';
import type { ChangeCode } from './value-kind.ts';
import type { ReadRow } from './read-row.ts';
import { RowReader } from './row-reader.ts';

/** How a file was read, known when its last row has been. */
export interface TableReading {
  readonly rows: number;
  readonly blankRows: number;
  /** Rows that are no data (合计, notes, headers again): left out, and said. */
  readonly noDataRows: number;
  /** Rows with more cells than the header, all of these blank. */
  readonly surplusRows: number;
  readonly changes: ReadonlyMap<ChangeCode, number>;
  /** Columns that were blank throughout: as good as absent, also where a blank would mean none. */
  readonly blankThroughout: readonly string[];
  /** Columns of nothing but √ and blanks: a blank there is "no". */
  readonly tickColumns: readonly string[];
  /** Into how many households the rows of members were folded. */
  readonly households?: number;
}

/**
 * Reads every row of an opened file, in order. Each row is handed over once, accepted or rejected; its findings leave before it does.
 * Nothing is kept but the words of repeated cells.
 */
export async function readTable(
  opened: OpenedTable,
  take: (row: ReadRow) => void,
  found: Found,
  progress?: (rows: number) => void,
): Promise<TableReading> {
  const changes = new Map<ChangeCode, number>();
  const reader = new RowReader(
    await withRequiredTicks(opened),
    (change) => changes.set(change, (changes.get(change) ?? 0) + 1),
    take,
    found,
  );
  let record = -1;
  let line = 1;
  let rows = 0;
  let blankRows = 0;
  let noDataRows = 0;
  // A template that nobody has filled in is no mistake yet.
  let hasExample = false;
  const noData = new NoDataRows(opened.table, opened.headings, opened.header);
  for await (const batch of opened.records()) {
    const passed = batch.passed ?? 0;
    record += passed;
    line += passed;
    rows += passed;
    for (const written of batch.records) {
      const cells = noData.inOrder(written);
      record++;
      const position = { line, row: record + 1 };
      line += opened.rowsAreLines ? 1 : linesOf(written);
      if (record <= opened.headerRecord) continue;
      if (cells.every(isBlank)) {
        blankRows++;
        continue;
      }
      const reason = noData.of(cells);
      if (reason) {
        reader.leaveOut(cells, position, reason);
        noDataRows++;
        hasExample ||= reason.code === 'example-row';
        continue;
      }
      rows++;
      reader.read(cells, position);
    }
    progress?.(rows);
    if (batch.unclosed !== undefined) {
      rows++;
      reader.swallowed({ line, row: record + 2 });
    }
  }
  if (rows === 0 && !hasExample)
    found({ code: 'no-rows', severity: 'error', ...originOf(opened), line: opened.headerLine, row: opened.headerRecord + 1 });
  return {
    rows,
    blankRows,
    noDataRows,
    surplusRows: reader.surplusRows,
    changes,
    blankThroughout: reader.blankThroughout(),
    tickColumns: reader.tickColumns(),
  };
}

/** The file as its whole reading showed that it must be read: without columns that were blank throughout, ticks and blanks as yes and no. */
export function readAgainAs(
  opened: OpenedTable,
  { blankThroughout, tickColumns }: Pick<TableReading, 'blankThroughout' | 'tickColumns'>,
): OpenedTable {
  const headings = opened.headings.filter(({ column }) => !blankThroughout.includes(column));
  return withTicks({ ...opened, headings, blankThroughout }, tickColumns);
}
