import { UserError } from '../../errors.ts';
import type { Finding } from '../../input/findings.ts';
import { load } from '../../library/load.ts';
import { findingCsv, findingLines, findingRecord, findingsCsvHeader } from '../../report/findings-text.ts';
import { fill } from '../../report/draw.ts';
import { groupFindings, groupedPage } from '../../report/finding-groups.ts';
import { inProcess } from '../../tally/engines/in-process.ts';
import { comparedFacts } from '../../tally/disagreements.ts';
import type { Input, ReadColumn } from '../../tally/tally.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import { annotate, refuseAnnotation } from '../annotate.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import { withheldText } from '../finding-printer.ts';
import { FindingStore } from '../finding-store.ts';
import { openSource } from '../io.ts';
import { refuseOutput } from '../write-whole.ts';
import { Progress } from '../progress.ts';
import type { Surface } from '../../report/format.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT, gravest } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { acceptedBy } from '../accepted-findings.ts';
import { addInputOptions, addOutputOptions } from '../declare-options.ts';
import { inputOptions } from '../options.ts';
import type { InputOptions, Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { PAGE_FORMATS, markOf, printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';
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
  addOutputOptions(command, context.lang, PAGE_FORMATS.map(({ id }) => id).join('|'));
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

/** What is to be said of which files, checked word by word. */
interface CheckOptions {
  readonly input: InputOptions;
  readonly print: PrintOptions<(typeof PAGE_FORMATS)[number]['id']>;
  /** The file to be written back, and the mark that it begins with. */
  readonly annotated: { readonly file: string; readonly mark: string } | undefined;
  /** Findings are gathered by kind. */
  readonly grouped: boolean;
}

function checkOptions(files: readonly string[], words: Words, context: CommandContext): CheckOptions {
  const print = printOptions(words, PAGE_FORMATS, 'table', context);
  const annotated = words.annotate as string | undefined;
  return {
    input: inputOptions(files, words, context),
    print,
    annotated:
      annotated === undefined ? undefined : { file: annotated, mark: markOf({ ...words, output: annotated }, 'csv', context.lang) },
    // A person at a terminal wants to know what is wrong; which of four hundred rows is for files and pipes.
    grouped:
      print.format === 'table' &&
      print.output === undefined &&
      context.world.stdout.isTTY === true &&
      words.each !== true &&
      words.maxFindings === undefined,
  };
}

async function check({ input, print, annotated, grouped }: CheckOptions, { world, lang, profile }: CommandContext): Promise<ExitCode> {
  const { files, snapshot, quiet } = input;
  const names = files.map(({ file }) => file);
  const write = await outputFor(print, files, world);
  const limit = input.maxFindings ?? (print.format === 'table' ? SHOWN_IN_A_TABLE : Number.POSITIVE_INFINITY);
  const progress = new Progress(world, lang, quiet);
  const store = await FindingStore.create(world);
  const counts = { error: 0, warning: 0, note: 0, accepted: 0 };
  let openErrors = 0;
  const accept = await acceptedBy(input.accept, world);
  if (annotated) await refuseOutput(annotated.file, [...names, ...print.settings], world);

  const { opened, errors } = await load(
    files.map((file) => () => openSource(file, world, input.stdinLimit)),
    input.open,
    input.ownHeadings,
  );
  if (annotated && opened.length > 0) refuseAnnotation(annotated.file, opened);
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
    // Where reading stopped half way, half of the findings would look like all of them.
    if (annotated && stopped.length === errors.length) await annotate(annotated.file, opened, inOrder, annotated.mark, lang, world);
    const content = withMark(
      print.mark,
      (grouped ? asGroups : WRITERS[print.format])(inOrder(), {
        surface: print.surface,
        inputs,
        counts,
        limit,
        lang,
        withAccepted: input.accept !== undefined,
      }),
    );
    await write(content);
  }
  return status;
}

interface Checked {
  readonly inputs: readonly Input[];
  readonly counts: Readonly<Record<Finding['severity'] | 'accepted', number>>;
  readonly withAccepted: boolean;
  readonly limit: number;
  readonly lang: Lang;
  readonly surface: Surface;
}

const WRITERS = { table: asTable, csv: asCsv, json: asJson } as const;

async function* withMark(mark: string, content: AsyncIterable<string>): AsyncGenerator<string> {
  if (mark) yield mark;
  yield* content;
}

async function* asTable(findings: AsyncIterable<Finding>, { inputs, counts, limit, lang }: Checked): AsyncGenerator<string> {
  let shown = 0;
  let all = 0;
  for await (const finding of findings) {
    all++;
    if (shown >= limit) continue;
    shown++;
    yield `${findingLines(finding, lang)}\n`;
  }
  if (all > shown) yield `${withheldText(all - shown, lang)}\n`;
  if (all > 0) yield '\n';
  yield* inputLines(inputs, lang);
  yield countsLine(counts, lang);
}

/** A page that fits a screen or two. */
const MOST_LINES = 50;
/** What the kinds may take up, however much there is to say of the files. */
const FEWEST_FOR_KINDS = 24;
/** Of how a file was read, so many lines. */
const MOST_ABOUT_COLUMNS = 3;

async function* asGroups(findings: AsyncIterable<Finding>, { inputs, counts, lang, surface }: Checked): AsyncGenerator<string> {
  const groups = await groupFindings(findings);
  const about = [...inputLines(inputs, lang)].flatMap((line) => {
    const lines = fill(line.trimEnd(), surface.width, lang).split('\n');
    return lines.length > MOST_ABOUT_COLUMNS ? [...lines.slice(0, MOST_ABOUT_COLUMNS - 1), `${lines[MOST_ABOUT_COLUMNS - 1]} …`] : lines;
  });
  const left = Math.max(FEWEST_FOR_KINDS, MOST_LINES - about.length - 2);
  if (groups.length > 0) yield `${groupedPage(groups, left, lang, surface)}\n`;
  const room = MOST_LINES - FEWEST_FOR_KINDS;
  for (const line of about.slice(0, room)) yield `${line}\n`;
  if (about.length > room) yield `${{ zh: '… 各文件的读法：--each', en: '… how each file was read: --each' }[lang]}\n`;
  yield countsLine(counts, lang);
}

/** How each file was read. */
function* inputLines(inputs: readonly Input[], lang: Lang): Generator<string> {
  for (const { file, sheet, table, encoding, rows, accepted, rejected, columns, notes } of inputs) {
    const name = sheet === undefined ? file : `${file} [${sheet}]`;
    if (table === 'profile') {
      yield `${{ zh: `${file}：设置`, en: `${file}: profile` }[lang]}\n`;
      continue;
    }
    const kind = { villages: '村表', households: '户表', projects: '项目表', tallies: '汇总表' }[table];
    yield `${{ zh: `${name}：${kind}，${encoding}，${rows} 行，通过 ${accepted}，未通过 ${rejected}`, en: `${name}: ${table}, ${encoding}, ${rows} rows, ${accepted} accepted, ${rejected} rejected` }[lang]}\n`;
    yield `    ${{ zh: '列：', en: 'columns: ' }[lang]}${columns.map(readAs).join(lang === 'zh' ? '；' : '; ')}\n`;
    for (const note of notes) yield `    ${note[lang]}\n`;
  }
}

function countsLine(counts: Checked['counts'], lang: Lang): string {
  const accepted =
    counts.accepted === 0 ? { zh: '', en: '' } : { zh: `，其中已接受 ${counts.accepted}`, en: `, ${counts.accepted} of them accepted` };
  return `${{ zh: `错误 ${counts.error}，警告 ${counts.warning}，提示 ${counts.note}${accepted.zh}`, en: `errors ${counts.error}, warnings ${counts.warning}, notes ${counts.note}${accepted.en}` }[lang]}\n`;
}

/** How a heading was understood, where that is more than its own name. */
function readAs({ heading, column, factor, inverted }: ReadColumn): string {
  const marks = [...(factor === 1 ? [] : [`×${factor}`]), ...(inverted ? ['¬'] : [])];
  return heading === column && marks.length === 0 ? column : `${heading} → ${[column, ...marks].join(' ')}`;
}

async function* asCsv(findings: AsyncIterable<Finding>, { limit, lang, withAccepted }: Checked): AsyncGenerator<string> {
  yield findingsCsvHeader(withAccepted);
  let shown = 0;
  for await (const finding of findings) if (shown++ < limit) yield findingCsv(finding, lang, withAccepted);
}

async function* asJson(findings: AsyncIterable<Finding>, { inputs, limit, lang }: Checked): AsyncGenerator<string> {
  const head = {
    schema: 'aid-metrics/check@1',
    inputs: inputs.map(({ notes, ...input }) => ({ ...input, notes: notes.map((note) => note[lang]) })),
  };
  yield `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "findings": [`;
  let shown = 0;
  for await (const finding of findings) {
    if (shown >= limit) continue;
    yield `${shown === 0 ? '' : ','}\n    ${JSON.stringify(findingRecord(finding, lang))}`;
    shown++;
  }
  yield shown === 0 ? ']\n}\n' : '\n  ]\n}\n';
}
