import type { Cell, CellStyle, ConditionalRule, MergeRange, WriteOptions, WriteSheet } from 'hucre/xlsx';
export type { CellStyle } from 'hucre/xlsx';

/** A drop-down list: the words offered in one column, from one row to another, counted from 0 and both included. */
export interface DropDown {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly choices: readonly string[];
}

/** A rectangle of cells, counted from 0, its ends included. */
export interface Cells {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}

/** Words that colour the cell which they stand in, whoever wrote them. */
export interface WordColours {
  readonly cells: Cells;
  readonly looks: readonly { readonly word: string; readonly style: CellStyle }[];
}

/** How a sheet comes out of a printer: on A4, so many pages wide. */
export interface Paper {
  readonly orientation: 'landscape' | 'portrait';
  readonly pagesWide: number;
  /** Rows that head every page, from and to. */
  readonly headRows?: readonly [number, number] | undefined;
  /** So many columns stand at the left of every page. */
  readonly headColumns?: number | undefined;
  /** What is printed, where that is not all. */
  readonly area?: Cells | undefined;
  readonly footLeft: string;
  readonly footRight: string;
  /** Rows before which a page begins. */
  readonly pageStarts: readonly number[];
}

/** One sheet of a workbook, before it becomes bytes. Rows and columns are counted from 0. */
export interface SheetOut {
  /** Names that a workbook does not take, and names that stand twice, are changed. */
  readonly name: string;
  /** Strings stay strings, whatever they look like; an empty one leaves the cell blank. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** How many rows at the top, and columns at the left, stay in sight. */
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** In characters, a Chinese one counting as two. */
  readonly widths?: readonly number[];
  /** In points, by row. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly dropDowns?: readonly DropDown[];
  /** Columns formatted as text, so that long numbers survive typing. */
  readonly textColumns?: readonly number[];
  /** The last row that is there to be typed in: the text format reaches so far. The last of `rows` when not given. */
  readonly lastRowToFill?: number;
  /** How the cells of a column look, those apart that look otherwise. */
  readonly columnStyles?: readonly (CellStyle | undefined)[];
  readonly cellStyles?: ReadonlyMap<CellPlace, CellStyle>;
  readonly merged?: readonly Cells[];
  readonly wordColours?: readonly WordColours[];
  /** Cells whose first row heads columns that can be filtered. */
  readonly filter?: Cells | undefined;
  readonly paper?: Paper | undefined;
}

/** A row and a column as a key. */
export type CellPlace = `${number},${number}`;

/** A date that is no clock's: the same sheets give the same bytes. */
const FIXED_DATE = new Date(Date.UTC(2020, 0, 1));
const TEXT: CellStyle = { numFmt: '@' };

/** Excel takes no longer list of words than this, commas included. */
const LONGEST_LIST = 255;

/** The most that a cell of a workbook holds. */
export const LONGEST_TEXT = 32_767;
/** The most rows that a sheet holds. */
export const MOST_ROWS = 1_048_576;

/** Text that Excel would read as an escaped character (`_x0041_` is shown as A), and what no XML may hold. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/gu;
const NO_CHARACTER = /[\uFFFE\uFFFF]/gu;

/** Text that may be one of Excel's error values (#N/A); the library writes such words as errors. */
const LOOKS_LIKE_AN_ERROR = /^#/u;

/** The bytes of an xlsx workbook. The same sheets give the same bytes: fixed dates inside the archive. */
export async function writeWorkbook(
  sheets: readonly SheetOut[],
  more: Pick<WriteOptions, 'defaultFont'> & { readonly title?: string } = {},
): Promise<Uint8Array> {
  const { writeXlsx, rangeRef, colToLetter } = await import('hucre/xlsx');
  const names = sheetNames(sheets.map(({ name }) => name));
  const range = (cells: Cells): string => rangeRef(cells.fromRow, cells.fromColumn, cells.toRow, cells.toColumn);
  return writeXlsx({
    sheets: sheets.map((sheet, at) => asWritten({ ...sheet, name: names[at]! }, range)),
    namedRanges: sheets.flatMap(({ paper }, at) => (paper ? printNames(paper, names[at]!, colToLetter) : [])),
    properties: { created: FIXED_DATE, modified: FIXED_DATE, ...(more.title !== undefined && { title: plain(more.title) }) },
    ...(more.defaultFont && { defaultFont: more.defaultFont }),
  });
}

const NOT_IN_A_NAME = /[[\]:*?/\\\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const LONGEST_NAME = 31;

/** Names that a workbook takes: without signs that it keeps for itself, not too long, no two alike. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>(['history']);
  return wanted.map((one) => {
    const clean = one.replaceAll(NOT_IN_A_NAME, ' ').replaceAll(/^[\s']+|[\s']+$/gu, '') || 'Sheet';
    for (let number = 1; ; number++) {
      const ending = number === 1 ? '' : ` (${number})`;
      const name = clipped(clean, LONGEST_NAME - ending.length).replace(/[\s']+$/u, '') + ending;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** So many units of text at most, no character cut in two. */
function clipped(text: string, length: number): string {
  const cut = text.slice(0, length);
  return text.length > length && /[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut;
}

/** Rows and columns that are printed on every page, and the part that is printed at all. The library leaves the name of the sheet unquoted. */
function printNames({ headRows, headColumns = 0, area }: Paper, name: string, letterOf: (column: number) => string) {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const titles = [
    ...(headColumns > 0 ? [`${sheet}!$A:$${letterOf(headColumns - 1)}`] : []),
    ...(headRows ? [`${sheet}!$${headRows[0] + 1}:$${headRows[1] + 1}`] : []),
  ];
  const printed = area && `${sheet}!$${letterOf(area.fromColumn)}$${area.fromRow + 1}:$${letterOf(area.toColumn)}$${area.toRow + 1}`;
  return [
    ...(printed === undefined ? [] : [{ name: '_xlnm.Print_Area', range: printed, scope: name }]),
    ...(titles.length === 0 ? [] : [{ name: '_xlnm.Print_Titles', range: titles.join(','), scope: name }]),
  ];
}

function asWritten(sheet: SheetOut, range: (cells: Cells) => string): WriteSheet {
  const { name, rows, frozenRows, frozenColumns, widths = [], heights, dropDowns = [], columnStyles = [], merged = [], filter } = sheet;
  const columns = Math.max(widths.length, columnStyles.length);
  return {
    name,
    columns: Array.from({ length: columns }, (_, at) => ({
      ...(widths[at] !== undefined && { width: widths[at] }),
      ...(columnStyles[at] && { style: columnStyles[at] }),
    })),
    rows: rows.map((row) => row.map((cell) => (cell === '' ? null : typeof cell === 'string' ? escaped(cell) : cell))),
    cells: specialCells(sheet),
    ...((frozenRows !== undefined || frozenColumns !== undefined) && {
      freezePane: { ...(frozenRows !== undefined && { rows: frozenRows }), ...(frozenColumns !== undefined && { columns: frozenColumns }) },
    }),
    ...(heights && { rowDefs: new Map([...heights].map(([row, height]) => [row, { height }])) }),
    merges: merged.map((cells): MergeRange => ({
      startRow: cells.fromRow,
      startCol: cells.fromColumn,
      endRow: cells.toRow,
      endCol: cells.toColumn,
    })),
    conditionalRules: rulesOf(sheet, range),
    ...(filter && { autoFilter: { range: range(filter) } }),
    ...pagesOf(sheet),
    dataValidations: dropDowns.map(({ column, fromRow, toRow, choices }) => ({
      type: 'list',
      range: range({ fromRow, fromColumn: column, toRow, toColumn: column }),
      formula1: listOf(choices),
      allowBlank: true,
      // A word that is not in the list is questioned, not refused: our reader knows more spellings than a list can show.
      showErrorMessage: true,
      errorStyle: 'warning',
    })),
  };
}

/** A word is compared as a whole, so that no word colours a cell which holds more. */
const rulesOf = ({ wordColours = [] }: SheetOut, range: (cells: Cells) => string): ConditionalRule[] =>
  wordColours
    .flatMap(({ cells, looks }) => looks.map(({ word, style }) => ({ cells, word, style })))
    .map(({ cells, word, style }, at) => ({
      type: 'cellIs',
      operator: 'equal',
      formula: `"${word.replaceAll('"', '""')}"`,
      priority: at + 1,
      range: range(cells),
      style,
    }));

const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
/** A longer footer would not be opened. */
const LONGEST_FOOT = 150;

function pagesOf({ paper }: SheetOut): Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'rowBreaks'> {
  if (!paper) return {};
  const { orientation, pagesWide, footLeft, footRight, pageStarts } = paper;
  return {
    pageSetup: { paperSize: 'a4', orientation, fitToPage: true, fitToWidth: pagesWide, fitToHeight: 0, margins: MARGINS },
    headerFooter: { oddFooter: `&L${plain(clipped(footLeft, LONGEST_FOOT)).replaceAll('&', '&&')}&R${footRight}` },
    // The library counts the row after which a page ends.
    rowBreaks: pageStarts.map((row) => row - 1),
  };
}

/** Cells that are more than their value: those that look otherwise, those in text columns, and words that must not become errors. */
function specialCells({ rows, cellStyles, textColumns = [], lastRowToFill = rows.length - 1 }: SheetOut): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  // hucre 1.0 writes a column's format on its cells only, so the blank ones below get it one by one.
  for (let row = 0; row <= Math.max(lastRowToFill, rows.length - 1); row++)
    for (const column of textColumns) cells.set(`${row},${column}`, { style: TEXT });
  for (const [at, style] of cellStyles ?? []) cells.set(at, { style });
  for (const [row, written] of rows.entries()) {
    for (const [column, cell] of written.entries()) {
      if (typeof cell !== 'string' || !LOOKS_LIKE_AN_ERROR.test(cell)) continue;
      const at = `${row},${column}`;
      cells.set(at, { ...cells.get(at), richText: [{ text: escaped(cell) }] });
    }
  }
  return cells;
}

const escaped = (text: string): string =>
  shortened(text)
    .replaceAll(LOOKS_ESCAPED, '_x005F_')
    .replaceAll(NO_CHARACTER, (sign) => `_x${sign.codePointAt(0)!.toString(16).toUpperCase()}_`);

/** What does not fit a cell ends in three dots: a longer cell would not be opened. */
const shortened = (text: string): string => (text.length > LONGEST_TEXT ? `${clipped(text, LONGEST_TEXT - 1)}…` : text);

/** Text for the places of a workbook that know no escapes. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ');

/** The words of a drop-down as Excel keeps them. A list that Excel would not open is our mistake, and stops here. */
function listOf(choices: readonly string[]): string {
  const list = choices.join(',');
  if (choices.some((choice) => choice.includes(',')) || list.length > LONGEST_LIST)
    throw new RangeError(`not a list that a spreadsheet can hold: ${list}`);
  return `"${list.replaceAll('"', '""')}"`;
}
