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
import { LONGEST_KEY } from './hashed-keys.ts';
import { NumberedKeys } from './numbered-keys.ts';

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
  readonly #scopes = new Map<string, Keys>();
  #highest = 0;

  /** Begins the rows of a file, or of a sheet of one. The same position may be passed again to read the file anew. */
  begin(file: Pick<RecordFile, 'file' | 'sheet'>): number {
    const from = this.#highest + 1;
    this.#files.push({ origin: originOf(file), from });
    return from;
  }

  /** The first row with this key within the scope, unless it is this very row. `from` is what `begin` gave for the row's file. */
  twinOf(scope: string, key: string, from: number, row: number): RowName | undefined {
    const number = this.#numbered(from, row);
    const first = this.keysOf(scope).numberOf(key, number);
    if (first === number) return undefined;
    const file = this.#files.findLast((one) => one.from < first)!;
    return { ...file.origin, row: first - file.from };
  }

  /** Whether no other row had this key before, which is given by its bytes as it is compared. */
  isFirst(keys: Keys, bytes: Uint8Array, start: number, end: number, from: number, row: number): boolean {
    const number = this.#numbered(from, row);
    return keys.plain.numberOf(bytes, start, end, number) === number;
  }

  /** The keys of a scope, for `isFirst`. */
  keysOf(scope: string): Keys {
    let keys = this.#scopes.get(scope);
    if (!keys) this.#scopes.set(scope, (keys = new Keys()));
    return keys;
  }

  #numbered(from: number, row: number): number {
    const number = from + row;
    if (number > this.#highest) this.#highest = number;
    return number;
  }
}

/** The keys that have been seen within a scope, each with the number of its first row. */
class Keys {
  /** Those of plain characters. */
  readonly plain = new NumberedKeys();
  readonly #others = new Map<string, number>();
  readonly #bytes = new Uint8Array(LONGEST_KEY);

  /** The number of a key that is there; else it is put there with this number. */
  numberOf(key: string, number: number): number {
    const length = this.#asBytes(key);
    if (length !== undefined) return this.plain.numberOf(this.#bytes, 0, length, number);
    const first = this.#others.get(key);
    if (first === undefined) this.#others.set(key, number);
    return first ?? number;
  }

  #asBytes(key: string): number | undefined {
    if (key.length > LONGEST_KEY) return undefined;
    for (let index = 0; index < key.length; index++) {
      const code = key.charCodeAt(index);
      if (code > LAST_PLAIN) return undefined;
      this.#bytes[index] = code;
    }
    return key.length;
  }
}
const LAST_PLAIN = 0x7f;

export type { Keys };

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
