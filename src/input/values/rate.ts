import { halfWidth } from '../cell.ts';
import type { ValueKind } from '../value-kind.ts';

const PERCENT = /^(\d{1,3}(?:\.\d+)?)%?$/;

/** A percentage as somebody typed it; the decimals typed say how it was rounded, so they are kept. */
export const rate: ValueKind<'rate'> = {
  kind: 'rate',
  plain: () => ({ as: 'shape', pattern: '\\d{1,3}(?:\\.\\d{1,9})?' }),
  read: (text) => {
    const value = PERCENT.exec(halfWidth(text).replaceAll(' ', ''))?.[1];
    return value === undefined ? { finding: 'not-a-rate' } : { value };
  },
};
