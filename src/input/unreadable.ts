import { excelText, halfWidth, visible } from './cell.ts';
import type { UnreadableCode } from './value-kind.ts';

/** What spreadsheets show instead of a value: `#N/A`, `#REF!`, `#DIV/0!` …, in LibreOffice also `Err:502`. */
const ERROR =
  /^(?:#(?:null!|div\/0!|value!|ref!|name\?|num!|n\/a|getting_data|spill!|calc!|field!|blocked!|connect!|busy!|unknown!|external!|python!)|(?:err|错误):\d{3})$/iu;
/** What stands in a file whose column was too narrow for the number when it was saved. */
const TOO_NARROW = /^#{2,}$/u;
/** How cells begin that may be one of these: invisible marks, `=`, `#` (full width too), `Err:`, `错误:`. */
const BEGINNING = /^[\s\u200b-\u200f\u2060\ufeff]*[=#＃eE错]/u;

/** How a cell begins that was a list of which an item cannot be written as one: nobody types it, and no program writes it into a text. */
export const DIVIDED_ITEM = '\u001d\u001e';

/** No error value is longer; so many marks stand in no column that is too narrow. */
const LONGEST_ERROR = 300;

/** Digits and Chinese characters but one: most cells are told by the first. */
const beginsPlainly = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0x3400 && code <= 0x9fff && code !== FAULT);
const FAULT = '错'.charCodeAt(0);

/**
 * Why a cell has a value that the file does not hold, in every kind of column: a formula that was never calculated, an error value, a number hidden by
 * a narrow column. Such a cell is unknown, never blank, never "none". Undefined for every other cell.
 * A cell that begins with `=` is a formula, but for `="0451"`, which is text; text that begins so has an apostrophe before it, as in a spreadsheet.
 */
export function unreadable(cell: string): UnreadableCode | undefined {
  if (cell.startsWith(DIVIDED_ITEM)) return 'divided-item';
  if (beginsPlainly(cell.charCodeAt(0)) || !BEGINNING.test(cell)) return undefined;
  const text = visible(cell);
  if (text.startsWith('=')) return excelText(text) !== undefined ? undefined : 'formula-without-value';
  if (text.length > LONGEST_ERROR) return undefined;
  const plain = halfWidth(text);
  if (ERROR.test(plain)) return 'error-value';
  return TOO_NARROW.test(plain) ? 'column-too-narrow' : undefined;
}
