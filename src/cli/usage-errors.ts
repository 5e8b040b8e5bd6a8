import type { CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import type { Lang } from '../vocabulary/text.ts';

const QUOTED = /'([^']*)'/u;
const SUGGESTED = /\(Did you mean (?:one of )?(.*)\?\)/u;

/** A number below zero looks like an option: `verify -3%`. */
const NEGATIVE = /^-[\d.]/u;

/** How each of commander's usage errors is said in Chinese; `it` is what the error is about. */
const IN_CHINESE: Readonly<Record<string, (it: string) => string>> = {
  'commander.unknownOption': (it) => `不认识的选项 ${it}`,
  'commander.unknownCommand': (it) => `不认识的命令 ${it}`,
  'commander.missingArgument': (it) => `缺少 ${it}`,
  'commander.missingMandatoryOptionValue': (it) => `缺少选项 ${it}`,
  'commander.optionMissingArgument': (it) => `选项 ${it} 后面要写值`,
  'commander.invalidArgument': (it) => `选项 ${it} 的值不对`,
  'commander.excessArguments': () => '多余的参数',
};

/** Where to look: in the help of the command that was called. */
export function whereToLook(argv: readonly string[], lang: Lang): string {
  const command = argv.find((word) => Object.hasOwn(commands, word));
  const help = ['aid-metrics', ...(command === undefined ? [] : [command]), '--help'].join(' ');
  return { zh: `用 ${help} 查看用法`, en: `Try: ${help}` }[lang];
}

/** A usage error in the person's language, and on the next line where to look. */
export function usageError(error: CommanderError, argv: readonly string[], lang: Lang): readonly string[] {
  const it = QUOTED.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption' && NEGATIVE.test(it))
    return [{ zh: `错误：${it} 是负数，这里要写 0 或更大的数`, en: `error: ${it} is negative; write 0 or more here` }[lang]];
  const chinese = IN_CHINESE[error.code];
  if (lang === 'en' || !chinese) return [error.message.replace('\n(Did you mean', ' (Did you mean'), whereToLook(argv, lang)];
  const suggestion = SUGGESTED.exec(error.message)?.[1];
  return [`错误：${chinese(it)}${suggestion ? `（是不是 ${suggestion}？）` : ''}`, whereToLook(argv, lang)];
}
