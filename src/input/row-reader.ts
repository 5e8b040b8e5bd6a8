import { BROKEN, cellText, isBlank } from './cell.ts';
import type { Column, Kind, Kinds } from '../language/column.ts';
import { amountIn } from '../language/row.ts';
import type { Row } from '../language/row.ts';
import { FINDING_KINDS } from './findings.ts';
import type { FindingCode, Severity } from './findings.ts';
import type { Finding, Found } from './finding.ts';
import type { NoData } from './no-data-rows.ts';
import { headingsWithout, unitsIn } from './header-units.ts';
import type { Heading } from './heading.ts';
import { hasMembers } from './open-table.ts';
import type { OpenedTable } from './open-table.ts';
import { PlaceCodes } from './place-codes.ts';
import { originOf } from './record-file.ts';
import type { Cells } from './records.ts';
import { rowSchema } from './row-schema.ts';
import type { RowSchema } from './row-schema.ts';
import { rulesOf } from './rules.ts';
import type { BrokenRule } from './rules.ts';
import { tables } from '../tables/index.ts';
import { TickColumns } from './ticks.ts';
import type { ChangeCode } from './value-kind.ts';
import { shownValue } from './shown-value.ts';
import { NOTHING } from './value-words.ts';
import type { Position, ReadRow } from './read-row.ts';
import { keyOf, ITS_WORDS, shownNumber, boundOf, smallestUnits, choicesOf } from './cell-finding.ts';

/** Kinds of which one number cannot stand for several rows. */
const MEASURED: ReadonlySet<Kind> = new Set<Kind>(['count', 'money', 'quantity', 'rate']);

/** Reads the rows of one file, each by itself: widths, cells, then the rules between the cells. */
export class RowReader {
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
  readonly #keyAt: readonly Heading[];
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #required: ReadonlySet<string>;
  readonly #none: ReadonlyMap<string, Kinds[Kind] | undefined>;
  readonly #blankSoFar: Set<string>;
  /** The largest that numbers can be, in their smallest units. */
  readonly #atMost: readonly (readonly [column: string, most: bigint])[];
  readonly #ticks: TickColumns;
  // The row in hand. Its cells are one object for all rows, because half a million objects are felt.
  readonly #cells: Record<string, string> = {};
  /** Rows with surplus blank cells so far. */
  surplusRows = 0;
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
    this.#required = new Set(opened.headings.filter(isRequired).map(({ column }) => column));
    this.#schema = rowSchema(opened.headings, isRequired, changed);
    this.#silentSchema = rowSchema(opened.headings, isRequired, () => undefined);
    this.#keyAt = tables[opened.table].key.flatMap((name) => opened.headings.find(({ column }) => column === name) ?? []);
    this.#ofCountyAt = opened.headings.flatMap(({ column, definition }) => (definition.ofCounty ? [column] : []));
    this.#columns = new Map(opened.headings.map(({ column, definition }) => [column, definition]));
    this.#brokenRules = rulesOf(tables[opened.table], new Set(this.#columns.keys()));
    this.#none = new Map(
      opened.headings
        .filter(({ definition }) => definition.blankMeansNone)
        .map(({ column, definition }) => [column, NOTHING[definition.kind]]),
    );
    this.#atMost = opened.headings.flatMap(({ column, definition: { atMost, kind } }) =>
      atMost ? [[column, atMost.most * smallestUnits(kind)] as const] : [],
    );
    this.#ticks = new TickColumns(opened.headings);
    this.#blankSoFar = new Set(opened.headings.filter(({ definition }) => !definition.required).map(({ column }) => column));
  }

  tickColumns(): readonly string[] {
    return this.#ticks.columns;
  }

  blankThroughout(): readonly string[] {
    return [...this.#blankSoFar];
  }

  read(record: Cells, position: Position): void {
    this.#begin(record, position);
    const { width } = this.#opened;
    if (record.length > width && record.slice(width).every(isBlank)) this.surplusRows++;
    else if (record.length !== width) {
      const code = record.length < width ? 'row-too-short' : 'row-too-long';
      this.#report({ code, severity: 'error', arguments: { cells: String(record.length), headings: String(width) } });
      this.#hand(this.#readable(), true, false);
      return;
    }
    const written = this.#typed();
    const row = this.#plausible(written);
    for (const broken of this.#brokenRules(row)) this.#report(broken);
    if (!this.#isOfCounty()) this.#findEvaluation(row);
    for (const broken of this.#placeCodes.contradictionsOf(row)) this.#report(broken);
    this.#hand(row, false, false, row === written ? undefined : written);
  }

  /** A row that is no data: said, and not read. */
  leaveOut(record: Cells, position: Position, { code, isNamed, isSaid, arguments: more }: NoData): void {
    if (isSaid) return;
    this.#begin(isNamed ? record : [], position);
    this.#report({ code, severity: FINDING_KINDS[code].severity, ...(more && { arguments: more }) });
    if (code === 'note-row') this.#reportUnits(record);
  }

  /** A unit that stands in a note below the table comes too late for the rows above it. */
  #reportUnits(record: Cells): void {
    for (const stated of unitsIn([record])) {
      const headings = headingsWithout(this.#opened.headings, stated);
      const names = headings.map(({ written }) => written);
      if (names.length === 0) continue;
      const list = { zh: names.join('、'), en: names.join(', ') };
      this.#report({ code: 'unit-in-note', severity: 'error', arguments: { unit: stated.written, headings: list } });
    }
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

  #hand(row: Row, shifted: boolean, swallowsRest: boolean, asWritten?: Row): void {
    // Rows may be held: of their cells only those that name them.
    const [keyAt, named] = [this.#keyAt, this.#keyCells()];
    const ofCounty = !shifted && this.#isOfCounty();
    this.#take({
      row,
      ...(asWritten && { asWritten }),
      position: this.#position,
      ...(ofCounty && { ofCounty }),
      key: () => keyOf(keyAt, named),
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

  #report(finding: Pick<Finding, 'code' | 'severity' | 'column' | 'arguments' | 'value'>): void {
    if (finding.severity === 'error') this.#rejected = true;
    const { column } = finding;
    const value = column === undefined ? undefined : shownValue(this.#cells[column] ?? '', this.#columns.get(column));
    this.#found({ ...originOf(this.#opened), ...this.#position, key: this.#ownKey(), value, ...finding });
  }

  #wrong(code: FindingCode, column: string): void {
    const definition = this.#columns.get(column)!;
    const choices = definition.choices ? { choices: choicesOf(definition) } : definition.worded && { choices: ITS_WORDS };
    const length = String(cellText(this.#cells[column]!).length);
    this.#report({
      code,
      severity: this.#severityOf(code, column),
      column,
      arguments: { column: definition.label, length, ...choices, ...boundOf(code, definition) },
      // An error value is nobody's: it is shown as it is.
      ...(code === 'error-value' && { value: shownValue(this.#cells[column]!, undefined) }),
      ...(code === 'beyond-plausible' && { value: shownNumber(this.#cells[column]!) }),
    });
  }

  /**
   * An unknown cell leaves its row in, unless the row needs the cell, or a blank there would mean something (a project of the whole county).
   * Identity numbers are never used, and no figure rests on a column of free words: whatever is wrong with them rejects no row.
   */
  #severityOf(code: FindingCode, column: string): Severity {
    const { kind, blankMeans, worded } = this.#columns.get(column)!;
    if (kind === 'identity' || worded) return 'warning';
    return this.#required.has(column) || blankMeans ? 'error' : FINDING_KINDS[code].severity;
  }

  #typed(): Row {
    const cells = this.#cells;
    if (this.#opened.hasNul) {
      for (const [column, cell] of Object.entries(cells)) if (BROKEN.test(cell)) this.#wrong('nul-byte', column);
    }
    const parsed = this.#schema.safeParse(cells);
    for (const issue of parsed.error?.issues ?? []) {
      const column = String(issue.path[0]);
      if ((this.#opened.hasNul && BROKEN.test(cells[column]!)) || (column === 'village' && this.#isOfCounty())) continue;
      this.#wrong(issue.message as FindingCode, column);
    }
    const row = parsed.success ? (parsed.data as Record<string, Kinds[Kind] | undefined>) : this.#readable();
    this.#refuseMerged(row);
    this.#ticks.see(cells);
    for (const column of this.#blankSoFar) if (cells[column] !== '' && !isBlank(cells[column]!)) this.#blankSoFar.delete(column);
    // What cannot be read, or is said not to be known, is not "none".
    for (const [column, none] of this.#none)
      if (row[column] === undefined && isBlank(cells[column]!) && !this.#isOpenBeside(column, row)) row[column] = none;
    return row;
  }

  /** The row without the numbers that are something else: each is said. */
  #plausible(row: Row): Row {
    let plausible = row;
    for (const [column, most] of this.#atMost) {
      const value = amountIn(row, column);
      if (value === undefined || value.amount <= most) continue;
      this.#wrong('beyond-plausible', column);
      plausible = { ...plausible, [column]: undefined };
    }
    return plausible;
  }

  /** Whether the other column that answers the same question has an answer that is not known: unreadable, or a mark that says so. */
  #isOpenBeside(column: string, row: Row): boolean {
    const { besides } = this.#columns.get(column)!;
    return besides !== undefined && row[besides] === undefined && !isBlank(this.#cells[besides] ?? '');
  }

  /** One number over several rows is none of theirs. A household's, over the rows of its members, is the household's. */
  #refuseMerged(row: Record<string, Kinds[Kind] | undefined>): void {
    if (this.#opened.mergedDown.size === 0 || hasMembers(this.#opened)) return;
    for (const { column, definition, index } of this.#opened.headings) {
      if (!MEASURED.has(definition.kind) || !this.#opened.mergedDown.has(`${this.#position.row}:${index + 1}`)) continue;
      this.#wrong('merged-number', column);
      row[column] = undefined;
    }
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

  #ownKey(): string | undefined {
    return keyOf(this.#keyAt, this.#keyCells());
  }

  #keyCells(): Cells {
    return this.#keyAt.map(({ index }) => this.#record[index] ?? '');
  }
}
