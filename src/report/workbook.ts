import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';

/** A drop-down list: the words offered in one column, from one row to another, counted from 0 and both included. */
export interface DropDown {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly choices: readonly string[];
}

/** One sheet of a workbook, before it becomes bytes. Rows and columns are counted from 0. */
export interface SheetOut {
  readonly name: string;
  /** The first row is the header. Strings stay strings, whatever they look like; an empty one leaves the cell blank. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** How many rows at the top stay in sight. */
  readonly frozenRows?: number;
  /** In characters, a Chinese one counting as two. */
  readonly widths?: readonly number[];
  readonly dropDowns?: readonly DropDown[];
  /** Columns formatted as text, so that long numbers survive typing. */
  readonly textColumns?: readonly number[];
  /** The last row that is there to be typed in: the text format reaches so far. The last of `rows` when not given. */
  readonly lastRowToFill?: number;
}

/** A date that is no clock's: the same sheets give the same bytes. */
const FIXED_DATE = new Date(Date.UTC(2020, 0, 1));
const TEXT: CellStyle = { numFmt: '@' };

/** Excel takes no longer list of words than this, commas included. */
const LONGEST_LIST = 255;

/** Text that Excel would read as an escaped character: `_x0041_` is shown as A. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/gu;

/** Text that may be one of Excel's error values (#N/A); the library writes such words as errors. */
const LOOKS_LIKE_AN_ERROR = /^#/u;

/** The bytes of an xlsx workbook. The same sheets give the same bytes: fixed dates inside the archive. */
export async function writeWorkbook(sheets: readonly SheetOut[]): Promise<Uint8Array> {
  const { writeXlsx, rangeRef } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: sheets.map((sheet) => asWritten(sheet, rangeRef)),
    properties: { created: FIXED_DATE, modified: FIXED_DATE },
  });
}

type RangeRef = (startRow: number, startColumn: number, endRow: number, endColumn: number) => string;

function asWritten(sheet: SheetOut, rangeRef: RangeRef): WriteSheet {
  const { name, rows, frozenRows, widths = [], dropDowns = [] } = sheet;
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map((cell) => (cell === '' ? null : typeof cell === 'string' ? escaped(cell) : cell))),
    cells: specialCells(sheet),
    ...(frozenRows !== undefined && { freezePane: { rows: frozenRows } }),
    dataValidations: dropDowns.map(({ column, fromRow, toRow, choices }) => ({
      type: 'list',
      range: rangeRef(fromRow, column, toRow, column),
      formula1: listOf(choices),
      allowBlank: true,
      // A word that is not in the list is questioned, not refused: our reader knows more spellings than a list can show.
      showErrorMessage: true,
      errorStyle: 'warning',
    })),
  };
}

/** Cells that are more than their value: those in text columns, and words that must not become errors. */
function specialCells({ rows, textColumns = [], lastRowToFill = rows.length - 1 }: SheetOut): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  // hucre 1.0 writes a column's format on its cells only, so the blank ones below get it one by one.
  for (let row = 0; row <= Math.max(lastRowToFill, rows.length - 1); row++)
    for (const column of textColumns) cells.set(`${row},${column}`, { style: TEXT });
  for (const [row, written] of rows.entries()) {
    for (const [column, cell] of written.entries()) {
      if (typeof cell !== 'string' || !LOOKS_LIKE_AN_ERROR.test(cell)) continue;
      const at = `${row},${column}`;
      cells.set(at, { ...cells.get(at), richText: [{ text: escaped(cell) }] });
    }
  }
  return cells;
}

const escaped = (text: string): string => text.replaceAll(LOOKS_ESCAPED, '_x005F_');

/** The words of a drop-down as Excel keeps them. A list that Excel would not open is our mistake, and stops here. */
function listOf(choices: readonly string[]): string {
  const list = choices.join(',');
  if (choices.some((choice) => choice.includes(',')) || list.length > LONGEST_LIST)
    throw new RangeError(`not a list that a spreadsheet can hold: ${list}`);
  return `"${list.replaceAll('"', '""')}"`;
}
