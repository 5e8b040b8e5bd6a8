import { UserError } from '../../errors.ts';
import { metrics as allMetrics } from '../../measure/metrics/index.ts';
import { householdRates } from '../../rows/left-out.ts';
import type { HouseholdRate } from '../../rows/left-out.ts';
import { listQuery, listedRows } from '../../rows/listed.ts';
import { factsOfKind } from '../../rows/list-kind.ts';
import type { ListKind } from '../../rows/list-kind.ts';
import { buildListing, closingLines } from '../../report/listing/listing.ts';
import { formats } from '../../formats/index.ts';
import { listFaces } from '../../pages/list/faces.ts';
import { lists } from '../../rows/lists/index.ts';
import { factKey } from '../../language/fact.ts';
import { facts } from '../../tables/facts.ts';
import { periodEnd } from '../../vocabulary/period.ts';
import { refuseUnanswerable } from '../../library/refuse-unanswerable.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import { didYouMean } from '../../vocabulary/nearest.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { addInputOptions, addOutputOptions, addSharedOptions, addStandardsOptions } from '../declare-options.ts';
import { asOfOption, inputOptions, judgingOptions, metricsOption, periodOption } from '../options.ts';
import type { Words } from '../options.ts';
import { knownPlace, refuseTallies, requireTable } from '../row-files.ts';
import { printOptions } from '../print-options.ts';
import { notesOn, periodFor, prepare, tallyFiles, writeNotes } from '../tally-files.ts';
import type { TallyOptions } from '../tally-files.ts';

const IDS = lists.map(({ id }) => id);

/** `aid-metrics list KIND FILE…`: the households or projects to act on. */
export const addList: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('list')
    .optionsGroup(groupHeading('compute', context.lang))
    .argument('<kind>', say(`名单：${IDS.join(' | ')}`, `which list: ${IDS.join(' | ')}`))
    .argument(
      '[file...]',
      say('户表、项目表、村表，顺序不限；- 为标准输入', 'household, project and village files in any order; - is standard input'),
    )
    .description(say('列出要跟进的户或项目', 'the households or projects to act on'))
    .option('--unknown', say('不清楚的也列出，并说明缺哪一列', 'list those of which it is not known too, and for want of which column'))
    .option(
      '--metrics <ids>',
      say(
        '只用于 excluded：看哪些比率，默认文件能算的全部',
        'for excluded alone: of which rates; all that the files can answer when not given',
      ),
    )
    .option('--partial', say('有错误也列出：出错的行不在名单里', 'list in spite of errors: rejected rows are not in the list'));
  addSharedOptions(command, context.lang, ['period', 'asOf', 'place']);
  addStandardsOptions(command, context.lang);
  addInputOptions(command, context.lang);
  addOutputOptions(command, context.lang, formats.map(({ id }) => id).join('|'));
  addHelpPage(command, context.lang, {
    examples: [
      [
        { zh: 'list uncovered 户表.csv', en: 'list uncovered households.csv' },
        { zh: '没有产业的贫困户', en: 'poor households without an industry' },
      ],
      [
        { zh: 'list at-risk 户表.csv --place 大桥村 --unknown', en: 'list at-risk households.csv --place Daqiao --unknown' },
        { zh: '大桥村有返贫风险的户，不清楚的也列出', en: 'those at risk in one village, and those of which it is not known' },
      ],
    ],
    statuses: ['done', 'findings', 'cannotRun', 'bug'],
  });
  command.action((kind: string, files: readonly string[], words: Words) =>
    runCommand(
      context,
      () => listOptions(kind, files, words, context),
      (options) => list(options, context),
    ),
  );
};

function kindOf(word: string): ListKind {
  const kind = lists.find(({ id }) => id === word);
  if (kind) return kind;
  const meant = didYouMean(word, IDS);
  throw new UserError({
    zh: `没有名单“${word}”${meant.zh}。可选：${IDS.join('、')}`,
    en: `no list "${word}"${meant.en} Choose from ${IDS.join(', ')}`,
  });
}

/** Who is to be listed, checked word by word. */
interface ListOptions extends TallyOptions {
  readonly kind: ListKind;
  readonly period: Period | undefined;
  readonly asOf: IsoDate | undefined;
  readonly rates: readonly HouseholdRate[];
  readonly place: string | undefined;
  readonly withUnknown: boolean;
}

function listOptions(word: string, files: readonly string[], words: Words, context: CommandContext): ListOptions {
  const kind = kindOf(word);
  return {
    kind,
    input: inputOptions(files, words, context),
    judging: judgingOptions(words),
    print: printOptions(words, formats, 'csv', context),
    period: periodOption('period', words),
    asOf: asOfOption(words),
    rates: ratesOption(kind, words),
    place: words.place as string | undefined,
    withUnknown: words.unknown === true,
  };
}

async function list(options: ListOptions, context: CommandContext): Promise<ExitCode> {
  const { lang, profile } = context;
  const { input, print, kind, period, asOf, rates, withUnknown } = options;
  const { write, parameters, book, region } = await prepare(options, context);
  const tallied = await tallyFiles(
    input,
    (given) => {
      refuseTallies(given, 'list');
      requireTable(kind.from, given, `list ${kind.id}`);
      // A project stands in every period from its first on, whether or not a row reports of it.
      return {
        facts: factsFor(kind),
        parameters,
        asOf,
        period: kind.from === 'projects' ? period : undefined,
        rows: [listQuery(kind, rates)],
      };
    },
    context,
  );
  if (!tallied) return EXIT.dataErrors;
  const { tallies, rows, status } = tallied;
  const files = listedRows(kind, rates, rows[0]!, { book, region, asOf });
  const chosen = periodFor(tallies, period);
  refuseUnanswerable(kind, files, chosen);
  const listing = buildListing(kind, files, {
    lang,
    period: chosen,
    asOf: asOf ?? periodEnd(chosen),
    inputs: tallies.inputs,
    place: knownPlace(options.place, tallies),
    withUnknown,
    terms: profile.terms,
    notes: notesOn(tallies, chosen, period !== undefined),
  });
  // On a page the list itself says how many there are; in CSV there is nothing but rows.
  writeNotes([...listing.notes, ...(print.format.of === 'page' ? [] : closingLines(listing))], print, context);
  await write(print.format.write(listFaces(listing), print.surface));
  return status;
}

/** The rates that a ledger is kept of: those asked for that are rates of households, or all. */
function ratesOption({ id, listed }: ListKind, words: Words): readonly HouseholdRate[] {
  if (listed.by === 'left-out') {
    const rates = householdRates(words.metrics === undefined ? allMetrics : metricsOption(words).every);
    if (rates.length > 0) return rates;
    const possible = householdRates(allMetrics).map(({ metric }) => metric.id);
    throw new UserError({
      zh: `--metrics ${String(words.metrics)} 里没有按户算的比率。可选：${possible.join('、')}`,
      en: `--metrics ${String(words.metrics)} names no rate of households. Choose from ${possible.join(', ')}`,
    });
  }
  if (words.metrics === undefined) return [];
  throw new UserError({
    zh: `--metrics 只用于 list excluded，不能和 ${id} 一起用`,
    en: `--metrics goes with list excluded, not with ${id}`,
  });
}

/** What says which periods there are, and what the list asks: blank columns of it must be seen to be blank. */
function factsFor(kind: ListKind): typeof facts {
  const used = new Set(['declared.rows', 'evidence.rows', 'project.projects', 'evidence.cancelled_households', ...factsOfKind(kind)]);
  return facts.filter((fact) => used.has(factKey(fact)));
}
