/** What people see as nothing: also the full-width space, the no-break space, zero-width marks. */
const INVISIBLE = /\s|\u200b|\u200c|\u200d|\u2060|\ufeff/u;
const EXCEL_TEXT = /^="(.*)"$/su;
const ESCAPED_FORMULA = /^'(?=[=+\-@\t\r])/u;

/**
 * The words of a cell: trimmed of everything invisible, `="4511…"` (how spreadsheets keep long digits as text) unwrapped,
 * and the apostrophe taken off that our own reports put before text that begins like a formula.
 */
export function cellText(cell: string): string {
  if (isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1))) return cell;
  const trimmed = trimmedEnds(cell);
  const first = trimmed.charCodeAt(0);
  if (first === 61) return trimmedEnds(trimmed.replace(EXCEL_TEXT, '$1'));
  if (first === 39) return trimmed.replace(ESCAPED_FORMULA, '');
  return trimmed;
}

/** Without what is invisible at either end. A pattern for the far end would try every run of spaces anew: minutes for a cell full of them. */
function trimmedEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && INVISIBLE.test(text[start]!)) start++;
  while (end > start && INVISIBLE.test(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** Letters, digits and Chinese characters: most cells begin and end with one, and then nothing needs taking off. */
const isPlain = (code: number): boolean => (code >= 0x30 && code <= 0x7a && code !== 0x3d) || (code >= 0x3400 && code <= 0x9fff);

/** Whether a cell shows nothing. */
export const isBlank = (cell: string): boolean => cell.length === 0 || cellText(cell).length === 0;

/** Full-width letters, digits and signs as half-width ones: `１，２００（户）` reads as `1,200(户)`. */
export const halfWidth = (text: string): string => text.normalize('NFKC');

/**
 * Text for comparing headings and choices: half-width, without spaces and quotation marks, in small letters.
 * Between the words of a Latin script a blank, a hyphen and an underscore are the same: Poor Households, poor-households, poor_households.
 */
export const comparable = (text: string): string =>
  halfWidth(text)
    .replace(/[\s\u200b\ufeff"'“”‘’「」*＊]+/gu, '')
    .replace(/(?<=[\p{Script=Latin}\d,])[_\u2010-\u2013-]+(?=\p{Script=Latin})/gu, '')
    .toLowerCase();
