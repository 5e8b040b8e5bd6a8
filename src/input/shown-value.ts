import type { Column, Kind } from '../language/column.ts';
import { tables } from '../tables/index.ts';
import type { Text } from '../vocabulary/text.ts';
import { cellText } from './cell.ts';
import { readHeader } from './headers.ts';
import { LONGEST_SHOWN, cut } from './limits.ts';
import { maskIdentityNumbers, maskName, maskNumber, maskPlaceCode } from './mask.ts';
import { couldBeName, isLikeName, shapeOf } from './names.ts';

/** Characters of a cell that are looked at before it is shown. */
const LOOKED_AT = 32 * LONGEST_SHOWN;

/** Kinds of column in which no words are expected: a word there may be a name that has slipped in from the next column. */
const WORDLESS: ReadonlySet<Kind> = new Set<Kind>(['count', 'money', 'quantity', 'rate', 'yes-no', 'period', 'date', 'moment', 'year']);

/**
 * The cell as a finding may show it: personal values and numbers of persons masked, long text cut. What could be a name where none is expected
 * is shown by its shape alone: 3 Chinese characters.
 */
export function shownValue(cell: string, column: Column | undefined): string | Text {
  // What is far longer than can be shown is not looked at to its end.
  const text = cellText(
    cell
      .slice(0, LOOKED_AT)
      .replaceAll('\0', '␀')
      .replaceAll(/\p{Cs}/gu, '\ufffd'),
  );
  if (column?.personal === 'name') return maskName(text);
  if (column?.personal === 'number') return maskNumber(text);
  if (column && WORDLESS.has(column.kind)) {
    if (text.startsWith('=')) return cut(maskIdentityNumbers(withoutLiterals(text)));
    if (couldBeName(text)) return shapeOf(text);
  }
  if (column && column.kind !== 'text' && column.kind !== 'list' && isLikeName(text)) return shapeOf(text);
  return cut(column?.digits === undefined ? maskIdentityNumbers(text) : maskPlaceCode(text));
}

/** A formula without the text in it: `=IF(A2="…",1,0)`. */
const withoutLiterals = (formula: string): string => formula.replaceAll(/"[^"]*"/gu, '"…"');

/** An id as it may be printed: offices use identity numbers as such, and the names of heads. */
export const maskId = (id: string): string => (isLikeName(id) ? maskName(id) : maskIdentityNumbers(id));

/** What names a row, cell by cell, as it may be printed: an id may be the name of a head, and words in the place of a period may be anybody's. */
export function shownKey(text: string, column: string, { kind }: Pick<Column, 'kind'>): string {
  if (column === 'household_id') return maskId(text);
  if (WORDLESS.has(kind) && couldBeName(text)) return maskName(text);
  return column === 'village_code' ? maskPlaceCode(text) : maskIdentityNumbers(text);
}

/** A heading as a message may show it. One that no table knows may be the first name of a file without a header. */
export function shownHeading(written: string): Text {
  const text = written.trim();
  if (isHeading(text) || !isLikeName(text)) return both(cut(maskIdentityNumbers(text)));
  return shapeOf(text);
}

/** The cells of a row in which no table was recognised: of a row of data no word is shown that may be a name. */
export function shownRow(cells: readonly string[]): readonly Text[] {
  const texts = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
  const isData = texts.some((text) => DATA.test(text.normalize('NFKC')) || maskIdentityNumbers(text) !== text);
  return texts.map((text) => (isData && !isHeading(text) && couldBeName(text) ? shapeOf(text) : shownHeading(text)));
}
/** Numbers and dates stand in rows, not in headings; years do. */
const DATA = /^[+-]?\d[\d,.]*%?$/u;

const both = (text: string): Text => ({ zh: text, en: text });

/** Whether some table knows a heading, with or without what stands in brackets behind it. */
const isHeading = (text: string): boolean => Object.values(tables).some((table) => readHeader([text], table).headings.length > 0);
