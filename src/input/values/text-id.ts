import { halfWidth } from '../cell.ts';
import type { ValueKind } from '../value-kind.ts';

const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d+$/iu;
/** Quotation marks and brackets that programs and people put around a number so that nothing changes it. */
const AROUND = /^(?:"(.*)"|“(.*)”|「(.*)」|\[(.*)\]|\((.*)\)|【(.*)】|<(.*)>|《(.*)》)$/su;
/** Put before or behind a number, and no part of it. */
const BESIDE = /^(?:no\.?|编号|[#*+№＇'‚‘`]+)\s*(?=\d)|(?<=\d)(?:号|[*'’‘`。、;；.,，]+)$/giu;
/** A number that a spreadsheet wrote as one: 1001.0, 1,001. */
const AS_NUMBER = /^\d{1,3}(?:,\d{3})+(?:\.0+)?$|^\d+\.0+$/u;
/** Digits set in groups: 4511 2200 0001. */
const GROUPED = /^\d+(?:\s+\d+)+$/u;

/**
 * A number that names something (household id, village code): kept as text, digit for digit, half-width and without guards,
 * so that it is the same in every file. A spreadsheet's 4.5E+17 has lost its digits.
 */
export const textId: ValueKind<'text-id'> = {
  kind: 'text-id',
  // Ids end with a digit; marks for none or unknown that do have four characters at most.
  plain: ({ digits }) => ({ as: 'shape', pattern: digits === undefined ? '[A-Za-z]{0,4}\\d{5,30}' : `\\d{${digits}}` }),
  read: (words, column) => {
    const value = plainId(words);
    if (SCIENTIFIC.test(value)) return { finding: 'destroyed-number' };
    if (column.digits !== undefined && !new RegExp(`^\\d{${column.digits}}$`).test(value)) return { finding: 'not-a-village-code' };
    return { value, ...(value !== words && { changed: ['hidden-mark'] }) };
  },
};

const PLAIN = /^[\w-]+$/;

function plainId(words: string): string {
  if (PLAIN.test(words)) return words;
  const half = halfWidth(words).trim();
  const [, ...inside] = AROUND.exec(half) ?? [];
  const bare = inside.find((text) => text !== undefined)?.trim() ?? half;
  const alone = bare.replace(BESIDE, '');
  if (AS_NUMBER.test(alone)) return alone.replace(/\.0+$/u, '').replaceAll(',', '');
  return GROUPED.test(alone) ? alone.replace(/\s+/gu, '') : alone;
}
