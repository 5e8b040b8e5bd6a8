import { cellText, halfWidth } from './cell.ts';
import type { Cells } from './records.ts';

/** A cell of a row that numbers the columns: 1, (2), 甲, 列3, 4=1+2. */
export const NUMBERING = /^[([]?列?(?:\d{1,3}|[甲乙丙丁戊己庚辛壬癸]|[一二三四五六七八九十]|[a-z])[)\]]?(?:=.*)?$/iu;
const SERIES = ['甲乙丙丁戊己庚辛壬癸', '一二三四五六七八九十', 'abcdefghijklmnopqrstuvwxyz'] as const;
/** What such a row, or a column of numbers of rows, is called. */
export const NUMBERING_WORDS = /^(?:栏次|列次|栏号|列号|序号|行次|代码|编号|no\.?)$/iu;

/** (1) (2) (3), 甲 乙 1 2 3: each number one more than the one before. */
export function isNumbering(cells: Cells): boolean {
  const texts = cells.map((cell) => halfWidth(cellText(cell)).replace(/\s+/gu, '')).filter((text) => text !== '');
  const words = texts.filter((text) => !NUMBERING_WORDS.test(text));
  if (words.length < 3 || !words.every((text) => NUMBERING.test(text))) return false;
  let last: { readonly series: number; readonly at: number } | undefined;
  for (const word of words) {
    const bare = word.replace(/^[([]?列?/u, '').toLowerCase();
    const digits = /^\d+/u.exec(bare)?.[0];
    const series = digits === undefined ? SERIES.findIndex((one) => one.includes(bare[0]!)) : -1;
    const at = digits === undefined ? SERIES[series]!.indexOf(bare[0]!) + 1 : Number(digits);
    // 甲 乙 丙 1 2 3: a series may be followed by another, from its beginning.
    if (last && !(series === last.series ? at === last.at + 1 : at === 1)) return false;
    last = { series, at };
  }
  return true;
}
