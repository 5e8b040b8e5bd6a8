import { UserError } from '../../errors.ts';
import { TEMPLATE_IDS } from '../../template/examples.ts';
import type { TemplateId } from '../../template/examples.ts';
import { templateCsv, templateSheets } from '../../template/template.ts';
import { writeWorkbook } from '../../formats/xlsx/workbook.ts';
import { didYouMean } from '../../vocabulary/nearest.ts';
import type { CommandContext } from '../command.ts';
import { declared } from '../declared.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import type { TypedWords } from '../options.ts';
import { outputFor } from '../output.ts';
import { printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';

const FORMATS = [
  { id: 'csv', ending: '.csv' },
  { id: 'xlsx', ending: '.xlsx' },
] as const;

/** Which empty table is wanted, checked word by word. */
interface TemplateOptions {
  readonly table: TemplateId;
  readonly print: PrintOptions<(typeof FORMATS)[number]>;
}

/** `aid-metrics template TABLE`: an empty table to fill in, with one made-up row that shows how. */
export const addTemplate = declared<TemplateOptions>({
  name: 'template',
  about: {
    zh: '空白表：表头和一行例子；xlsx 带下拉选项和说明',
    en: 'an empty table to fill in; as xlsx with drop-down lists and explanations',
  },
  takes: [['<table>', { zh: `哪一种表：${TEMPLATE_IDS.join('|')}`, en: `which table: ${TEMPLATE_IDS.join('|')}` }]],
  own: [],
  formats: FORMATS,
  help: {
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
  },
  read: ({ word }, words, context) => read(word!, words, context),
  work: template,
});

function tableOf(word: string): TemplateId {
  const table = TEMPLATE_IDS.find((id) => id === word);
  if (table) return table;
  const meant = didYouMean(word, TEMPLATE_IDS);
  throw new UserError({
    zh: `没有“${word}”的模板${meant.zh}。可选：${TEMPLATE_IDS.join('、')}`,
    en: `no template for "${word}"${meant.en} Choose from ${TEMPLATE_IDS.join(', ')}`,
  });
}

function read(word: string, words: TypedWords, context: CommandContext): TemplateOptions {
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
