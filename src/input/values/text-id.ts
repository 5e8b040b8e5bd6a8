import type { ValueKind } from '../value-kind.ts';

const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d+$/iu;

/** A number that names something (household id, village code): kept as text, digit for digit. A spreadsheet's 4.5E+17 has lost its digits. */
export const textId: ValueKind<'text-id'> = {
  kind: 'text-id',
  canonical: /^[A-Za-z0-9-]+$/,
  read: (words, column) => {
    if (SCIENTIFIC.test(words)) return { finding: 'destroyed-number' };
    if (column.digits !== undefined && !new RegExp(`^\\d{${column.digits}}$`).test(words)) return { finding: 'not-a-village-code' };
    return { value: words };
  },
};
