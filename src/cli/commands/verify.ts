import { UserError } from '../../errors.ts';
import { halfWidth } from '../../input/cell.ts';
import { inSmallestUnit, readNumberText } from '../../input/number-text.ts';
import { verificationFaces } from '../../pages/verify/faces.ts';
import { verify } from '../../verify/verification.ts';
import type { Question } from '../../verify/verification.ts';
import type { Text } from '../../vocabulary/text.ts';
import { formats } from '../../formats/index.ts';
import type { CommandContext } from '../command.ts';
import { declared } from '../declared.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import type { TypedWords } from '../options.ts';
import { outputFor } from '../output.ts';
import { printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';

/** What is asked of a percentage, checked word by word. */
interface VerifyOptions {
  readonly question: Question;
  readonly print: PrintOptions;
}

/** `aid-metrics verify PERCENT`: which whole-number counts give a published percentage, rounded or cut off. */
export const addVerify = declared<VerifyOptions>({
  name: 'verify',
  about: {
    zh: '核对公布的百分比对应哪些整数（四舍五入、截去尾数）',
    en: 'check a published percentage: which whole numbers give it, rounded or cut off',
  },
  takes: [
    [
      '<percent>',
      { zh: '公布的百分比，照原样写：95.78% 或 91', en: 'the percentage as it was published, with its decimals: 95.78% or 91' },
    ],
  ],
  own: [
    ['--numerator <n>', { zh: '分子（如参与产业的户数）', en: 'the numerator, such as households with an industry' }],
    ['--denominator <n>', { zh: '分母（如贫困户总数）', en: 'the denominator, such as all poor households' }],
    ['--max-denominator <n>', { zh: '分母最大到多少', en: 'the greatest denominator to think of' }],
  ],
  formats,
  help: {
    examples: [
      ['verify 95.78% --numerator 159', { zh: '分子是 159，分母是多少', en: 'which denominators go with 159' }],
      ['verify 0.82% --denominator 1341', { zh: '1341 人里是多少人', en: 'how many of 1341 it stands for' }],
    ],
    statuses: ['done', 'noFit', 'cannotRun', 'bug'],
  },
  read: ({ word }, words, context) => ({ question: questionOf(word!, words), print: printOptions(words, formats, 'table', context) }),
  work: answer,
});

async function answer({ question, print }: VerifyOptions, { world, lang }: CommandContext): Promise<ExitCode> {
  const write = await outputFor(print, [], world);
  const verification = verify(question);
  const status = verification.anyFit ? EXIT.done : EXIT.dataErrors;
  world.statusSoFar(status);
  await write(print.format.write(verificationFaces(verification, lang), print.surface));
  return status;
}

/** What is asked, by which of the three numbers are given. */
function questionOf(word: string, words: TypedWords): Question {
  const percent = percentOf(word);
  const numerator = countOption('numerator', words, 0n);
  const denominator = countOption('denominator', words, 1n);
  const most = countOption('max-denominator', words, 1n);
  if (denominator !== undefined) {
    if (most !== undefined)
      throw new UserError({
        zh: '给了 --denominator，分母就定了，不用再写 --max-denominator。请去掉一个',
        en: 'with --denominator the denominator is known, so --max-denominator has nothing to say. Leave one of them out',
      });
    if (numerator === undefined) return { kind: 'numerators', percent, denominator };
    refuseMoreThanAll(numerator, denominator, '--denominator');
    return { kind: 'fit', percent, numerator, denominator };
  }
  if (numerator !== undefined) {
    if (most !== undefined) refuseMoreThanAll(numerator, most, '--max-denominator');
    return { kind: 'denominators', percent, numerator, most };
  }
  if (most !== undefined) return { kind: 'pairs', percent, most };
  throw new UserError({
    zh: `还要知道分子、分母或分母的上限。例：aid-metrics verify ${percent}% --numerator 159；或 --denominator 166，或 --max-denominator 200`,
    en: `a numerator, a denominator or a limit to it is needed. Example: aid-metrics verify ${percent}% --numerator 159; or --denominator 166, or --max-denominator 200`,
  });
}

function refuseMoreThanAll(numerator: bigint, denominator: bigint, option: string): void {
  if (numerator <= denominator) return;
  throw new UserError({
    zh: `--numerator ${numerator} 大于 ${option} ${denominator}：部分不能多于全部。是不是写反了？`,
    en: `--numerator ${numerator} is more than ${option} ${denominator}: a part cannot exceed its whole. Are they the wrong way round?`,
  });
}

const PERCENT = /^(\d+(?:\.\d+)?)%?$/u;

/** The percentage without its sign, with the decimals that were typed: they say how it was shortened. */
function percentOf(word: string): string {
  const percent = PERCENT.exec(halfWidth(word).replace(/\s+/gu, ''))?.[1]?.replace(/^0+(?=\d)/u, '');
  if (percent === undefined)
    throw new UserError({
      zh: `“${word}”不是百分比。照公布的写，如 95.78% 或 91`,
      en: `"${word}" is not a percentage. Write it as it was published, such as 95.78% or 91`,
    });
  const [whole = '', decimals = ''] = percent.split('.');
  if (BigInt(whole + decimals) > 100n * 10n ** BigInt(decimals.length))
    throw new UserError({
      zh: `${percent}% 超过 100%：这里核对的是部分占全部的比率，不是增长率。请写 0 到 100 之间的百分比`,
      en: `${percent}% is more than 100%: a part of a whole is checked here, not growth. Write a percentage from 0 to 100`,
    });
  return percent;
}

/** Unit words that may stand behind a count. */
const COUNTED = ['户', '人', '户次', '人次', '个', '村'];

/** A whole number as people write it: 1341, 1,341, １３４１, 9899万. */
function countOption(name: 'numerator' | 'denominator' | 'max-denominator', words: TypedWords, least: bigint): bigint | undefined {
  const word = words[name === 'max-denominator' ? 'maxDenominator' : name] as string | undefined;
  if (word === undefined) return undefined;
  const refuse = (why: Text): UserError => new UserError({ zh: `--${name} ${word}${why.zh}`, en: `--${name} ${word}${why.en}` });
  const read = readNumberText(word, COUNTED);
  if ('finding' in read) throw refuse({ zh: ' 不是整数，写成 166 或 1,341', en: ' is not a whole number; write 166 or 1,341' });
  if (read.atLeast)
    throw refuse({ zh: ' 只是下限，核对需要确切的整数', en: ' is only a lower bound; the exact whole number is needed here' });
  const { amount, exact } = inSmallestUnit(read.mantissa, read.places);
  if (!exact) throw refuse({ zh: ' 不是整数。户数、人数没有小数', en: ' is not a whole number; households and persons have no decimals' });
  if (amount >= least) return amount;
  if (amount === 0n) throw refuse({ zh: '：分母不能是 0，写 1 或更大的整数', en: ': nothing can be divided by 0; write 1 or more' });
  throw refuse({ zh: ' 是负数，写 0 或更大的整数', en: ' is negative; write a whole number from 0 up' });
}
