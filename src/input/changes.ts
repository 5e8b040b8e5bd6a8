import type { Text } from '../vocabulary/text.ts';
import type { ChangeCode } from './value-kind.ts';

const times = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What each kind of change in reading is called, for so many cells. */
const WORDS: Readonly<Record<ChangeCode, (cells: number) => Text>> = {
  'full-width': (cells) => ({
    zh: `${cells} 个单元格的全角字符按半角读取`,
    en: `${times(cells, 'cell')} with full-width characters read as half-width`,
  }),
  'thousands-separator': (cells) => ({
    zh: `${cells} 个数字去掉了千分位逗号`,
    en: `${times(cells, 'number')} read without their thousands separators`,
  }),
  'unit-word': (cells) => ({
    zh: `${cells} 个数字去掉了单位`,
    en: `${times(cells, 'number')} read without the unit behind them`,
  }),
  scaled: (cells) => ({
    zh: `${cells} 个写作“万”等的数字换算成了个位`,
    en: `${times(cells, 'number')} written with a word of scale converted`,
  }),
  'header-unit': (cells) => ({
    zh: `${cells} 个数字按表头单位（如万元）换算`,
    en: `${times(cells, 'number')} converted from the unit of their heading`,
  }),
  rounded: (cells) => ({
    zh: `${cells} 个金额或数量四舍五入到最小单位（分）`,
    en: `${times(cells, 'amount')} rounded to the smallest unit (fen)`,
  }),
  'whole-decimal': (cells) => ({
    zh: `${cells} 个整数写成了小数（如 12.0）`,
    en: `${times(cells, 'whole number')} written with decimals (such as 12.0)`,
  }),
  currency: (cells) => ({
    zh: `${cells} 个金额去掉了货币符号`,
    en: `${times(cells, 'amount')} read without the sign of the currency`,
  }),
  'accounting-zero': (cells) => ({
    zh: `${cells} 个金额是会计格式的“-”，按 0 读取`,
    en: `${times(cells, 'amount')} shown as an accounting dash read as 0`,
  }),
  bracketed: (cells) => ({
    zh: `${cells} 个括号里的数字按负数读取`,
    en: `${times(cells, 'number')} in brackets read as negative`,
  }),
  'date-form': (cells) => ({ zh: `${cells} 个日期统一了写法`, en: `${times(cells, 'date')} brought into one form` }),
  'none-mark': (cells) => ({
    zh: `${cells} 个单元格写“/”“—”“暂无”“无产业”等，按“没有”读取`,
    en: `${times(cells, 'cell')} with a mark for none ("/", "—", "none") read as none`,
  }),
  'unknown-mark': (cells) => ({
    zh: `${cells} 个单元格写“不详”“？”“N/A”等，按“不知道”读取`,
    en: `${times(cells, 'cell')} with a mark for unknown ("?", "N/A", "unknown") read as not known`,
  }),
  'struck-mark': (cells) => ({
    zh: `${cells} 个单元格写“/”“—”等，在这些列里看不出是“没有”还是“不知道”，按空白读取`,
    en: `${times(cells, 'cell')} with a stroke ("/", "—") where it does not mean none read as blank`,
  }),
  'hidden-mark': (cells) => ({
    zh: `${cells} 个单元格去掉了看不见的字符或前后的保护符号（如 '、="…"）`,
    en: `${times(cells, 'cell')} read without marks that nobody sees, or the guards around an id (', ="…")`,
  }),
};

/** What was changed in reading a file, a sentence for each kind of change. */
export const describeChanges = (changes: ReadonlyMap<ChangeCode, number>): readonly Text[] =>
  [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, cells]) => WORDS[code](cells));
