import type { LackingColumn } from '../measure/lacking.ts';
import { columnLabel } from './column-text.ts';
import type { Lang, Text } from '../vocabulary/text.ts';

const ABSENT: Readonly<Record<'villages' | 'households' | 'projects', Text>> = {
  villages: { zh: '文件里没有', en: 'not in the files' },
  households: { zh: '户表里没有或整列空白', en: 'not in the household file, or blank throughout' },
  projects: { zh: '项目表里没有或整列空白', en: 'not in the project file, or blank throughout' },
};
const BLANK: Text = { zh: '空白', en: 'blank' };

/** Which columns would settle a number, in words: those that the files lack, and those that are blank here. */
export function lackingText(lacking: readonly LackingColumn[], lang: Lang): readonly string[] {
  const groups = new Map<Text, string[]>();
  for (const one of lacking) {
    const why = one.absent ? ABSENT[one.table ?? 'villages'] : BLANK;
    const names = groups.get(why) ?? [];
    names.push(columnLabel(one.table ?? 'villages', one.column)[lang]);
    groups.set(why, names);
  }
  const [colon, comma] = { zh: ['：', '、'] as const, en: [': ', ', '] as const }[lang];
  return [...groups].map(([why, names]) => `${why[lang]}${colon}${[...new Set(names)].join(comma)}`);
}
