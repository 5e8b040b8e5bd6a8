import { UserError } from '../../errors.ts';
import type { Finding } from '../../input/findings.ts';
import { load } from '../../library/load.ts';
import { inProcess } from '../../tally/engines/in-process.ts';
import { comparedFacts } from '../../tally/disagreements.ts';
import type { Input } from '../../tally/tally.ts';
import type { Text } from '../../vocabulary/text.ts';
import { annotate, refuseAnnotation } from '../annotate.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT, gravest } from '../exit-code.ts';
import { FindingStore } from '../finding-store.ts';
import { openSource, refuseOutput } from '../io.ts';
import {
  acceptOption,
  addInputOptions,
  addOutputOptions,
  mapOption,
  maxFindingsOption,
  namedFiles,
  openOptions,
  periodOption,
} from '../options.ts';
import type { Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { profileInputs } from '../tally-files.ts';
import { Progress } from '../progress.ts';
import { formatOf, markOf, surfaceOf } from '../surface.ts';
import { checkFaces } from '../../report/pages/check/faces.ts';
import { formats } from '../../report/formats/index.ts';

const SHOWN_IN_A_TABLE = 1000;

/** `aid-metrics check FILE…`: everything that is wrong with the files, in one run. */
export const addCheck: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('check')
    .argument('[file...]', say('要检查的文件；- 为标准输入', 'files to check; - is standard input'))
    .description(say('检查文件：列出全部问题、位置和改法', 'check files: every finding, where it is, how to mend it'));
  command.option(
    '--annotate <file>',
    say('写回原文件并加一列“错误信息”（.csv 或 .xlsx）', 'write the file back with one more column, errors (.csv or .xlsx)'),
  );
  command.option('--each', say('逐条列出（终端上默认按类归并）', 'every finding by itself (on a terminal they are gathered by kind)'));
  addInputOptions(command, context.lang);
  addOutputOptions(command, context.lang, formats.map(({ id }) => id).join('|'));
  command.action(async (files: readonly string[], words: Words) => context.exit(await check(files, words, context)));
};

async function check(files: readonly string[], words: Words, { argv, world, lang, profile }: CommandContext) {
  const named = namedFiles(files, words, argv);
  const snapshot = periodOption('snapshot', words);
  const format = formatOf(words, formats, 'table', world);
  const names = named.map(({ file }) => file);
  const write = await outputFor(words, names, world);
  // A person at a terminal wants to know what is wrong; which of four hundred rows is for files and pipes.
  const grouped =
    format.of === 'page' &&
    words.output === undefined &&
    world.stdout.isTTY === true &&
    words.each !== true &&
    words.maxFindings === undefined;
  const limit = maxFindingsOption(words, format.of === 'page' ? SHOWN_IN_A_TABLE : Number.POSITIVE_INFINITY);
  const quiet = words.quiet === true;
  const progress = new Progress(world, lang, quiet);
  const store = await FindingStore.create(world);
  const counts = { error: 0, warning: 0, note: 0, accepted: 0 };
  let openErrors = 0;
  const accept = await acceptOption(words, world);
  const annotated = words.annotate as string | undefined;
  if (annotated !== undefined) await refuseOutput(annotated, names);

  const { opened, errors } = await load(
    named.map((file) => () => openSource(file, world)),
    openOptions(words, profile),
    mapOption(words),
  );
  if (annotated !== undefined && opened.length > 0) refuseAnnotation(annotated, opened);
  const stopped: Text[] = [...errors];
  let inputs: readonly Input[] = [];
  try {
    const plan = { facts: comparedFacts, parameters: () => ({}), snapshot };
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
    const { inputs: read } = await inProcess(opened, plan, keep, progress.show);
    inputs = [...read, ...profileInputs(profile)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    stopped.push(...error.texts);
  }
  progress.clear();
  for (const text of stopped) world.stderr.write(`${{ zh: '错误：', en: 'error: ' }[lang]}${text[lang]}\n`);
  const status = gravest(openErrors > 0 ? EXIT.dataErrors : EXIT.done, stopped.length > 0 ? EXIT.cannotRun : EXIT.done);
  world.statusSoFar(status);
  if (opened.length > 0) {
    const inOrder = (): AsyncIterable<Finding> => store.inOrder(names);
    if (annotated !== undefined)
      await annotate(annotated, opened, inOrder, markOf({ ...words, output: annotated }, 'csv', lang), lang, world);
    const checked = { findings: inOrder, inputs, counts, limit, lang, withAccepted: words.accept !== undefined };
    const surface = surfaceOf(words, { world, lang });
    await write(format.write(checkFaces(checked, { screen: grouped ? surface.width : undefined }), surface));
  }
  return status;
}
