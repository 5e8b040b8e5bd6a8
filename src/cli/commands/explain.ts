import { metrics } from '../../measure/metrics/index.ts';
import type { Metric } from '../../measure/metric.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { UNIT_NAMES } from '../../vocabulary/unit.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { writeOut } from '../io.ts';
import { unknownMetric } from '../options.ts';

/** `aid-metrics explain METRIC`: what a metric is, how it is computed, where that is written. */
export const addExplain: AddCommand = (program, { world, lang, exit }) => {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  program
    .command('explain')
    .argument('[metric]', say('指标，如 industry_coverage；不写则列出全部', 'a metric such as industry_coverage; lists all when not given'))
    .description(say('说明指标的定义、公式和出处', 'the definition, formula and source of a metric'))
    .option('--lang <zh|en>', say('界面语言，默认按系统区域', 'language; that of the locale when not given'))
    .action(async (id: string | undefined) => {
      await writeOut([id === undefined ? listed(lang) : explained(find(id), lang)], world);
      exit(EXIT.done);
    });
};

function find(id: string): Metric {
  const metric = metrics.find((one) => one.id === id);
  if (!metric) throw unknownMetric(id);
  return metric;
}

const listed = (lang: Lang): string => {
  const width = Math.max(...metrics.map(({ id }) => id.length));
  return metrics.map(({ id, label }) => `${id.padEnd(width)}  ${label[lang]}\n`).join('');
};

const TABLES: Readonly<Record<'villages' | 'households' | 'projects', Readonly<Record<Lang, string>>>> = {
  villages: { zh: '村表', en: 'villages' },
  households: { zh: '户表', en: 'households' },
  projects: { zh: '项目表', en: 'projects' },
};

function explained(metric: Metric, lang: Lang): string {
  const { id, label, unit, numerator, denominator, definition, formula, source, sufficient, group } = metric;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const colon = say('：', ': ');
  const lines: readonly (readonly [string, string | undefined])[] = [
    [say('定义', 'Definition'), definition[lang]],
    [say('公式', 'Formula'), formula[lang]],
    [say('分子', 'Numerator'), `${numerator.label[lang]} (${UNIT_NAMES[numerator.unit][lang]})`],
    [say('分母', 'Denominator'), denominator && `${denominator.label[lang]} (${UNIT_NAMES[denominator.unit][lang]})`],
    [say('单位', 'Unit'), UNIT_NAMES[unit][lang]],
    [say('出处', 'Source'), source[lang]],
    [
      say('需要', 'Needs'),
      sufficient.map((tables) => tables.map((table) => TABLES[table][lang]).join(say('和', ' and '))).join(say('；或', '; or ')),
    ],
    [say('组', 'Group'), group],
  ];
  return `${id}  ${label[lang]}\n\n${lines.flatMap(([name, text]) => (text === undefined ? [] : [`${name}${colon}${text}`])).join('\n')}\n`;
}
