import { comparable } from '../cell.ts';
import type { ValueKind } from '../value-kind.ts';

const YES = new Set(['是', '有', 'yes', 'true', '1', 'y', '√', '✓', '✔', '参加', '达标', '已', '已消除', '风险已消除']);
const NO = new Set([
  '否',
  '无',
  'no',
  'false',
  '0',
  'n',
  '×',
  '✗',
  '没参加',
  '未参加',
  '没有',
  '不达标',
  '未',
  '不是',
  '未消除',
  '风险未消除',
]);

/** 是/否, 有/无, yes/no, true/false, 1/0, Y/N. A bare 2 comes from a code table (1 = 是, 2 = 否) and is never guessed. */
export const yesNo: ValueKind<'yes-no'> = {
  kind: 'yes-no',
  canonical: /^(?:是|否|yes|no|true|false)$/,
  read: (text, column, header) => {
    const word = comparable(text);
    const own = column.ownWords?.get(word);
    if (own !== undefined) return { value: (own === 'yes') !== header.inverted };
    if (YES.has(word)) return { value: !header.inverted };
    if (NO.has(word)) return { value: header.inverted };
    return { finding: /^\d+$/.test(word) ? 'coded-yes-no' : 'not-yes-no' };
  },
};
