import { UserError } from '../../errors.ts';
import { cellTooLong } from '../limits.ts';
import type { Limits } from '../limits.ts';
import { damaged } from './archive.ts';
import type { Archive } from './archive.ts';
import { isoCellText, numberCellText } from './number-cell.ts';
import type { DateSystem } from './number-cell.ts';
import type { NumberFormat } from './number-format.ts';
import { TextRuns, asText, shownText } from './strings.ts';
import { isTrue, readXml } from './xml.ts';
import type { Attributes } from './xml.ts';

/** The largest sheet there is: XFD1048576. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** What all sheets of a workbook may have together, with the blank cells that make their rows equally long. */
export const MOST_CELLS = 5_000_000;

const BLANK: readonly string[] = [];

/** What the sheets of a workbook share. */
export interface Shared {
  readonly strings: readonly string[];
  /** By the number in a cell's `s`. */
  readonly formats: readonly NumberFormat[];
  readonly dates: DateSystem;
  /** The program that wrote the workbook calculated nothing: whoever opens it shall do so. */
  readonly isUncalculated: boolean;
  /** How long a cell may be. */
  readonly limits: Limits;
}

/** How many more cells the workbook may have. */
export interface Budget {
  cells: number;
}

export const newBudget = (): Budget => ({ cells: MOST_CELLS });

/** The rows of a sheet, from row 1 on, and those it hides. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly hiddenRows: readonly number[];
  /** Cells, as `row:column` from 1, that show one number merged over several rows. */
  readonly mergedDown: ReadonlySet<string>;
}

/** A rectangle of cells; rows and columns from 1, both ends included. */
interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a `<c>` has said of its cell so far. */
interface Cell {
  readonly column: number;
  readonly type: string;
  readonly format: NumberFormat;
  value: string | undefined;
  formula: string | undefined;
}

/**
 * Reads a worksheet. Only cells with text count: the sheet ends with the last of them, whatever its `dimension` says
 * and however many formatted cells follow.
 */
export async function readWorksheet(archive: Archive, part: string, name: string, shared: Shared, budget: Budget): Promise<Grid> {
  const fail = (what: string): never => {
    throw damaged(archive.file, `${part}: ${what}`);
  };
  const tooLarge = (): UserError => sheetTooLarge(archive.file, name);
  const rows = new Map<number, string[]>();
  const hidden = new Set<number>();
  const merged: Range[] = [];
  const inline = new TextRuns();
  let row = 0;
  let column = 0;
  let filled = 0;
  let cell: Cell | undefined;
  let inside: 'value' | 'formula' | 'inline' | undefined;

  const openRow = ({ r, hidden: isHidden }: Attributes): void => {
    row = r === undefined ? row + 1 : Number(r);
    if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) fail(`row ${r ?? row}`);
    column = 0;
    if (isTrue(isHidden)) hidden.add(row);
  };
  const openMerged = ({ ref = '' }: Attributes): void => {
    if (merged.push(rangeAt(ref) ?? fail(`merged cells ${ref}`)) > budget.cells) throw tooLarge();
  };
  const openCell = ({ r, s, t = 'n' }: Attributes): void => {
    const at = r === undefined ? { row, column: column + 1 } : (cellAt(r) ?? fail(`cell ${r}`));
    if (at.row !== row || at.column > LAST_COLUMN) fail(`cell ${r ?? ''} in row ${row}`);
    column = at.column;
    const format = shared.formats[Number(s ?? 0)] ?? { kind: 'number' };
    cell = { column, type: t, format, value: undefined, formula: undefined };
  };
  const closeCell = ({ type, format, value, formula }: Cell): void => {
    if (Math.max(value?.length ?? 0, formula?.length ?? 0) > shared.limits.cell) throw cellTooLong(archive.file, shared.limits);
    const text = formula !== undefined && isWithoutValue(type, value) ? uncalculated(formula) : cellText(type, value ?? '', format);
    if (text === '') return;
    if (++filled > budget.cells) throw tooLarge();
    const cells = rows.get(row);
    if (cells) cells[column - 1] = text;
    else {
      const first: string[] = [];
      first[column - 1] = text;
      rows.set(row, first);
    }
  };
  /** The empty text that a formula gave is a value (`t="str"`); it is none, and no more is 0, where a program leaves calculating to others. */
  const isWithoutValue = (type: string, value: string | undefined): boolean => {
    if (value === undefined) return true;
    if (value.trim() === '') return type !== 'str' || shared.isUncalculated;
    return shared.isUncalculated && type === 'n' && Number(value) === 0;
  };
  const cellText = (type: string, value: string, format: NumberFormat): string => {
    if (value === '') return '';
    switch (type) {
      case 'n':
        return numberCellText(value, format, shared.dates);
      case 's':
        return shared.strings[Number(value)] ?? fail(`text ${value}`);
      case 'b':
        return isTrue(value.trim()) ? 'TRUE' : 'FALSE';
      case 'd':
        return isoCellText(value, format);
      case 'inlineStr':
        return asText(value);
      case 'e':
        return value;
      default:
        return asText(shownText(value));
    }
  };

  await readXml(archive, part, {
    open: (element, attributes) => {
      if (inside === 'inline') inline.open(element);
      else if (element === 'row') openRow(attributes);
      else if (element === 'c') openCell(attributes);
      else if (element === 'mergeCell') openMerged(attributes);
      else if (cell && element === 'v') {
        inside = 'value';
        cell.value = '';
      } else if (cell && element === 'f') {
        inside = 'formula';
        cell.formula = '';
      } else if (cell && element === 'is') inside = 'inline';
    },
    close: (element) => {
      if (inside === 'inline' && element !== 'is') inline.close(element);
      else if (element === 'is') {
        if (cell) cell.value = inline.take();
        inside = undefined;
      } else if (element === 'v' || element === 'f') inside = undefined;
      else if (element === 'c' && cell) {
        closeCell(cell);
        cell = undefined;
      }
    },
    text: (text) => {
      if (inside === 'inline') inline.text(text);
      else if (inside === 'value') cell!.value += text;
      else if (inside === 'formula') cell!.formula += text;
    },
  });

  const used = usedRange(rows);
  const mergedDown = fillMerged(rows, merged, used, budget.cells, tooLarge);
  budget.cells -= rows.size * used.right + (used.bottom - rows.size);
  if (budget.cells < 0) throw tooLarge();
  return {
    rows: Array.from({ length: used.bottom }, (_, index) => {
      const cells = rows.get(index + 1);
      return cells ? Array.from({ length: used.right }, (_, at) => cells[at] ?? '') : BLANK;
    }),
    hiddenRows: [...hidden].filter((number) => number <= used.bottom).sort((one, other) => one - other),
    mergedDown,
  };
}

/** A formula that no program has calculated yet: shown as itself, because an empty cell would pass for one without an answer. */
const uncalculated = (formula: string): string => `=${shownText(formula)}`;

function usedRange(rows: ReadonlyMap<number, readonly string[]>): Range {
  let bottom = 0;
  let right = 0;
  for (const [row, cells] of rows) {
    bottom = Math.max(bottom, row);
    right = Math.max(right, cells.length);
  }
  return { top: 1, left: 1, bottom, right };
}

/**
 * Gives every cell of a merged range the text of its first one, as far as the sheet is used: titles are merged over whole rows.
 * Comes back with the cells of numbers that stand for several rows: whose they are cannot be told.
 */
function fillMerged(
  rows: Map<number, string[]>,
  merged: readonly Range[],
  used: Range,
  mostCells: number,
  tooLarge: () => UserError,
): ReadonlySet<string> {
  const numbers = new Set<string>();
  let filled = 0;
  for (const { top, left, ...end } of merged) {
    const text = rows.get(top)?.[left - 1];
    if (text === undefined) continue;
    const bottom = Math.min(end.bottom, used.bottom);
    const right = Math.min(end.right, used.right);
    filled += (bottom - top + 1) * (right - left + 1);
    if (filled > mostCells) throw tooLarge();
    for (let row = top; row <= bottom; row++) {
      const cells = rows.get(row) ?? [];
      rows.set(row, cells);
      for (let column = left; column <= right; column++) {
        cells[column - 1] = text;
        if (bottom > top && NUMBER.test(text)) numbers.add(`${row}:${column}`);
      }
    }
  }
  return numbers;
}
const NUMBER = /^[\d.,%]+$/u;

/** The row and column of `B12`, from 1. */
function cellAt(reference: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/u.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + letters.charCodeAt(index) - 64;
  return { row: Number(digits), column };
}

function rangeAt(reference: string): Range | undefined {
  const [from, to] = reference.split(':');
  const first = cellAt(from ?? '');
  const last = cellAt(to ?? from ?? '');
  if (first === undefined || last === undefined) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

const sheetTooLarge = (file: string, sheet: string): UserError =>
  new UserError({
    zh: `${file}：工作表“${sheet}”太大（整个工作簿最多 ${MOST_CELLS / 10_000} 万个单元格）。请删除表格右方和下方的零散内容（按 Ctrl+End 查找），或把该表另存为 CSV`,
    en: `${file}: the sheet "${sheet}" is too large (a workbook may have ${MOST_CELLS / 1_000_000} million cells). Delete stray cells to the right of the table and below it (Ctrl+End finds them), or save the sheet as CSV`,
  });
