import { UserError } from '../../errors.ts';
import { chosenOf } from '../../standards/chosen.ts';
import { standardsFaces } from '../../pages/standards/faces.ts';
import { isIsoDate } from '../../vocabulary/period.ts';
import { formats } from '../../formats/index.ts';
import type { IsoDate } from '../../vocabulary/period.ts';
import type { CommandContext } from '../command.ts';
import { declared } from '../declared.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { profileFileOption, standardsFileOption } from '../declare-options.ts';
import { judgingOptions } from '../options.ts';
import type { JudgingOptions, TypedWords } from '../options.ts';
import { outputFor } from '../output.ts';
import { bookOf, regionOf } from '../standards-options.ts';
import { printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';

/** Which standards are to be shown, checked word by word. */
interface StandardsOptions {
  readonly judging: JudgingOptions;
  readonly print: PrintOptions;
  readonly on: IsoDate | undefined;
}

/** `aid-metrics standards`: poverty lines and exit standards, each with its document and the time it holds. */
export const addStandards = declared<StandardsOptions>({
  name: 'standards',
  about: {
    zh: '扶贫标准和退出标准：数值、时段、依据',
    en: 'poverty lines and exit standards, each with its document and the time it holds',
  },
  takes: [],
  own: [
    [
      '--region <code>',
      {
        zh: '只列这个地区适用的：CN、45、4511、451122 或省名',
        en: 'only those of a region: CN, 45, 4511, 451122 or the name of a province',
      },
    ],
    ['--on <date>', { zh: '只列这一天有效的，如 2020-12-31', en: 'only those in force on a day, such as 2020-12-31' }],
    standardsFileOption,
    profileFileOption,
  ],
  formats,
  help: {
    examples: [
      ['standards --region 45 --on 2020-12-31', { zh: '广西这一天有效的标准', en: 'what held in Guangxi on a day' }],
      [
        { zh: 'standards --standards 本县.json -f csv', en: 'standards --standards my-county.json -f csv' },
        { zh: '连同自己的标准，列成 CSV', en: 'with standards of your own, as CSV' },
      ],
    ],
    statuses: ['done', 'cannotRun', 'bug'],
  },
  read: (_, words, context) => ({
    judging: judgingOptions(words),
    print: printOptions(words, formats, 'table', context),
    on: dayOption(words),
  }),
  work: standards,
});

async function standards({ judging, print, on }: StandardsOptions, { world, lang, profile }: CommandContext): Promise<ExitCode> {
  const write = await outputFor(print, [], world);
  const shippedAndOwn = await bookOf(judging, world);
  const book = chosenOf(shippedAndOwn, { region: regionOf(judging, shippedAndOwn, profile), on });
  await write(print.format.write(standardsFaces(book, lang), print.surface));
  return EXIT.done;
}

function dayOption(words: TypedWords): IsoDate | undefined {
  const word = words.on as string | undefined;
  if (word === undefined || isIsoDate(word)) return word;
  throw new UserError({ zh: `--on ${word} 不是日期，写成 2020-12-31`, en: `--on ${word} is not a date; write 2020-12-31` });
}
