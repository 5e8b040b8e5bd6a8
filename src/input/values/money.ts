import { halfWidth } from '../cell.ts';
import { readNumber } from '../number-value.ts';
import type { CellReading, ChangeCode, HeaderUnit, ValueKind } from '../value-kind.ts';
import type { Column } from '../../language/column.ts';

const MONEY = { smallest: 2, units: ['元', '块', '圆', 'yuan', '元整', '圆整', '元正', '块钱'], finer: 'rounded' } as const;

/** How yuan are named before a number: `¥50,000`, `RMB 50,000`, `(¥1,200.00)`, `-￥5`; full-width signs have become half-width ones. */
const CURRENCY_BEFORE = /^(\(?\s*(?:[-+]\s*)?)(?:¥|rmb|cny|人民币)\s*[:：]?\s*(?:¥\s*)?/iu;
/** And behind it: `50,000 CNY`, `50000元人民币`, `50,000 ¥`. */
const CURRENCY_BEHIND = /(?<=[\d元万亿]\s*)(?:¥|rmb|cny|\(?人民币\)?)(?=\)?$)/iu;
/**
 * What the accounting format of a spreadsheet shows for 0, as files keep it: a dash with blanks on both sides (` -   `), or behind the sign of the
 * currency (`¥-`). A dash alone is a mark that somebody typed, and no zero.
 */
const ACCOUNTING_ZERO = /^(?:\s+-[\s?]+|-\?+|\s*(?:¥|rmb|cny)\s*-[\s?]*)$/iu;
const DASH = /[-－﹣]/u;

/** Yuan, kept as whole fen. Amounts finer than a fen (averages typed with many decimals) are rounded, and that is counted. */
export const money: ValueKind<'money'> = {
  kind: 'money',
  plain: () => ({ as: 'decimal', digits: 9, places: MONEY.smallest }),
  asShown: (cell) =>
    DASH.test(cell) && ACCOUNTING_ZERO.test(halfWidth(cell))
      ? { value: { amount: 0n, atLeast: false }, changed: ['accounting-zero'] }
      : undefined,
  read: (text, column, header) => {
    const kind = column.currency ? { ...MONEY, units: [...MONEY.units, ...column.currency] } : MONEY;
    if (DIGITS.test(text)) return readNumber(text, column, header, kind);
    const bare = halfWidth(text).replace(CURRENCY_BEFORE, '$1').replace(CURRENCY_BEHIND, '');
    return bare === halfWidth(text) ? readNumber(text, column, header, kind) : inCurrency(bare.trim(), column, header);
  },
};

/** Most amounts are nothing but digits. */
const DIGITS = /^[\d.]+$/u;
const CURRENCY: readonly ChangeCode[] = ['currency'];

/** An amount that says its own currency: under a heading in 万元 it cannot be told which of the two counts. */
function inCurrency(bare: string, column: Column, header: HeaderUnit): CellReading<'money'> {
  const read = readNumber(bare, column, header, MONEY);
  if (!('value' in read)) return read;
  if (header.scale !== 0 && read.value.amount !== 0n) return { finding: 'unit-twice' };
  return { value: read.value, changed: [...CURRENCY, ...(read.changed ?? [])] };
}
