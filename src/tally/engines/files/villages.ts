import type { Finding } from '../../../input/finding.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { maskIdentityNumbers } from '../../../input/mask.ts';
import { readAgainAs, readTable } from '../../../input/read-table.ts';
import type { TableReading } from '../../../input/read-table.ts';
import type { ReadRow } from '../../../input/read-row.ts';
import { originOf } from '../../../input/record-file.ts';
import { sumRows } from '../../../input/sum-rows.ts';
import type { SumRow } from '../../../input/sum-rows.ts';
import type { Text } from '../../../vocabulary/text.ts';

/** A row of a village file, held back with its findings until all villages are known. */
export interface HeldRow {
  readonly read: ReadRow;
  readonly findings: readonly Finding[];
}

/** A village file, read to its end. */
export interface HeldFile {
  readonly file: OpenedTable;
  /** Taken off as they are counted: nothing needs a row twice. */
  rows: readonly HeldRow[];
  readonly reading: TableReading;
  /** Findings about the file, after its last row. */
  readonly last: readonly Finding[];
}

/** The rows of a file in order, let go of behind the one in hand. */
export function* released(held: HeldFile): Generator<HeldRow> {
  const rows = held.rows.toReversed();
  held.rows = [];
  for (let row = rows.pop(); row; row = rows.pop()) yield row;
}

/** Reads village files to their ends, without the rows that sum up others. */
export async function holdAll(
  files: readonly OpenedTable[],
  progress: ((file: string, rows: number) => void) | undefined,
): Promise<readonly HeldFile[]> {
  const held: HeldFile[] = [];
  for (const file of files) {
    const rows: HeldRow[] = [];
    let findings: Finding[] = [];
    const hold = (read: ReadRow): void => {
      rows.push({ read, findings: findings.length > 0 ? findings : NO_FINDINGS });
      if (findings.length > 0) findings = [];
    };
    const reading = await readTable(
      file,
      hold,
      (finding) => findings.push(finding),
      (count) => progress?.(file.file, count),
    );
    let read: readonly HeldRow[] = rows;
    if (reading.tickColumns.length > 0) {
      // Read once more with ticks and blanks as yes and no; its findings have been found.
      const again: ReadRow[] = [];
      await readTable(
        readAgainAs(file, { ...reading, blankThroughout: [] }),
        (read) => again.push(read),
        () => undefined,
      );
      read = rows.map(({ findings: found }, index) => ({ read: again[index]!, findings: found }));
    }
    held.push(withoutSums({ file, rows: read, reading, last: findings }));
  }
  return held;
}

/** A file without the rows that sum up others: each is said where it stood, in place of what was found in it. */
function withoutSums({ file, rows, reading, last }: HeldFile): HeldFile {
  const sums = new Map(sumRows(rows.map(({ read }) => (read.shifted ? {} : (read.asWritten ?? read.row)))).map((one) => [one.index, one]));
  const kept: HeldRow[] = [];
  let waiting: Finding[] = [];
  let left = 0;
  rows.forEach((held, index) => {
    const sum = sums.get(index);
    const said = sum && sumFinding(file, held.read, sum);
    if (said?.code === 'sum-row') {
      left++;
      waiting.push(said);
      return;
    }
    const isAlone = waiting.length === 0 && said === undefined;
    kept.push(isAlone ? held : { read: held.read, findings: [...waiting, ...held.findings, ...(said ? [said] : [])] });
    if (waiting.length > 0) waiting = [];
  });
  const { rows: all, noDataRows } = reading;
  return { file, rows: kept, reading: { ...reading, rows: all - left, noDataRows: noDataRows + left }, last: [...waiting, ...last] };
}

function sumFinding(file: OpenedTable, { row, position, key }: ReadRow, { why, rows }: SumRow): Finding {
  const about = { severity: 'warning', ...originOf(file), ...position, key: key(), column: 'village' } as const;
  const name = maskIdentityNumbers(typeof row.village === 'string' ? row.village : '');
  if (why === 'looks like an area') return { code: 'area-as-village', ...about, value: name, arguments: { name } };
  return { code: 'sum-row', ...about, value: name, arguments: { name, what: SUMMED_UP[why](rows ?? 0) } };
}

const SUMMED_UP: Readonly<Record<Exclude<SumRow['why'], 'looks like an area'>, (rows: number) => Text>> = {
  'named as the area of others': () => ({ zh: '所辖各村', en: 'the villages in it' }),
  'equals the rows below': (rows) => ({ zh: `下面 ${rows} 行`, en: rows === 1 ? 'the row below' : `the ${rows} rows below` }),
  'equals the rows above': (rows) => ({ zh: `上面 ${rows} 行`, en: rows === 1 ? 'the row above' : `the ${rows} rows above` }),
};

const NO_FINDINGS: readonly Finding[] = [];
