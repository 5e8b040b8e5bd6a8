import { UserError } from '../../errors.ts';
import { chosenOf } from '../../report/standards/choose.ts';
import { standardsFaces } from '../../report/pages/standards/faces.ts';
import { isIsoDate } from '../../vocabulary/period.ts';
import type { IsoDate } from '../../vocabulary/period.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { addOutputOptions, profileFileOption, standardsFileOption } from '../options.ts';
import type { Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { regionOption, standardsOption } from '../standards-options.ts';
import { formatOf, surfaceOf } from '../surface.ts';
import { formats } from '../../report/formats/index.ts';

/** `aid-metrics standards`: poverty lines and exit standards, each with its document and the time it holds. */
export const addStandards: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('standards')
    .description(
      say('扶贫标准和退出标准：数值、时段、依据', 'poverty lines and exit standards, each with its document and the time it holds'),
    )
    .option(
      '--region <code>',
      say('只列这个地区适用的：CN、45、4511、451122 或省名', 'only those of a region: CN, 45, 4511, 451122 or the name of a province'),
    )
    .option('--on <date>', say('只列这一天有效的，如 2020-12-31', 'only those in force on a day, such as 2020-12-31'))
    .addOption(standardsFileOption(context.lang))
    .addOption(profileFileOption(context.lang));
  addOutputOptions(command, context.lang, formats.map(({ id }) => id).join('|'));
  command
    .option('--no-color', say('不用颜色', 'no colour'))
    .option('--lang <zh|en>', say('界面语言，默认按系统区域', 'language; that of the locale when not given'))
    .action(async (words: Words) => {
      await standards(words, context);
      context.exit(EXIT.done);
    });
};

async function standards(words: Words, { world, lang, profile }: CommandContext): Promise<void> {
  const format = formatOf(words, formats, 'table', world);
  const on = dayOption(words);
  const write = await outputFor(words, [], world);
  const shippedAndOwn = await standardsOption(words, world);
  const choice = { region: regionOption(words, shippedAndOwn, profile), on };
  const book = chosenOf(shippedAndOwn, choice);
  await write(format.write(standardsFaces(book, lang), surfaceOf(words, { world, lang })));
}

function dayOption(words: Words): IsoDate | undefined {
  const word = words.on as string | undefined;
  if (word === undefined || isIsoDate(word)) return word;
  throw new UserError({ zh: `--on ${word} 不是日期，写成 2020-12-31`, en: `--on ${word} is not a date; write 2020-12-31` });
}
