import { cellText, isBlank } from './cell.ts';
import type { Amount, Column, Kind, Kinds, Row } from './column.ts';
import type { Finding, FindingCode, Found } from './findings.ts';
import { maskIdentityNumbers, maskName, maskNumber } from './mask.ts';
import type { OpenedTable } from './open-table.ts';
import { linesOf, readRecords } from './records.ts';
import type { Cells } from './records.ts';
import { readableCells, rowSchema } from './row-schema.ts';
import type { RowSchema } from './row-schema.ts';
import { brokenRules } from './rules.ts';
import { tables } from './tables/index.ts';
import type { ChangeCode } from './value-kind.ts';

/** Where a row stands: its line in the file and its number in a spreadsheet, both from 1. */
export interface Position {
  readonly line: number;
  readonly row: number;
}

/** What became of a row by itself: whether its own cells let it count. */
export interface ReadRow {
  readonly row: Row;
  readonly position: Position;
  /** How findings call the row: by what names it. */
  readonly key: () => string | undefined;
  readonly rejected: boolean;
  /** The cells may have shifted (too few or too many), so that none can be trusted without a second look. */
  readonly shifted: boolean;
  /** Whatever stands behind this row was swallowed by a quotation mark that never closes. */
  readonly swallowsRest: boolean;
}

/** How a file was read, known when its last row has been. */
export interface TableReading {
  readonly rows: number;
  readonly blankRows: number;
  readonly changes: ReadonlyMap<ChangeCode, number>;
  /** Columns in which blank means none, but which were blank throughout: they are as good as absent. */
  readonly blankThroughout: readonly string[];
}

/** What "none" is, in the kinds of column where registries write nothing for it. */
const NONE: Readonly<Partial<Kinds>> = { list: [], money: { amount: 0n, atLeast: false }, choice: 'none' };

const LONGEST_SHOWN = 60;

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
  const reader = new RowReader(opened, (change) => changes.set(change, (changes.get(change) ?? 0) + 1), take, found);
  let record = -1;
  let line = 1;
  let rows = 0;
  let blankRows = 0;
  for await (const batch of readRecords(opened)) {
    for (const cells of batch.records) {
      record++;
      const position = { line, row: record + 1 };
      line += linesOf(cells);
      if (record <= opened.headerRecord) continue;
      if (cells.every(isBlank)) {
        blankRows++;
        continue;
      }
      rows++;
      reader.read(cells, position);
    }
    progress?.(rows);
    if (batch.unclosed) {
      rows++;
      reader.swallowed({ line, row: record + 2 });
    }
  }
  if (rows === 0) found({ code: 'no-rows', severity: 'error', file: opened.file, line, row: opened.headerRecord + 1 });
  return { rows, blankRows, changes, blankThroughout: reader.blankThroughout() };
}

/** Reads the rows of one file, each by itself: widths, cells, then the rules between the cells. */
class RowReader {
  readonly #opened: OpenedTable;
  readonly #take: (row: ReadRow) => void;
  readonly #found: Found;
  readonly #schema: RowSchema;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #none: ReadonlyMap<string, Kinds[Kind] | undefined>;
  readonly #blankSoFar: Set<string>;

  constructor(opened: OpenedTable, changed: (change: ChangeCode) => void, take: (row: ReadRow) => void, found: Found) {
    this.#opened = opened;
    this.#take = take;
    this.#found = found;
    this.#schema = rowSchema(opened.headings, changed);
    this.#columns = new Map(opened.headings.map(({ column, definition }) => [column, definition]));
    this.#none = new Map(
      opened.headings
        .filter(({ definition }) => definition.blankMeansNone)
        .map(({ column, definition }) => [column, NONE[definition.kind]]),
    );
    this.#blankSoFar = new Set(this.#none.keys());
  }

  blankThroughout(): readonly string[] {
    return [...this.#blankSoFar];
  }

  read(record: Cells, position: Position): void {
    const cells = this.#named(record);
    const key = (): string | undefined => keyOf(tables[this.#opened.table].key, cells);
    if (record.length !== this.#opened.width) {
      const code = record.length < this.#opened.width ? 'row-too-short' : 'row-too-long';
      const widths = { cells: String(record.length), headings: String(this.#opened.width) };
      this.#found({ code, severity: 'error', file: this.#opened.file, ...position, key: key(), arguments: widths });
      this.#take({ row: readableCells(this.#schema, cells), position, key, rejected: true, shifted: true, swallowsRest: false });
      return;
    }
    let rejected = false;
    const report = (finding: Pick<Finding, 'code' | 'severity' | 'arguments'> & { readonly column: string }): void => {
      if (finding.severity === 'error') rejected = true;
      const value = shownValue(cells[finding.column] ?? '', this.#columns.get(finding.column));
      this.#found({ file: this.#opened.file, ...position, key: key(), value, ...finding });
    };
    const row = this.#typed(cells, report);
    brokenRules(
      tables[this.#opened.table].rules,
      row as Readonly<Record<string, Amount | undefined>>,
      tables[this.#opened.table].columns,
    ).forEach(report);
    this.#take({ row, position, key, rejected, shifted: false, swallowsRest: false });
  }

  /** The row in which a quotation mark stays open: all that follows it in the file is part of it. */
  swallowed(position: Position): void {
    this.#found({ code: 'unclosed-quote', severity: 'error', file: this.#opened.file, ...position });
    this.#take({ row: {}, position, key: () => undefined, rejected: true, shifted: true, swallowsRest: true });
  }

  #named(record: Cells): Record<string, string> {
    const cells: Record<string, string> = {};
    for (const { column, index } of this.#opened.headings) cells[column] = record[index] ?? '';
    return cells;
  }

  #typed(
    cells: Readonly<Record<string, string>>,
    report: (finding: {
      readonly code: FindingCode;
      readonly severity: 'error';
      readonly column: string;
      readonly arguments: Finding['arguments'] & object;
    }) => void,
  ): Row {
    const wrong = (code: FindingCode, column: string): void => {
      const definition = this.#columns.get(column)!;
      report({
        code,
        severity: 'error',
        column,
        arguments: { column: definition.label, ...(definition.choices && { choices: choicesOf(definition) }) },
      });
    };
    if (this.#opened.hasNul) {
      for (const [column, cell] of Object.entries(cells)) if (cell.includes('\0')) wrong('nul-byte', column);
    }
    const parsed = this.#schema.safeParse(cells);
    for (const issue of parsed.error?.issues ?? []) {
      const column = String(issue.path[0]);
      if (!cells[column]!.includes('\0')) wrong(issue.message as FindingCode, column);
    }
    const row = parsed.success ? (parsed.data as Record<string, Kinds[Kind] | undefined>) : readableCells(this.#schema, cells);
    for (const [column, none] of this.#none) {
      if (row[column] === undefined) row[column] = none;
      else this.#blankSoFar.delete(column);
    }
    return row;
  }
}

/** The cell as a finding may show it: personal values masked, identity numbers masked wherever they stand, long text cut. */
export function shownValue(cell: string, column: Column | undefined): string {
  const text = cellText(cell.replaceAll('\0', '␀'));
  if (column?.personal === 'name') return maskName(text);
  if (column?.personal === 'number') return maskNumber(text);
  const masked = maskIdentityNumbers(text);
  return masked.length > LONGEST_SHOWN ? `${masked.slice(0, LONGEST_SHOWN - 1)}…` : masked;
}

function keyOf(columns: readonly string[], cells: Readonly<Record<string, string>>): string | undefined {
  const named = columns.map((column) => cellText(cells[column] ?? '')).filter((text) => text !== '');
  return named.length > 0 ? maskIdentityNumbers(named.join(' ')) : undefined;
}

const choicesOf = (definition: Column) => ({
  zh: Object.entries(definition.choices!)
    .map(([value, words]) => words[0] ?? value)
    .join('、'),
  en: Object.keys(definition.choices!).join(', '),
});
