import { readNumber } from '../number-value.ts';
import type { ValueKind } from '../value-kind.ts';

/** Decimal places kept of a quantity (mu, square metres, chicks). */
export const QUANTITY_PLACES = 4;
const UNITS = ['亩', '平方米', 'm2', '㎡', '只', '头', '株', '棵', '吨', '公斤', '斤', '套', '台', '件', '个', '次', '名', '人'];

/** An amount of something counted in its own unit, kept to four decimals. */
export const quantity: ValueKind<'quantity'> = {
  kind: 'quantity',
  plain: () => ({ as: 'decimal', digits: 7, places: QUANTITY_PLACES }),
  read: (text, column, header) => readNumber(text, column, header, { smallest: QUANTITY_PLACES, units: UNITS, finer: 'rounded' }),
};
