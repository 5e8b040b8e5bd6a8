/** What no text holds: NUL, and half of a character (in a workbook, where a cell may name any code). */
export const BROKEN = /\0|\p{Cs}/u;

/** What people see as nothing at the ends of a cell: also the full-width space, the no-break space. */
const BLANK = /\s/u;
/**
 * Marks that nobody sees, wherever they stand: controls (not NUL, which is a finding of its own), soft hyphens, zero-width and direction marks,
 * a byte-order mark inside, variation selectors. Two ids that differ in them are one id to every reader.
 */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- they are what is looked for
  /[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/gu;
/** How spreadsheets keep long digits as text: a formula of nothing but one text, `="4511…"`, `=T("4511…")`. */
const EXCEL_TEXT = /^=(?:T\()?["“”]((?:[^"“”]|"")*)["“”]\)?$/su;
/** No cell of a spreadsheet is longer: what is, is not looked at as a formula. */
const LONGEST_CELL = 32_767;

/** The text inside such a formula. */
export const excelText = (text: string): string | undefined => (text.length > LONGEST_CELL ? undefined : EXCEL_TEXT.exec(text)?.[1]);
/** Put before text so that a spreadsheet leaves it alone: by spreadsheets themselves, and by our own reports before what begins like a formula. */
const GUARD = /^['’‘`´]+(?=\S|[\t\r])/u;
const MARKED = /[^\u0020-\u007e\u3400-\u9fff]/u;

/** The words of a cell: without marks that nobody sees, trimmed, without the guards that programs put before or around text. */
export function cellText(cell: string): string {
  if (isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1)) && !MARKED.test(cell)) return cell;
  const trimmed = visible(cell);
  const first = trimmed.charCodeAt(0);
  if (first === 61) return trimmedEnds(excelText(trimmed)?.replaceAll('""', '"') ?? trimmed);
  return trimmedEnds(trimmed.replace(GUARD, ''));
}

/** Whether reading a cell takes more off it than blanks at its ends: a mark that nobody sees, or a guard. */
export const hasHidden = (cell: string, text: string): boolean => text.length !== cell.length && text !== trimmedEnds(cell);

/** What of a cell can be seen, without blanks at its ends. */
export const visible = (cell: string): string => trimmedEnds(MARKED.test(cell) ? cell.replace(HIDDEN, '') : cell);

/** Without what is invisible at either end. A pattern for the far end would try every run of spaces anew: minutes for a cell full of them. */
function trimmedEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && BLANK.test(text[start]!)) start++;
  while (end > start && BLANK.test(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** Letters, digits and Chinese characters: most cells begin and end with one, and then nothing needs taking off. */
const isPlain = (code: number): boolean =>
  (code >= 0x30 && code <= 0x7a && code !== 0x3d && code !== 0x60) || (code >= 0x3400 && code <= 0x9fff);

/** Whether a cell shows nothing. */
export const isBlank = (cell: string): boolean => cell.length === 0 || cellText(cell).length === 0;

/** Full-width letters, digits and signs as half-width ones: `１，２００（户）` reads as `1,200(户)`. */
export const halfWidth = (text: string): string => text.normalize('NFKC');

/**
 * Text for comparing headings and choices: half-width, without spaces and quotation marks, in small letters.
 * Between the words of a Latin script a blank, a hyphen and an underscore are the same: Poor Households, poor-households, poor_households.
 */
export const comparable = (text: string): string =>
  AS_IT_IS.test(text)
    ? text
    : halfWidth(text.replace(HIDDEN, ''))
        .replace(/[\s"'“”‘’「」*＊]+/gu, '')
        .replace(/(?<=[\p{Script=Latin}\d,])[_\u2010-\u2013-]+(?=\p{Script=Latin})/gu, '')
        .toLowerCase();

/** Brackets of every shape. */
const OPENING = /[[{〔【《〈<]/gu;
const CLOSING = /[\]}〕】》〉>]/gu;
/** Most names, ids and headings are compared as they are. */
const AS_IT_IS = /^[a-z0-9\u3400-\u9fff]*$/u;
/** An id most often needs its letters made small, and no more. */
const LETTERS = /^[A-Za-z0-9]*$/u;

/** The name of a place, or an id, as it is compared: as headings are, and brackets of every shape are one. A name of nothing but marks is itself. */
export const comparableName = (name: string): string =>
  AS_IT_IS.test(name)
    ? name
    : LETTERS.test(name)
      ? name.toLowerCase()
      : comparable(name).replace(OPENING, '(').replace(CLOSING, ')') || name;
