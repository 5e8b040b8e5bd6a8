import { wordIn } from '../language/row.ts';
import type { Row } from '../language/row.ts';
import type { FindingCode } from '../input/findings.ts';
import type { Finding } from '../input/finding.ts';
import { maskId } from '../input/shown-value.ts';
import { maskIdentityNumbers } from '../input/mask.ts';
import { originOf } from '../input/record-file.ts';
import type { RecordFile } from '../input/record-file.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';

/** Where a row stands, for naming it in a finding about its twin. */
export interface RowName {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row: number;
}

/**
 * Remembers which keys have been seen, and where first. A row is remembered as one small number over all files,
 * because half a million of them are held at once.
 */
export class Duplicates {
  readonly #files: { readonly origin: Omit<RowName, 'row'>; readonly from: number }[] = [];
  readonly #seen = new Map<string, Map<string, number>>();
  #highest = 0;

  /** Begins the rows of a file, or of a sheet of one. The same position may be passed again to read the file anew. */
  begin(file: Pick<RecordFile, 'file' | 'sheet'>): number {
    const from = this.#highest + 1;
    this.#files.push({ origin: originOf(file), from });
    return from;
  }

  /** The first row with this key within the scope, unless it is this very row. `from` is what `begin` gave for the row's file. */
  twinOf(scope: string, key: string, from: number, row: number): RowName | undefined {
    const number = from + row;
    if (number > this.#highest) this.#highest = number;
    let seen = this.#seen.get(scope);
    if (!seen) this.#seen.set(scope, (seen = new Map()));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, number);
    if (first === undefined || first === number) return undefined;
    const file = this.#files.findLast((one) => one.from < first)!;
    return { ...file.origin, row: first - file.from };
  }
}

/** A finding about a row, before it is said where the row stands. */
export type RowFinding = Pick<Finding, 'code' | 'severity' | 'column' | 'value' | 'arguments'>;

/** How the rows of a table are told apart, and what it is called when two are the same. */
const IDENTITY: Readonly<Record<Exclude<TableId, 'tallies'>, { readonly column: string; readonly duplicate: FindingCode }>> = {
  villages: { column: 'village', duplicate: 'duplicate-village' },
  households: { column: 'household_id', duplicate: 'duplicate-household' },
  projects: { column: 'project_id', duplicate: 'duplicate-project' },
};

/** How a message calls another row. */
export function rowText({ file, sheet, row }: RowName): Text {
  const within = sheet === undefined ? { zh: '', en: '' } : { zh: `工作表“${sheet}”`, en: ` sheet "${sheet}"` };
  return { zh: ` ${file} ${within.zh}第 ${row} 行`, en: `${file}${within.en} row ${row}` };
}

/** The finding about a row that stands already somewhere else. */
export function duplicateFinding(table: Exclude<TableId, 'tallies'>, row: Row, twin: RowName): RowFinding {
  const { column, duplicate } = IDENTITY[table];
  return {
    code: duplicate,
    severity: 'error',
    column,
    value: (table === 'households' ? maskId : maskIdentityNumbers)(wordIn(row, column) ?? ''),
    arguments: { twin: rowText(twin) },
  };
}
