import { UserError } from '../../errors.ts';
import { TEMPLATE_IDS } from '../../report/template/examples.ts';
import type { TemplateId } from '../../report/template/examples.ts';
import { templateCsv, templateSheets } from '../../report/template/template.ts';
import { writeWorkbook } from '../../report/workbook.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { nearest } from '../../vocabulary/nearest.ts';
import { addOutputOptions } from '../options.ts';
import type { Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { formatOf, markOf } from '../surface.ts';

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
  command
    .option('--lang <zh|en>', say('界面和表头的语言，默认按系统区域', 'language, of the headings too; that of the locale when not given'))
    .action(async (word: string, words: Words) => {
      await template(tableOf(word), words, context);
      context.exit(EXIT.done);
    });
};

function tableOf(word: string): TemplateId {
  const table = TEMPLATE_IDS.find((id) => id === word);
  if (table) return table;
  const near = nearest(word, TEMPLATE_IDS);
  throw new UserError({
    zh: `没有“${word}”的模板${near ? `，是不是 ${near}？` : ''}。可选：${TEMPLATE_IDS.join('、')}`,
    en: `no template for "${word}"${near ? `; did you mean ${near}?` : '.'} Choose from ${TEMPLATE_IDS.join(', ')}`,
  });
}

async function template(table: TemplateId, words: Words, { world, lang }: CommandContext): Promise<void> {
  const output = words.output as string | undefined;
  const format = output === undefined && words.format === undefined ? 'csv' : formatOf(words, FORMATS, 'csv', world).id;
  if (format === 'xlsx' && output === undefined && world.stdout.isTTY === true) {
    throw new UserError({
      zh: `工作簿不能显示在终端上。请写入文件：-o ${table}.xlsx`,
      en: `a workbook is not written to a terminal. Write it to a file: -o ${table}.xlsx`,
    });
  }
  const write = await outputFor(words, [], world);
  const content =
    format === 'xlsx' ? await writeWorkbook(templateSheets(table, lang)) : markOf(words, format, lang) + templateCsv(table, lang);
  await write([content]);
}
