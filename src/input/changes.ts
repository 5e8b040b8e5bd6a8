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
  'date-form': (cells) => ({ zh: `${cells} 个日期统一了写法`, en: `${times(cells, 'date')} brought into one form` }),
};

/** What was changed in reading a file, a sentence for each kind of change. */
export const describeChanges = (changes: ReadonlyMap<ChangeCode, number>): readonly Text[] =>
  [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, cells]) => WORDS[code](cells));
