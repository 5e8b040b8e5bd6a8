import { UserError } from '../../errors.ts';
import type { Parameters } from '../../language/condition.ts';
import type { Finding } from '../../input/findings.ts';
import { load } from '../../library/load.ts';
import { checkFaces } from '../../pages/check/faces.ts';
import { run } from '../../tally/run.ts';
import { comparedFacts } from '../../tally/disagreements.ts';
import type { Input } from '../../tally/tally.ts';
import type { Text } from '../../vocabulary/text.ts';
import { annotate, refuseAnnotation } from '../annotate.ts';
import type { ByteOrderMark } from '../byte-order-mark.ts';
import { formats } from '../../formats/index.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import { FindingStore } from '../finding-store.ts';
import { openSource } from '../io.ts';
import { refuseOutput } from '../write-whole.ts';
import { Progress } from '../progress.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT, gravest } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { acceptedBy } from '../accepted-findings.ts';
import { addInputOptions, addOutputOptions } from '../declare-options.ts';
import { inputOptions } from '../options.ts';
import type { InputOptions, Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { byteOrderMark, printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';
import { sayError } from '../say.ts';
import { profileInputs } from '../tally-files.ts';

const SHOWN_IN_A_TABLE = 1000;

/** `aid-metrics check FILE…`: everything that is wrong with the files, in one run. */
export const addCheck: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('check')
    .optionsGroup(groupHeading('compute', context.lang))
    .argument('[file...]', say('要检查的文件；- 为标准输入', 'files to check; - is standard input'))
    .description(say('检查文件：列出全部问题、位置和改法', 'check files: every finding, where it is, how to mend it'));
  command.option(
    '--annotate <file>',
    say('写回原文件并加一列“错误信息”（.csv 或 .xlsx）', 'write the file back with one more column, errors (.csv or .xlsx)'),
  );
  command.option('--each', say('逐条列出（终端上默认按类归并）', 'every finding by itself (on a terminal they are gathered by kind)'));
  addInputOptions(command, context.lang);
  addOutputOptions(command, context.lang, formats.map(({ id }) => id).join('|'));
  addHelpPage(command, context.lang, {
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
  });
  command.action((files: readonly string[], words: Words) =>
    runCommand(
      context,
      () => checkOptions(files, words, context),
      (options) => check(options, context),
    ),
  );
};

/** Nothing that is compared needs a dated number. */
const NO_PARAMETERS: Parameters = {};

/** What is to be said of which files, checked word by word. */
interface CheckOptions {
  readonly input: InputOptions;
  readonly print: PrintOptions;
  /** The file to be written back, and the mark that it begins with. */
  readonly annotated: { readonly file: string; readonly mark: ByteOrderMark } | undefined;
  /** Findings are gathered by kind. */
  readonly grouped: boolean;
}

function checkOptions(files: readonly string[], words: Words, context: CommandContext): CheckOptions {
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
  const { world, lang, profile } = context;
  const { files, snapshot, quiet } = input;
  const names = files.map(({ file }) => file);
  const write = await outputFor(print, files, world);
  const limit = input.maxFindings ?? (print.format.of === 'page' ? SHOWN_IN_A_TABLE : Number.POSITIVE_INFINITY);
  const progress = new Progress(world, lang, quiet);
  const store = await FindingStore.create(world);
  const counts = { error: 0, warning: 0, note: 0, accepted: 0 };
  let openErrors = 0;
  const accept = await acceptedBy(input.accept, world);
  if (annotated) await refuseOutput(annotated.file, [...names, ...print.settings], world);

  const { opened, errors } = await load(
    files.map((file) => () => openSource(file, world, input.stdinLimit, input.database)),
    input.open,
    input.ownHeadings,
  );
  if (annotated && opened.length > 0) refuseAnnotation(annotated.file, opened);
  const stopped: Text[] = [...errors];
  let inputs: readonly Input[] = [];
  try {
    const plan = { facts: comparedFacts, parameters: () => NO_PARAMETERS, snapshot };
    const keep = (found: Finding): void => {
      const finding = accept(found);
      counts[finding.severity]++;
      if (finding.accepted !== undefined) counts.accepted++;
      else if (finding.severity === 'error') {
        openErrors++;
        world.statusSoFar(EXIT.dataErrors);
      }
      if (!quiet || finding.severity === 'error') store.add(finding);
    };
    const {
      tallies: { inputs: read },
    } = await run(opened, plan, keep, progress.show);
    inputs = [...read, ...profileInputs(profile)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    stopped.push(...error.texts);
  }
  progress.clear();
  for (const text of stopped) sayError(text, lang, world);
  const status = gravest(openErrors > 0 ? EXIT.dataErrors : EXIT.done, stopped.length > 0 ? EXIT.cannotRun : EXIT.done);
  world.statusSoFar(status);
  if (opened.length > 0) {
    const inOrder = (): AsyncIterable<Finding> => store.inOrder(names);
    // Where reading stopped half way, half of the findings would look like all of them.
    if (annotated && stopped.length === errors.length) await annotate(annotated.file, opened, inOrder, annotated.mark, lang, world);
    const checked = { findings: inOrder, inputs, counts, limit, lang, withAccepted: input.accept !== undefined };
    await write(print.format.write(checkFaces(checked, { screen: grouped ? print.surface.width : undefined }), print.surface));
  }
  return status;
}
