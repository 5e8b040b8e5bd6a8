import type { Command } from 'commander';
import { Option } from 'commander';
import { METRIC_GROUPS } from '../measure/metric.ts';
import { EVIDENCE_POLICIES } from '../measure/village-view.ts';
import { ENCODINGS } from '../input/decode.ts';
import { LEVELS } from '../vocabulary/place.ts';
import { TABLE_IDS } from '../vocabulary/table.ts';
import type { Lang, Text } from '../vocabulary/text.ts';
import { DATABASE_LIMITS } from './databases/limits.ts';
import { groupHeading } from './help.ts';
import { COLORS } from './options.ts';
import { STANDARD_INPUT_LIMIT, sizeText } from './size-option.ts';

const collect = (word: string, words: readonly string[] | undefined): readonly string[] => [...(words ?? []), word];

/** Options of every command that reads files. */
export function addInputOptions(command: Command, lang: Lang): Command {
  command.optionsGroup(groupHeading('files', lang));
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  for (const table of TABLE_IDS) {
    command.addOption(
      new Option(`--${table} <file>`, say(`指明这个文件是 ${table} 表（可重复）`, `this file holds ${table} (repeatable)`)).argParser(
        collect,
      ),
    );
  }
  return addNamingOptions(command, lang)
    .option('--snapshot <period>', say('没有年度列的文件属于哪一期，如 2020', 'the period of files that carry none, such as 2020'))
    .option(
      '--encoding <name>',
      say(
        `文件编码：${ENCODINGS.join('|')}；默认自动判断`,
        `encoding of the files: ${ENCODINGS.join('|')}; told from the file when not given`,
      ),
    )
    .option(
      '--sheet <name>',
      say('工作簿里的哪个工作表；默认所有认得的表', 'which sheet of a workbook; every sheet that holds a known table when not given'),
    )
    .option(
      '--accept <file>',
      say(
        '已接受的问题清单（code,key,reason,until）：仍显示，不影响退出状态',
        'findings that are accepted (code,key,reason,until): still shown, not counted in the exit status',
      ),
    )
    .option(
      '--max-record <mb>',
      say(
        '一条记录（一行）最多多少 MB，默认 4；更长的多半是引号没有关上',
        'a record (a row) has at most so many megabytes, 4 when not given; a longer one is most likely an open quotation mark',
      ),
    )
    .option(
      '--stdin-limit <size>',
      say(
        `标准输入（-）和管道最多读多少，默认 ${sizeText(STANDARD_INPUT_LIMIT)}`,
        `how much of standard input (-) or of a pipe is taken; ${sizeText(STANDARD_INPUT_LIMIT)} when not given`,
      ),
    )
    .option(
      '--max-refused <n>',
      say(
        `数据库：最多取出多少行逐行解释，默认 ${DATABASE_LIMITS.maxRefused}；其余只计数。list、explain、assess --for households 要列出的户也不超过这么多`,
        `of a database: so many rows are fetched at most, to be explained one by one, ${DATABASE_LIMITS.maxRefused} when not given; the others are counted. So many at most are shown by list, explain and assess --for households`,
      ),
    )
    .option(
      '--database-time <s>',
      say(
        `数据库：一条查询最多多少秒，默认 ${DATABASE_LIMITS.seconds}`,
        `of a database: so many seconds a statement may take, ${DATABASE_LIMITS.seconds} when not given`,
      ),
    )
    .option(
      '--max-findings <n>',
      say('最多显示多少条问题，0 为全部；合计总是完整的', 'show at most so many findings, 0 for all; totals are always complete'),
    );
}

/** Options by which an office says how it names things. */
function addNamingOptions(command: Command, lang: Lang): Command {
  return command
    .addOption(
      new Option(
        '--map <heading=column>',
        {
          zh: '文件里的这个表头就是这一列，如 受帮扶户=registered_poor_households（可重复）',
          en: 'this heading of the files is that column, such as "Families helped=registered_poor_households" (repeatable)',
        }[lang],
      ).argParser(collect),
    )
    .addOption(profileFileOption(lang));
}

/** What an office says once about its files and its country. */
export const profileFileOption = (lang: Lang): Option =>
  new Option(
    '--profile <file>',
    {
      zh: '本单位的设置（JSON）：表头、选项用词、地区、标准、货币、地方层级名称；命令行优先',
      en: 'the settings of your office (JSON): headings, words of choices, region, standards, currency, names of place levels; the command line wins',
    }[lang],
  );

/** Options that several commands have in common, each worded once. */
const SHARED = {
  period: {
    flags: '--period <period>',
    text: { zh: '哪一期，默认文件里最近的一期', en: 'which period; the latest in the files when not given' },
  },
  by: {
    flags: '--by <level>',
    text: {
      zh: `按 ${LEVELS.join('|')} 分列`,
      en: `by ${LEVELS.join('|')}`,
    },
  },
  metrics: {
    flags: '--metrics <ids>',
    text: {
      zh: `指标、组（${METRIC_GROUPS.join('、')}）或 all，用逗号分开`,
      en: `metrics, groups (${METRIC_GROUPS.join(', ')}) or all, separated by commas`,
    },
  },
  evidence: {
    flags: '--evidence <whose>',
    text: { zh: `以谁为准：${EVIDENCE_POLICIES.join('|')}`, en: `whose figures count: ${EVIDENCE_POLICIES.join('|')}` },
  },
  asOf: {
    flags: '--as-of <date>',
    text: {
      zh: '按哪一天判定（标准、项目状态），默认期末',
      en: 'the day to judge at (standards, the state of projects); the end of the period when not given',
    },
  },
  place: {
    flags: '--place <name>',
    text: { zh: '只看这个村、乡镇或县的', en: 'only those of this village, township or county' },
  },
  smallest: {
    flags: '--smallest <n>',
    text: {
      zh: '建档立卡户不足这么多的地方不单列，只计入上级；只差一个就能推算的，一并隐去',
      en: 'places with fewer registered households are not shown for themselves but in larger ones alone, nor is what they would follow from',
    },
  },
  partial: {
    flags: '--partial',
    text: { zh: '有错误也继续：出错的行计入上下限', en: 'go on in spite of errors: rejected rows widen the range' },
  },
  failOnUnmet: {
    flags: '--fail-on-unmet',
    text: {
      zh: '有未达标或不能判定的，退出状态为 3',
      en: 'end with status 3 when a standard in force is not met or undetermined',
    },
  },
} as const satisfies Readonly<Record<string, { readonly flags: string; readonly text: Text }>>;

/** An option that several commands have in common. */
export type SharedOption = keyof typeof SHARED;

/** Adds options that several commands have in common, in the given order. */
export function addSharedOptions(command: Command, lang: Lang, names: readonly SharedOption[]): Command {
  for (const name of names) command.option(SHARED[name].flags, SHARED[name].text[lang]);
  return command;
}

/** Options of every command that judges, or compares with a dated number. */
export function addStandardsOptions(command: Command, lang: Lang): Command {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  return command
    .option(
      '--region <code>',
      say(
        '没有写省和村代码的地方属于哪里：45、4511、451122 或省名，用来选标准',
        'where places lie that name no province and no village code: 45, 4511, 451122 or a province; decides which standards hold',
      ),
    )
    .addOption(standardsFileOption(lang));
}

/** A file of standards of one's own. */
export const standardsFileOption = (lang: Lang): Option =>
  new Option(
    '--standards <file>',
    {
      zh: '自己的标准（JSON，可重复），在它们的日期里代替自带的',
      en: 'standards of your own (JSON, repeatable), in place of the shipped ones on their days',
    }[lang],
  ).argParser(collect);

/** Options of every command that writes a result. */
export function addOutputOptions(command: Command, lang: Lang, formats: string): Command {
  command.optionsGroup(groupHeading('print', lang));
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  return command
    .option('-f, --format <format>', say(`输出格式：${formats}`, `output format: ${formats}`))
    .option(
      '-o, --output <file>',
      say(
        '写入文件（先写临时文件再改名），按扩展名定格式：.xlsx 工作簿，.html 网页，.csv 等；- 为标准输出',
        'write to a file, whole or not at all; its ending says the format: .xlsx a workbook, .html a page, .csv …; - is standard output',
      ),
    )
    .option(
      '--bom',
      say(
        'CSV 加字节序标记，便于 Excel 和 WPS 打开（写文件时，内容有非 ASCII 字符就默认加）',
        'begin CSV with a byte-order mark for Excel and WPS (default for a file that is not plain ASCII)',
      ),
    )
    .option('--no-bom', say('CSV 不加字节序标记', 'CSV without a byte-order mark'))
    .option(
      '--headings <words>',
      say(
        'CSV 的表头和选项用词：id（默认，供程序读）|zh|en',
        'headings and words of choices in CSV: id (for programs; when not given)|zh|en',
      ),
    )
    .option('-q, --quiet', say('不显示提示、警告和进度', 'no notes, no warnings, no progress'))
    .option(
      '--color <when>',
      say(`颜色：${COLORS.join('|')}，默认 auto（只在终端上）`, `colour: ${COLORS.join('|')}; auto (on a terminal alone) when not given`),
    )
    .option('--no-pager', say('结果多于一屏时不用 $PAGER', 'do not show what is longer than the screen through $PAGER'))
    .option('--no-color', say('不用颜色，同 --color never', 'no colour, as --color never'))
    .option('--lang <zh|en>', say('语言，默认按系统区域', 'language; that of the locale when not given'));
}
