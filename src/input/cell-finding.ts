import { cellText } from './cell.ts';
import type { Column, Kind } from '../language/column.ts';
import type { FindingCode } from './findings.ts';
import { maskNumber } from './mask.ts';
import type { Heading } from './heading.ts';
import { cut } from './limits.ts';
import type { Cells } from './records.ts';
import { shownKey } from './shown-value.ts';
import { QUANTITY_PLACES } from './values/quantity.ts';

/** How findings call a row: by the cells that name it. */
export function keyOf(headings: readonly Heading[], cells: Cells): string | undefined {
  const shown = headings.flatMap(({ column, definition }, at) => {
    const text = cellText(cells[at]!);
    return text === '' ? [] : [cut(shownKey(text, column, definition))];
  });
  return shown.length > 0 ? shown.join(' ') : undefined;
}

/** Where words are free and codes are not known. */
export const ITS_WORDS = {
  zh: '编码所代表的文字（如“因病”）；各版本的编码不同，本工具不猜',
  en: "the code's word; versions of the code table differ, so the tool does not guess",
};

/** A number that may be a telephone or identity number. */
export const shownNumber = (cell: string): string => (SHORT_NUMBER.test(cellText(cell)) ? cellText(cell) : maskNumber(cellText(cell)));
const SHORT_NUMBER = /^\d{1,6}$/u;

/** How large a number may be, and why, for the finding that says so. */
export const boundOf = (code: FindingCode, { atMost }: Column) =>
  code === 'beyond-plausible' && atMost && { most: String(atMost.most), because: atMost.because };
/** How many smallest units one of what is counted has. */
export const smallestUnits = (kind: Kind): bigint => 10n ** BigInt(kind === 'money' ? 2 : kind === 'quantity' ? QUANTITY_PLACES : 0);

/** The words that a column takes, for the finding that says so. */
export const choicesOf = (definition: Column) => ({
  zh: Object.entries(definition.choices!)
    .map(([value, words]) => words[0] ?? value)
    .join('、'),
  en: Object.keys(definition.choices!).join(', '),
});
