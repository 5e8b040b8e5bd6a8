import { cellText, comparable, isBlank } from './cell.ts';
import type { Column, Kind, Kinds, Row } from './column.ts';
import { FINDING_KINDS } from './findings.ts';
import type { Finding, FindingCode, Found } from './findings.ts';
import { maskIdentityNumbers, maskName, maskNumber } from './mask.ts';
import type { Heading } from './headers.ts';
import { hasMembers } from './open-table.ts';
import type { OpenedTable } from './open-table.ts';
import { PlaceCodes } from './place-codes.ts';
import { originOf } from './record-file.ts';
import { linesOf } from './records.ts';
import type { Cells } from './records.ts';
import { rowSchema } from './row-schema.ts';
import type { RowSchema } from './row-schema.ts';
import { rulesOf } from './rules.ts';
import type { BrokenRule } from './rules.ts';
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
  /** A county's evaluation: it names no village. */
  readonly ofCounty?: boolean;
  /** How many rows of the file it stands for: a household folded from its members. One where it does not say. */
  readonly rows?: number;
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
  /** Rows that sum up others (合计, 小计): left out, and said. */
  readonly totalRows: number;
  readonly changes: ReadonlyMap<ChangeCode, number>;
  /** Columns that were blank throughout: as good as absent, also where a blank would mean none. */
  readonly blankThroughout: readonly string[];
  /** Columns of nothing but √ and blanks: a blank there is "no". */
  readonly tickColumns: readonly string[];
  /** Into how many households the rows of members were folded. */
  readonly households?: number;
}

/** What "none" is, in the kinds of column where registries write nothing for it. */
const NONE: Readonly<Partial<Kinds>> = { list: [], money: { amount: 0n, atLeast: false }, choice: 'none' };

const LONGEST_SHOWN = 60;
const TICK = /^[√✓✔☑]$/u;

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
  let totalRows = 0;
  const naming = opened.headings.flatMap(({ column, index }) => (NAMING.has(column) ? [index] : []));
  for await (const batch of opened.records()) {
    for (const cells of batch.records) {
      record++;
      const position = { line, row: record + 1 };
      line += opened.rowsAreLines ? 1 : linesOf(cells);
      if (record <= opened.headerRecord) continue;
      if (cells.every(isBlank)) {
        blankRows++;
        continue;
      }
      const total = totalWord(cells, naming);
      if (total !== undefined) {
        reader.leaveOut(cells, position, total);
        totalRows++;
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
  if (rows === 0) found({ code: 'no-rows', severity: 'error', ...originOf(opened), line: opened.headerLine, row: opened.headerRecord + 1 });
  return { rows, blankRows, totalRows, changes, blankThroughout: reader.blankThroughout(), tickColumns: reader.tickColumns() };
}

/** Reads the rows of one file, each by itself: widths, cells, then the rules between the cells. */
class RowReader {
  readonly #opened: OpenedTable;
  readonly #take: (row: ReadRow) => void;
  readonly #found: Found;
  readonly #schema: RowSchema;
  readonly #silentSchema: RowSchema;
  readonly #brokenRules: (row: Row) => readonly BrokenRule[];
  /** Where the cells of a county's evaluation stand, and the cell that names a village. */
  readonly #ofCountyAt: readonly string[];
  readonly #placeCodes = new PlaceCodes();
  /** Where the cells stand that name a row. */
  readonly #keyAt: readonly number[];
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #none: ReadonlyMap<string, Kinds[Kind] | undefined>;
  readonly #blankSoFar: Set<string>;
  /** Columns of yes or no that so far hold nothing but ticks and blanks, and whether there was a tick. */
  readonly #ticksSoFar: Map<string, boolean>;
  // The row in hand. Its cells are one object for all rows, because half a million objects are felt.
  readonly #cells: Record<string, string> = {};
  #record: Cells = [];
  #position: Position = { line: 0, row: 0 };
  #rejected = false;

  constructor(opened: OpenedTable, changed: (change: ChangeCode) => void, take: (row: ReadRow) => void, found: Found) {
    this.#opened = opened;
    this.#take = take;
    this.#found = found;
    // In a file with a row per member the household's cells may stand in one of its rows alone; they are judged when it is folded.
    const isRequired = ({ definition, column }: Heading): boolean =>
      definition.required === true && (!hasMembers(opened) || column === 'household_id');
    this.#schema = rowSchema(opened.headings, isRequired, changed);
    this.#silentSchema = rowSchema(opened.headings, isRequired, () => undefined);
    this.#keyAt = tables[opened.table].key.flatMap((name) => opened.headings.find(({ column }) => column === name)?.index ?? []);
    this.#ofCountyAt = opened.headings.flatMap(({ column, definition }) => (definition.ofCounty ? [column] : []));
    this.#columns = new Map(opened.headings.map(({ column, definition }) => [column, definition]));
    this.#brokenRules = rulesOf(tables[opened.table], new Set(this.#columns.keys()));
    this.#none = new Map(
      opened.headings
        .filter(({ definition }) => definition.blankMeansNone)
        .map(({ column, definition }) => [column, NONE[definition.kind]]),
    );
    this.#ticksSoFar = new Map(
      opened.headings.filter(({ definition }) => definition.kind === 'yes-no').map(({ column }) => [column, false]),
    );
    this.#blankSoFar = new Set(opened.headings.filter(({ definition }) => !definition.required).map(({ column }) => column));
  }

  tickColumns(): readonly string[] {
    return [...this.#ticksSoFar].flatMap(([column, ticked]) => (ticked ? [column] : []));
  }

  blankThroughout(): readonly string[] {
    return [...this.#blankSoFar];
  }

  read(record: Cells, position: Position): void {
    this.#begin(record, position);
    const { width } = this.#opened;
    if (record.length !== width) {
      const code = record.length < width ? 'row-too-short' : 'row-too-long';
      this.#report({ code, severity: 'error', arguments: { cells: String(record.length), headings: String(width) } });
      this.#hand(this.#readable(), true, false);
      return;
    }
    const row = this.#typed();
    for (const broken of this.#brokenRules(row)) this.#report(broken);
    if (!this.#isOfCounty()) this.#findEvaluation(row);
    for (const broken of this.#placeCodes.contradictionsOf(row)) this.#report(broken);
    this.#hand(row, false, false);
  }

  /** A row that sums up others: what it holds is in them already. */
  leaveOut(record: Cells, position: Position, words: string): void {
    this.#begin(record, position);
    this.#report({ code: 'total-row', severity: 'warning', arguments: { words } });
  }

  /** The row in which a quotation mark stays open: all that follows it in the file is part of it. */
  swallowed(position: Position): void {
    this.#begin([], position);
    this.#report({ code: 'unclosed-quote', severity: 'error' });
    this.#hand({}, true, true);
  }

  #begin(record: Cells, position: Position): void {
    this.#record = record;
    this.#position = position;
    this.#rejected = false;
    for (const { column, index } of this.#opened.headings) this.#cells[column] = record[index] ?? '';
  }

  #hand(row: Row, shifted: boolean, swallowsRest: boolean): void {
    const record = this.#record;
    const ofCounty = !shifted && this.#isOfCounty();
    this.#take({
      row,
      position: this.#position,
      ...(ofCounty && { ofCounty }),
      key: () => this.#keyOf(record),
      rejected: this.#rejected,
      shifted,
      swallowsRest,
    });
  }

  /** Whether the row is a county's evaluation: it has figures of one and no village. */
  #isOfCounty(): boolean {
    return this.#ofCountyAt.some((column) => !isBlank(this.#cells[column]!)) && isBlank(this.#cells.village ?? '');
  }

  /** The evaluation samples a county: its figures in a village's row belong to nothing. */
  #findEvaluation(row: Row): void {
    const column = this.#ofCountyAt.find((one) => row[one] !== undefined);
    if (column === undefined) return;
    this.#report({ code: 'evaluation-of-village', severity: 'warning', column, arguments: { column: this.#columns.get(column)!.label } });
  }

  #report(finding: Pick<Finding, 'code' | 'severity' | 'column' | 'arguments'>): void {
    if (finding.severity === 'error') this.#rejected = true;
    const { column } = finding;
    const value = column === undefined ? undefined : shownValue(this.#cells[column] ?? '', this.#columns.get(column));
    this.#found({ ...originOf(this.#opened), ...this.#position, key: this.#keyOf(this.#record), value, ...finding });
  }

  #wrong(code: FindingCode, column: string): void {
    const definition = this.#columns.get(column)!;
    const choices = definition.choices && { choices: choicesOf(definition) };
    const length = String(cellText(this.#cells[column]!).length);
    this.#report({ code, severity: FINDING_KINDS[code].severity, column, arguments: { column: definition.label, length, ...choices } });
  }

  #typed(): Row {
    const cells = this.#cells;
    if (this.#opened.hasNul) {
      for (const [column, cell] of Object.entries(cells)) if (cell.includes('\0')) this.#wrong('nul-byte', column);
    }
    const parsed = this.#schema.safeParse(cells);
    for (const issue of parsed.error?.issues ?? []) {
      const column = String(issue.path[0]);
      if (cells[column]!.includes('\0') || (column === 'village' && this.#isOfCounty())) continue;
      this.#wrong(issue.message as FindingCode, column);
    }
    const row = parsed.success ? (parsed.data as Record<string, Kinds[Kind] | undefined>) : this.#readable();
    for (const column of this.#ticksSoFar.keys()) this.#seeTick(column, cells[column]!);
    for (const column of this.#blankSoFar) if (cells[column] !== '' && !isBlank(cells[column]!)) this.#blankSoFar.delete(column);
    if (parsed.success) for (const [column, none] of this.#none) row[column] ??= none;
    // What cannot be read is not "none": it stays unknown.
    else for (const [column, none] of this.#none) if (isBlank(cells[column]!)) row[column] ??= none;
    return row;
  }

  #seeTick(column: string, cell: string): void {
    if (isBlank(cell)) return;
    if (TICK.test(cellText(cell))) this.#ticksSoFar.set(column, true);
    else this.#ticksSoFar.delete(column);
  }

  /** Of a row with bad cells, those that can be read. They have been counted as changed already. */
  #readable(): Record<string, Kinds[Kind] | undefined> {
    const row: Record<string, Kinds[Kind] | undefined> = {};
    for (const [column, cell] of Object.entries(this.#silentSchema.shape)) {
      const parsed = cell.safeParse(this.#cells[column]);
      if (parsed.success) row[column] = parsed.data;
    }
    return row;
  }

  #keyOf(record: Cells): string | undefined {
    const named = this.#keyAt.map((index) => cellText(record[index] ?? '')).filter((text) => text !== '');
    return named.length > 0 ? maskIdentityNumbers(named.join(' ')) : undefined;
  }
}

/** What a row that sums up others is called. */
const TOTAL_WORDS = new Set(['合计', '总计', '小计', '共计', '累计', 'total', 'grandtotal', 'subtotal', 'sum']);
/** Longer cells are no such word. */
const LONGEST_TOTAL = 12;

/** Most cells are told by how they begin. */
const BEGINNINGS: ReadonlySet<number> = new Set(Array.from('合总小共累tgsTGS \u3000\t', (character) => character.codePointAt(0)!));

/** Columns that name what a row is about. */
const NAMING: ReadonlySet<string> = new Set(['county', 'township', 'village', 'household_id', 'project_id', 'name']);

const isTotalWord = (cell: string): boolean =>
  cell.length > 1 &&
  cell.length <= LONGEST_TOTAL &&
  BEGINNINGS.has(cell.charCodeAt(0)) &&
  TOTAL_WORDS.has(comparable(cellText(cell)).replace(/[:：]$/u, ''));

/** The word by which a row says that it sums up others (合计), as its first words or where its name should be. */
function totalWord(cells: Cells, naming: readonly number[]): string | undefined {
  const first = cells.find((cell) => cell !== '' && !isBlank(cell));
  if (first !== undefined && isTotalWord(first)) return cellText(first);
  for (const index of naming) if (isTotalWord(cells[index] ?? '')) return cellText(cells[index]!);
  return undefined;
}

/** The cell as a finding may show it: personal values masked, identity numbers masked wherever they stand, long text cut. */
export function shownValue(cell: string, column: Column | undefined): string {
  const text = cellText(cell.replaceAll('\0', '␀'));
  if (column?.personal === 'name') return maskName(text);
  if (column?.personal === 'number') return maskNumber(text);
  const masked = maskIdentityNumbers(text);
  return masked.length > LONGEST_SHOWN ? `${masked.slice(0, LONGEST_SHOWN - 1)}…` : masked;
}

const choicesOf = (definition: Column) => ({
  zh: Object.entries(definition.choices!)
    .map(([value, words]) => words[0] ?? value)
    .join('、'),
  en: Object.keys(definition.choices!).join(', '),
});

/** The file as its whole reading showed that it must be read: without columns that were blank throughout, ticks and blanks as yes and no. */
export function readAgainAs(opened: OpenedTable, { blankThroughout, tickColumns }: TableReading): OpenedTable {
  const headings = opened.headings
    .filter(({ column }) => !blankThroughout.includes(column))
    .map((heading) => (tickColumns.includes(heading.column) ? { ...heading, unit: { ...heading.unit, ticked: true } } : heading));
  return { ...opened, headings };
}
