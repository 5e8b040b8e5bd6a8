import type { Metric } from '../../measure/metric.ts';
import { unitName } from '../../vocabulary/terms.ts';
import type { Terms } from '../../vocabulary/terms.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { Block } from '../../page/page.ts';

const TABLES: Readonly<Record<'villages' | 'households' | 'projects', Readonly<Record<Lang, string>>>> = {
  villages: { zh: '村表', en: 'villages' },
  households: { zh: '户表', en: 'households' },
  projects: { zh: '项目表', en: 'projects' },
};

/** What a metric is, how it is computed and where that is written. */
export function* definitionBlocks(metric: Metric, lang: Lang, terms: Terms): Iterable<Block> {
  const { id, label, unit, numerator, denominator, definition, formula, source, sufficient, group } = metric;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const colon = say('：', ': ');
  const lines: readonly (readonly [string, string | undefined])[] = [
    [say('定义', 'Definition'), definition[lang]],
    [say('公式', 'Formula'), formula[lang]],
    [say('分子', 'Numerator'), `${numerator.label[lang]} (${unitName(numerator.unit, terms)[lang]})`],
    [say('分母', 'Denominator'), denominator && `${denominator.label[lang]} (${unitName(denominator.unit, terms)[lang]})`],
    [say('单位', 'Unit'), unitName(unit, terms)[lang]],
    [say('出处', 'Source'), terms.abroad ? undefined : source[lang]],
    [
      say('需要', 'Needs'),
      sufficient.map((tables) => tables.map((table) => TABLES[table][lang]).join(say('和', ' and '))).join(say('；或', '; or ')),
    ],
    [say('组', 'Group'), group],
  ];
  yield { kind: 'title', level: 1, text: `${id}  ${label[lang]}` };
  const told = lines.filter(([, text]) => text !== undefined);
  for (const [index, [name, text]] of told.entries()) yield { kind: 'paragraph', text: `${name}${colon}${text}`, isApart: index === 0 };
}
