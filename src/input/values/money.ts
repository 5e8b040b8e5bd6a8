import { readNumber } from '../number-value.ts';
import type { ValueKind } from '../value-kind.ts';

const MONEY = { smallest: 2, units: ['元', '块', '圆', 'yuan', '元整'], finer: 'rounded' } as const;

/** Yuan, kept as whole fen. Amounts finer than a fen (averages typed with many decimals) are rounded, and that is counted. */
export const money: ValueKind<'money'> = {
  kind: 'money',
  canonical: /^\d{1,15}(?:\.\d{1,2})?$/,
  read: (text, column, header) =>
    readNumber(text, column, header, column.currency ? { ...MONEY, units: [...MONEY.units, ...column.currency] } : MONEY),
};
