import type { Lang } from '../../vocabulary/text.ts';
import { lineCount, widest } from '../../page/lines.ts';
import { aboveOf, filled, gridOf, keptOf, ownValue, startsOf } from './filled-table.ts';
import type { FilledBlock, FilledTable } from './filled-table.ts';
import { LINE_HEIGHT, Styles, TITLE_HEIGHT, isWords, verdictLooks } from './sheet-styles.ts';
import type { CellKind, ReportSheet, ReportWorkbook, SheetColumn, SheetRow } from '../../page/sheets.ts';
import { MOST_ROWS } from './workbook.ts';
import type { CellPlace, CellStyle, Cells, SheetOut, WordColours } from './workbook.ts';

/** Wider than this, a sheet on one page could not be read. The letters of English sheets are larger. */
const WIDEST_PAGE: Readonly<Record<Lang, number>> = { zh: 185, en: 200 };
/** Excel shows no row higher, in points. */
const HIGHEST = 405;
/** A cell has a little room at its sides. */
const SIDES = 0.7;
/** Words are set in by so much. */
const INDENT = 1.3;
/** So much more of small letters has room. */
const SMALLER = 1.1;

/** The sheets of a workbook, cell by cell. Rows that no sheet could hold go on in a further one. */
export async function layOut({ lang, verdicts, sheets }: ReportWorkbook, mostRows = MOST_ROWS): Promise<readonly SheetOut[]> {
  const made: SheetOut[] = [];
  const looks = verdicts ? verdictLooks(verdicts) : [];
  for (const sheet of sheets) {
    let blocks = await Promise.all(sheet.blocks.map((block) => filled(block, lang)));
    const kept = keptOf(blocks);
    const whole = { ...sheet, names: kept(sheet.names), printed: kept(sheet.printed) };
    while (blocks.length > 0) {
      const laid = new SheetLayout(whole, blocks, lang, looks, mostRows);
      const rest = blocks.flatMap((block) => laid.add(block));
      made.push(laid.done());
      blocks = rest;
    }
  }
  return made;
}

/** One sheet while it is laid out, from above. */
class SheetLayout {
  readonly #sheet: ReportSheet;
  readonly #lang: Lang;
  readonly #looks: WordColours['looks'];
  readonly #mostRows: number;
  readonly #styles: Styles;
  readonly #widths: readonly number[];
  readonly #rows: (readonly (string | number)[])[] = [];
  readonly #heights = new Map<number, number>();
  readonly #cellStyles = new Map<CellPlace, CellStyle>();
  readonly #merged: Cells[] = [];
  readonly #colours: WordColours[] = [];
  readonly #pageStarts: number[] = [];
  /** The table that the sheet is made of, where it is made of one. */
  readonly #only: FilledTable | undefined;
  #headRows: [number, number] | undefined;
  #filter: Cells | undefined;

  constructor(sheet: ReportSheet, blocks: readonly FilledBlock[], lang: Lang, looks: WordColours['looks'], mostRows: number) {
    this.#sheet = sheet;
    this.#mostRows = mostRows;
    this.#lang = lang;
    this.#looks = looks;
    this.#styles = new Styles(lang);
    const tables = blocks.filter((block) => block.kind === 'table');
    this.#only = tables.length === 1 && tables[0]!.columns.every(({ span = 1 }) => span === 1) ? tables[0] : undefined;
    this.#widths = gridOf(tables);
    this.#line(sheet.title, this.#styles.title(), TITLE_HEIGHT);
    for (const [at, text] of sheet.about.entries()) this.#across(text, this.#styles.about(at));
  }

  /** Adds a block; of a table that has no room, what comes back is the rest. */
  add(block: FilledBlock): readonly FilledTable[] {
    this.#rows.push([]);
    if (block.beginsPage === true) this.#pageStarts.push(this.#rows.length);
    if (block.title !== undefined) this.#line(block.title, this.#styles.part(), LINE_HEIGHT + 5);
    if (block.kind === 'table') return this.#table(block);
    for (const line of block.lines) this.#across(line, this.#styles.words());
    return [];
  }

  done(): SheetOut {
    const { name, names = 0, title, paper, printed = this.#widths.length } = this.#sheet;
    const width = this.#widths.slice(0, printed).reduce((sum, one) => sum + one, 0);
    const pagesWide = paper === 'landscape' ? Math.ceil(width / WIDEST_PAGE[this.#lang]) : 1;
    const headRows = this.#only && this.#headRows;
    return {
      name,
      rows: this.#rows,
      widths: this.#widths,
      heights: this.#heights,
      ...(this.#only && { columnStyles: this.#only.columns.map(({ kind }) => this.#styles.of(kind)) }),
      cellStyles: this.#cellStyles,
      merged: this.#merged,
      wordColours: this.#colours,
      ...(headRows && { frozenRows: headRows[1] + 1, ...(names > 0 && { frozenColumns: names }) }),
      filter: this.#only && this.#filter,
      paper: {
        orientation: paper,
        pagesWide,
        headRows,
        ...(pagesWide > 1 && { headColumns: names }),
        ...(printed < this.#widths.length && {
          area: { fromRow: 0, fromColumn: 0, toRow: this.#rows.length - 1, toColumn: printed - 1 },
        }),
        footLeft: title,
        footRight: { zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' }[this.#lang],
        pageStarts: this.#pageStarts,
      },
    };
  }

  #table(table: FilledTable): readonly FilledTable[] {
    const { columns, rows, totals = [] } = table;
    const starts = startsOf(columns);
    this.#headings(columns, starts);
    const first = this.#rows.length;
    const room = this.#mostRows - totals.length - first;
    for (const row of rows.slice(0, room)) this.#row(row, columns, starts, false);
    if (columns.every(({ span = 1 }) => span === 1))
      this.#filter = { fromRow: first - 1, fromColumn: 0, toRow: Math.max(first, this.#rows.length - 1), toColumn: columns.length - 1 };
    if (rows.length <= room) for (const row of totals) this.#row(row, columns, starts, true);
    const last = this.#rows.length - 1;
    for (const [at, { kind, span = 1 }] of columns.entries())
      if (kind === 'verdict' && last >= first)
        this.#colours.push({
          cells: { fromRow: first, fromColumn: starts[at]!, toRow: last, toColumn: starts[at]! + span - 1 },
          looks: this.#looks,
        });
    return rows.length > room ? [{ ...table, rows: rows.slice(room) }] : [];
  }

  #headings(columns: readonly SheetColumn[], starts: readonly number[]): void {
    const hasUpper = columns.some(({ above }) => above !== undefined);
    const top = this.#rows.length;
    const groups = aboveOf(columns);
    const begins = new Set(groups.map(([from]) => from));
    if (hasUpper)
      this.#rows.push(this.#spread(columns, starts, ({ above, head }, at) => (above === undefined ? head : begins.has(at) ? above : '')));
    this.#rows.push(this.#spread(columns, starts, ({ above, head }) => (hasUpper && above === undefined ? '' : head)));
    const bottom = this.#rows.length - 1;
    this.#headRows = [top, bottom];
    for (const [at, column] of columns.entries()) {
      const { span = 1, above } = column;
      const line = !hasUpper || above === undefined ? 'only' : 'lower';
      for (let cell = starts[at]!; cell < starts[at]! + span; cell++) {
        this.#cellStyles.set(`${bottom},${cell}`, this.#styles.head(line));
        if (hasUpper) this.#cellStyles.set(`${top},${cell}`, this.#styles.head(above === undefined ? 'only' : 'upper'));
      }
      this.#merge(above === undefined ? top : bottom, bottom, starts[at]!, starts[at]! + span - 1);
    }
    const lines = columns.map(({ head, width, above }) => ({
      lines: this.#lines(head, width - 1),
      isTall: hasUpper && above === undefined,
    }));
    const low = Math.max(...lines.map(({ lines: count, isTall }) => (isTall ? 1 : count)));
    let high = 1;
    if (hasUpper) {
      for (const [from, to, text] of groups) {
        this.#merge(top, top, starts[from]!, starts[to]! + (columns[to]!.span ?? 1) - 1);
        const width = columns.slice(from, to + 1).reduce((sum, column) => sum + column.width, 0);
        high = Math.max(high, this.#lines(text, width - 1));
      }
      const tallest = Math.max(1, ...lines.filter(({ isTall }) => isTall).map(({ lines: count }) => count));
      high = Math.max(high, tallest - low);
      this.#heights.set(top, Math.min(HIGHEST, high * LINE_HEIGHT + 4));
    }
    this.#heights.set(bottom, Math.min(HIGHEST, low * LINE_HEIGHT + 4));
  }

  #row(row: SheetRow, columns: readonly SheetColumn[], starts: readonly number[], isTotal: boolean): void {
    const at = this.#rows.length;
    const cells: (string | number)[] = [];
    let lines = 1;
    for (const [index, column] of columns.entries()) {
      const { kind: usual, span = 1, width } = column;
      const { value, kind = usual, bound } = ownValue(row[index]);
      const start = starts[index]!;
      while (cells.length < start) cells.push('');
      cells.push(value ?? '');
      for (let more = 1; more < span; more++) cells.push('');
      if (typeof value === 'string' && isWords(kind)) lines = Math.max(lines, this.#lines(value, width, kind));
      if (!this.#only || isTotal || kind !== usual || bound !== undefined) {
        const style = this.#styles.of(typeof value === 'string' && !isWords(kind) ? 'text' : kind, { bound, isTotal });
        for (let cell = start; cell < start + span; cell++) this.#cellStyles.set(`${at},${cell}`, style);
      }
      this.#merge(at, at, start, start + span - 1);
    }
    this.#rows.push(cells);
    this.#heights.set(at, Math.min(HIGHEST, lines * LINE_HEIGHT));
  }

  #spread(columns: readonly SheetColumn[], starts: readonly number[], textOf: (column: SheetColumn, at: number) => string): string[] {
    const cells: string[] = [];
    for (const [at, column] of columns.entries()) {
      while (cells.length < starts[at]!) cells.push('');
      cells.push(textOf(column, at));
    }
    return cells;
  }

  #merge(fromRow: number, toRow: number, fromColumn: number, toColumn: number): void {
    if (fromRow !== toRow || fromColumn !== toColumn) this.#merged.push({ fromRow, toRow, fromColumn, toColumn });
  }

  /** One line, as long as it is. */
  #line(text: string, style: CellStyle, height: number): void {
    this.#cellStyles.set(`${this.#rows.length},0`, style);
    this.#heights.set(this.#rows.length, height);
    this.#rows.push([text]);
  }

  /** Words from one side of what is printed to the other. */
  #across(text: string, style: CellStyle): void {
    const at = this.#rows.length;
    const last = (this.#sheet.printed ?? this.#widths.length) - 1;
    const width = this.#widths.slice(0, last + 1).reduce((sum, one) => sum + one, 0);
    this.#line(text, style, Math.min(HIGHEST, this.#lines(text, width) * LINE_HEIGHT));
    this.#merge(at, at, 0, last);
  }

  /** How many lines a text takes in a column. */
  #lines(text: string, width: number, kind?: CellKind): number {
    const inside = width - SIDES - (kind === 'note' || kind === 'text' ? INDENT : 0);
    const room = Math.max(2, Math.floor(kind === 'note' ? inside * SMALLER : inside));
    // A character is two columns wide at most.
    if (text.length * 2 <= room && !text.includes('\n')) return 1;
    if (kind === 'hash') return Math.ceil(text.length / room);
    if (kind === 'code' || kind === 'verdict') return 1;
    if (text.length > LONGEST_MEASURED) return Math.ceil((text.length * 2) / room);
    if (widest([text]) <= room) return text.split('\n').length;
    return lineCount(text, room);
  }
}

/** A longer text is taller than any row may be, however it is broken. */
const LONGEST_MEASURED = 5000;
