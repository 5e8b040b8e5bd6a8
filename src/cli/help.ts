import type { Command } from 'commander';
import type { Lang, Text } from '../vocabulary/text.ts';

/** Headings of the groups of options, in the order of a help page. */
const GROUPS = {
  compute: { zh: '算什么：', en: 'What to compute:' },
  files: { zh: '读哪些文件、怎样读：', en: 'Which files, and how to read them:' },
  print: { zh: '怎样输出：', en: 'How to print:' },
} as const satisfies Readonly<Record<string, Text>>;

/** The heading of a group of options: those added after `optionsGroup` stand under it. */
export const groupHeading = (group: keyof typeof GROUPS, lang: Lang): string => GROUPS[group][lang];

/** What an exit status means. Each command says those that it can end with. */
const STATUSES = {
  done: ['0', { zh: '完成', en: 'done' }],
  dataErrors: ['1', { zh: '数据有错误，或一个数也算不出', en: 'the data has errors, or not one figure could be computed' }],
  findings: ['1', { zh: '文件里有错误', en: 'the files have errors' }],
  noFit: ['1', { zh: '没有整数能得出这个百分比', en: 'no whole numbers give the percentage' }],
  cannotRun: ['2', { zh: '无法运行（用法、文件、表头）', en: 'cannot run (usage, files, headers)' }],
  unmet: [
    '3',
    { zh: '有未达标或不能判定的（只在用 --fail-on-unmet 时）', en: 'a standard not met or undetermined (only with --fail-on-unmet)' },
  ],
  bug: ['70', { zh: '程序错误', en: 'our bug' }],
} as const satisfies Readonly<Record<string, readonly [string, Text]>>;

/** What stands below the options: what is typed, each with what it is for, and how the command may end. */
export interface HelpPage {
  readonly examples: readonly (readonly [typed: Text | string, what: Text])[];
  readonly statuses: readonly (keyof typeof STATUSES)[];
}

const HEADINGS = { examples: { zh: '例子：', en: 'Examples:' }, statuses: { zh: '退出状态：', en: 'Exit status:' } } as const;

/** Ends the help of a command with its examples and exit statuses. */
export function addHelpPage(command: Command, lang: Lang, { examples, statuses }: HelpPage): void {
  const typed = (words: Text | string): string => (typeof words === 'string' ? words : words[lang]);
  const lines = [
    HEADINGS.examples[lang],
    ...examples.flatMap(([words, what]) => [`  aid-metrics ${typed(words)}`, `      ${what[lang]}`]),
    '',
    HEADINGS.statuses[lang],
    ...statuses.map((status) => `  ${STATUSES[status][0].padEnd(2)}  ${STATUSES[status][1][lang]}`),
  ];
  command.addHelpText('after', `\n${lines.join('\n')}`);
}
