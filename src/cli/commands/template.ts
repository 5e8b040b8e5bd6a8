import { UserError } from '../../errors.ts';
import { TEMPLATE_IDS } from '../../template/examples.ts';
import type { TemplateId } from '../../template/examples.ts';
import { templateCsv, templateSheets } from '../../template/template.ts';
import { writeWorkbook } from '../../formats/xlsx/workbook.ts';
import { addHelpPage } from '../help.ts';
import { didYouMean } from '../../vocabulary/nearest.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { addOutputOptions } from '../declare-options.ts';
import type { Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';

const FORMATS = [
  { id: 'csv', ending: '.csv' },
  { id: 'xlsx', ending: '.xlsx' },
] as const;

/** `aid-metrics template TABLE`: an empty table to fill in, with one made-up row that shows how. */
export const addTemplate: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('template')
    .argument('<table>', say(`哪一种表：${TEMPLATE_IDS.join('|')}`, `which table: ${TEMPLATE_IDS.join('|')}`))
    .description(
      say('空白表：表头和一行例子；xlsx 带下拉选项和说明', 'an empty table to fill in; as xlsx with drop-down lists and explanations'),
    );
  addOutputOptions(command, context.lang, FORMATS.map(({ id }) => id).join('|'));
  addHelpPage(command, context.lang, {
    examples: [
      [
        { zh: 'template villages -o 村表.xlsx', en: 'template villages -o villages.xlsx' },
        { zh: '空白村表，带下拉选项', en: 'an empty village table with drop-down lists' },
      ],
      [
        { zh: 'template households --lang en', en: 'template households --lang zh' },
        { zh: '英文表头的户表，CSV', en: 'the household table with Chinese headings, as CSV' },
      ],
    ],
    statuses: ['done', 'cannotRun', 'bug'],
  });
  command.action((word: string, words: Words) =>
    runCommand(
      context,
      () => templateOptions(word, words, context),
      (options) => template(options, context),
    ),
  );
};

function tableOf(word: string): TemplateId {
  const table = TEMPLATE_IDS.find((id) => id === word);
  if (table) return table;
  const meant = didYouMean(word, TEMPLATE_IDS);
  throw new UserError({
    zh: `没有“${word}”的模板${meant.zh}。可选：${TEMPLATE_IDS.join('、')}`,
    en: `no template for "${word}"${meant.en} Choose from ${TEMPLATE_IDS.join(', ')}`,
  });
}

interface TemplateOptions {
  readonly table: TemplateId;
  readonly print: PrintOptions<(typeof FORMATS)[number]>;
}

function templateOptions(word: string, words: Words, context: CommandContext): TemplateOptions {
  const table = tableOf(word);
  const print = printOptions(words, FORMATS, 'csv', context);
  const { format, output } = print;
  if (format.id === 'xlsx' && output === undefined && context.world.stdout.isTTY === true) {
    throw new UserError({
      zh: `工作簿不能显示在终端上。请写入文件：-o ${table}.xlsx`,
      en: `a workbook is not written to a terminal. Write it to a file: -o ${table}.xlsx`,
    });
  }
  return { table, print };
}

async function template({ table, print }: TemplateOptions, { world, lang }: CommandContext): Promise<ExitCode> {
  const write = await outputFor(print, [], world);
  const content = print.format.id === 'xlsx' ? [await writeWorkbook(templateSheets(table, lang))] : [templateCsv(table, lang)];
  await write(content);
  return EXIT.done;
}
