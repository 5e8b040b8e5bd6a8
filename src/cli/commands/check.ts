import { Progress } from '../progress.ts';
import type { Finding } from '../../input/finding.ts';
import { load } from '../../library/load.ts';
import { checkFaces } from '../../pages/check/faces.ts';
import { annotate, refuseAnnotation } from '../annotate.ts';
import type { ByteOrderMark } from '../byte-order-mark.ts';
import { formats } from '../../formats/index.ts';
import { findIn } from '../found-in-files.ts';
import { openSource } from '../io.ts';
import { refuseOutput } from '../write-whole.ts';
import type { CommandContext } from '../command.ts';
import { declared } from '../declared.ts';
import type { Given } from '../declared.ts';
import { EXIT, gravest } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { acceptedBy } from '../accepted-findings.ts';
import { inputOptions } from '../options.ts';
import type { InputOptions, TypedWords } from '../options.ts';
import { outputFor } from '../output.ts';
import { byteOrderMark, printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';
import { sayError } from '../say.ts';

const SHOWN_IN_A_TABLE = 1000;

/** What is to be said of which files, checked word by word. */
interface CheckOptions {
  readonly input: InputOptions;
  readonly print: PrintOptions;
  /** The file to be written back, and the mark that it begins with. */
  readonly annotated: { readonly file: string; readonly mark: ByteOrderMark } | undefined;
  /** Findings are gathered by kind. */
  readonly grouped: boolean;
}

/** `aid-metrics check FILE…`: everything that is wrong with the files, in one run. */
export const addCheck = declared<CheckOptions>({
  name: 'check',
  about: { zh: '检查文件：列出全部问题、位置和改法', en: 'check files: every finding, where it is, how to mend it' },
  takes: [['[file...]', { zh: '要检查的文件；- 为标准输入', en: 'files to check; - is standard input' }]],
  own: [
    [
      '--annotate <file>',
      {
        zh: '写回原文件并加一列“错误信息”（.csv 或 .xlsx）；只写值，公式和格式不保留',
        en: 'write the file back with one more column, errors (.csv or .xlsx): the values, without formulas and formats',
      },
    ],
    ['--each', { zh: '逐条列出（终端上默认按类归并）', en: 'every finding by itself (on a terminal they are gathered by kind)' }],
  ],
  readsFiles: true,
  formats,
  help: {
    examples: [
      [
        { zh: 'check 户表.csv', en: 'check households.csv' },
        { zh: '有哪些问题，在哪一行、怎么改', en: 'what is wrong, in which row, and how to mend it' },
      ],
      [
        { zh: 'check 户表.csv --annotate 户表-改.xlsx', en: 'check households.csv --annotate mended.xlsx' },
        { zh: '写回一份，每行后面注明错误', en: 'the file written back, with what was found beside each row' },
      ],
    ],
    statuses: ['done', 'findings', 'cannotRun', 'bug'],
  },
  read,
  work: check,
});

function read({ files }: Given, words: TypedWords, context: CommandContext): CheckOptions {
  const print = printOptions(words, formats, 'table', context);
  const annotated = words.annotate as string | undefined;
  return {
    input: inputOptions(files, words, context),
    print,
    annotated: annotated === undefined ? undefined : { file: annotated, mark: byteOrderMark(words) },
    // A person at a terminal wants to know what is wrong; which of four hundred rows is for files and pipes.
    grouped:
      print.format.of === 'page' &&
      print.output === undefined &&
      context.world.stdout.isTTY === true &&
      words.each !== true &&
      words.maxFindings === undefined,
  };
}

async function check({ input, print, annotated, grouped }: CheckOptions, context: CommandContext): Promise<ExitCode> {
  const { world, lang } = context;
  const names = input.files.map(({ file }) => file);
  const write = await outputFor(print, input.files, world);
  const accept = await acceptedBy(input.accept, world);
  const progress = new Progress(world, lang, input.quiet);
  if (annotated)
    await refuseOutput(annotated.file, [...names, ...print.settings], world, /\.xlsx$/iu.test(annotated.file) ? 'xlsx' : undefined);
  const { opened, errors } = await load(
    input.files.map((file) => async () => progress.watched(await openSource(file, world, input.stdinLimit, input.database))),
    input.open,
    input.ownHeadings,
  );
  if (annotated && opened.length > 0) refuseAnnotation(annotated.file, opened);
  const { store, counts, openErrors, inputs, stopped } = await findIn(opened, input, accept, progress, context);
  const isUnread = errors.length + stopped.length > 0;
  for (const text of [...errors, ...stopped]) sayError(text, lang, world);
  const status = gravest(openErrors > 0 ? EXIT.dataErrors : EXIT.done, isUnread ? EXIT.cannotRun : EXIT.done);
  world.statusSoFar(status);
  if (opened.length === 0) return status;
  const inOrder = (): AsyncIterable<Finding> => store.inOrder(names);
  // Where reading stopped half way, half of the findings would look like all of them.
  if (annotated && stopped.length === 0) await annotate(annotated.file, opened, inOrder, annotated.mark, lang, world);
  const limit = input.maxFindings ?? (print.format.of === 'page' ? SHOWN_IN_A_TABLE : Number.POSITIVE_INFINITY);
  const checked = { findings: inOrder, inputs, counts, limit, lang, withAccepted: input.accept !== undefined };
  await write(print.format.write(checkFaces(checked, { screen: grouped ? print.surface.width : undefined }), print.surface));
  return status;
}
