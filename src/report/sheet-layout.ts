import type { Lang } from '../vocabulary/text.ts';
import { fill, widest } from './draw.ts';
import { LINE_HEIGHT, Styles, TITLE_HEIGHT, isWords, lengthOf, verdictLooks } from './sheet-styles.ts';
import type {
  CellKind,
  ReportSheet,
  ReportWorkbook,
  SheetBlock,
  SheetColumn,
  SheetRow,
  SheetTable,
  SheetValue,
  SheetWords,
} from './sheets.ts';
import { MOST_ROWS } from './workbook.ts';
import type { CellPlace, CellStyle, Cells, SheetOut, WordColours } from './workbook.ts';

/** Wider than this, a sheet on one page could not be read. */
const WIDEST_PAGE = 185;
/** Excel shows no row higher, in points. */
const HIGHEST = 405;
/** A cell has a little room at its sides. */
const SIDES = 1;
/** Numbers in bold are wider, and one that has no room is no number any more, but a row of signs. */
const ROOM_OF_NUMBERS = 2.5;

/** The sheets of a workbook, cell by cell. Rows that no sheet could hold go on in a further one. */
export async function layOut({ lang, verdicts, sheets }: ReportWorkbook): Promise<readonly SheetOut[]> {
  const made: SheetOut[] = [];
  const looks = verdicts ? verdictLooks(verdicts) : [];
  for (const sheet of sheets) {
    let blocks = await Promise.all(sheet.blocks.map((block) => filled(block, lang)));
    while (blocks.length > 0) {
      const laid = new SheetLayout(sheet, blocks, lang, looks);
      const rest = blocks.flatMap((block) => laid.add(block));
      made.push(laid.done());
      blocks = rest;
    }
  }
  return made;
}

/** A table with its rows at hand, and columns that are wide enough for their numbers. */
type FilledTable = Omit<SheetTable, 'rows'> & Pick<SheetBlock, 'beginsPage'> & { readonly rows: readonly SheetRow[] };
type FilledBlock = FilledTable | (SheetWords & Pick<SheetBlock, 'beginsPage'>);

async function filled(block: SheetBlock, lang: Lang): Promise<FilledBlock> {
  if (block.kind === 'words') return block;
  const rows: SheetRow[] = [];
  for await (const row of block.rows) rows.push(row);
  const widths = block.columns.map(({ width }) => width);
  for (const row of [...rows, ...(block.totals ?? [])])
    for (const [at, { kind: usual }] of block.columns.entries()) {
      const { value, kind = usual } = ownValue(row[at]);
      if (typeof value === 'number') widths[at] = Math.max(widths[at]!, lengthOf(value, kind, lang) + ROOM_OF_NUMBERS);
    }
  return {
    ...block,
    rows,
    columns: block.columns.map((column, at) => ({ ...column, width: column.span === undefined ? widths[at]! : column.width })),
  };
}

/** One sheet while it is laid out, from above. */
class SheetLayout {
  readonly #sheet: ReportSheet;
  readonly #lang: Lang;
  readonly #looks: WordColours['looks'];
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

  constructor(sheet: ReportSheet, blocks: readonly FilledBlock[], lang: Lang, looks: WordColours['looks']) {
    this.#sheet = sheet;
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
    const pagesWide = paper === 'landscape' ? Math.ceil(width / WIDEST_PAGE) : 1;
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
    const room = MOST_ROWS - totals.length - first;
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
    if (hasUpper) this.#rows.push(this.#spread(columns, starts, ({ above, head }) => above ?? head));
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
      for (const [from, to, text] of aboveOf(columns)) {
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

  #spread(columns: readonly SheetColumn[], starts: readonly number[], textOf: (column: SheetColumn) => string): string[] {
    const cells: string[] = [];
    for (const [at, column] of columns.entries()) {
      while (cells.length < starts[at]!) cells.push('');
      cells.push(textOf(column));
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
    const room = Math.max(2, Math.floor(width - SIDES - (kind === 'note' || kind === 'text' ? 2 : 0)));
    // A character is two columns wide at most.
    if (text.length * 2 <= room && !text.includes('\n')) return 1;
    if (kind === 'hash') return Math.ceil(text.length / room);
    if (kind === 'code' || kind === 'verdict') return 1;
    if (text.length > LONGEST_MEASURED) return Math.ceil((text.length * 2) / room);
    if (widest([text]) <= room) return text.split('\n').length;
    return fill(text, room, this.#lang).split('\n').length;
  }
}

/** A longer text is taller than any row may be, however it is broken. */
const LONGEST_MEASURED = 5000;

const ownValue = (value: SheetValue) => (typeof value === 'object' ? value : { value, kind: undefined, bound: undefined });

/** The column of the sheet at which each column of a table begins. */
function startsOf(columns: readonly SheetColumn[]): readonly number[] {
  let next = 0;
  return columns.map(({ span = 1 }) => {
    const start = next;
    next += span;
    return start;
  });
}

/** The widths of a sheet's columns: each table says them of those that it does not stretch over several. */
function gridOf(tables: readonly Pick<SheetTable, 'columns'>[]): readonly number[] {
  const widths: number[] = [];
  for (const { columns } of tables) {
    for (const [at, start] of startsOf(columns).entries()) {
      const { span = 1, width } = columns[at]!;
      for (let cell = start; cell < start + span; cell++) {
        if (widths[cell] === undefined || span === 1) widths[cell] = span === 1 ? Math.max(widths[cell] ?? 0, width) : width / span;
      }
    }
  }
  return widths.length === 0 ? [WIDTH_OF_WORDS] : widths;
}

/** A sheet of words alone. */
const WIDTH_OF_WORDS = 90;

/** Neighbours under one upper heading. */
function aboveOf(columns: readonly SheetColumn[]): readonly (readonly [from: number, to: number, text: string])[] {
  const groups: [number, number, string][] = [];
  for (const [at, { above }] of columns.entries()) {
    const last = groups.at(-1);
    if (above !== undefined && last && last[1] === at - 1 && last[2] === above) last[1] = at;
    else if (above !== undefined) groups.push([at, at, above]);
  }
  return groups;
}
