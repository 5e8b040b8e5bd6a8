import { Command } from 'commander';
import type { CommandContext } from './command.ts';
import { commands } from './commands/index.ts';
import { applyProfile } from './profile-option.ts';
import { isStandardOutput } from './target.ts';
import { VERSION } from './version.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

/** The program as commander sees it, in the person's language: with the command that is asked for, or with all of them for the help page. */
export async function buildProgram(context: CommandContext): Promise<Command> {
  const { lang, world } = context;
  const program = new Command('aid-metrics');
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  program
    .description(
      say(
        '从村、户、项目表计算脱贫指标：产业覆盖率、贫困发生率、村级集体经济收入增长等',
        'Computes the figures of poverty alleviation from village, household and project files: industry coverage, poverty incidence, collective-income growth',
      ),
    )
    .version(VERSION, '-V, --version', say('显示版本', 'print the version'))
    .option('--lang <zh|en>', say('界面语言，默认按系统区域', 'language; that of the locale when not given'));
  const asked = context.argv.find((word) => Object.hasOwn(commands, word));
  for (const [name, load] of Object.entries(commands)) if (asked === undefined || asked === name) (await load())(program, context);
  program.hook('preAction', (_, command) => {
    applyProfile(command, context.profile);
    // Named outright, standard output is where the result goes anyway, and in the format that it has there.
    if (isStandardOutput(command.getOptionValue('output'))) command.setOptionValue('output', undefined);
  });
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .helpOption('-h, --help', say('显示帮助', 'show help'))
      .configureOutput({
        writeOut: (text) => world.stdout.write(text),
        // Errors are worded by run: what is left is help, printed for a command line without a command.
        writeErr: (text) => world.stdout.write(text),
        outputError: () => undefined,
      })
      .configureHelp({
        styleTitle: (title) => (lang === 'zh' ? (TITLES[title] ?? title) : title),
        helpWidth: Math.min(world.stdout.columns ?? 80, 110),
      });
  }
  program.helpCommand('help [command]', say('显示某个命令的帮助', 'show help for a command'));
  program.addHelpText('after', say(EXAMPLES.zh, EXAMPLES.en));
  return program;
}

const EXAMPLES = {
  zh: `
例子：
  aid-metrics report 村表.csv                     各村的核心指标
  aid-metrics report 村表.csv 户表.csv -o 月报.xlsx   写成 Excel 工作簿
  aid-metrics report 村表.csv 户表.csv -o 月报.html   写成给领导看的网页，可以打印
  aid-metrics check 户表.csv                      表里有哪些问题，在哪一行、怎么改
  aid-metrics verify 95.78% --numerator 159       公布的百分比对应哪个分母
  aid-metrics explain industry_coverage           产业覆盖率是怎么算的

退出状态：0 完成；1 数据有错误（verify：没有整数能得出）；
2 无法运行（用法、文件、表头）；
          3 有未达标或不能判定的（只在用 --fail-on-unmet 时）；70 程序错误`,
  en: `
Examples:
  aid-metrics report villages.csv                 the core figures of each village
  aid-metrics report villages.csv households.csv -o report.xlsx   as an Excel workbook
  aid-metrics report villages.csv households.csv -o report.html   as a page for a leader, to be read or printed
  aid-metrics check households.csv                what is wrong, in which row, and how to mend it
  aid-metrics verify 95.78% --numerator 159       which denominator a published percentage has
  aid-metrics explain industry_coverage           how industry coverage is computed

Exit status: 0 done; 1 the data has errors (verify: nothing fits);
2 cannot run (usage, files, headers);
             3 a standard not met or undetermined (only with --fail-on-unmet); 70 our bug`,
};
