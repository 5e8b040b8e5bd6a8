import { UserError } from '../../errors.ts';
import { measure } from '../../measure/measure.ts';
import { fixedChoice } from '../../library/metrics-named.ts';
import type { MetricChoice } from '../../library/metrics-named.ts';
import { statusChanges } from '../../rows/status-changes.ts';
import type { StatusChanges } from '../../rows/status-changes.ts';
import { trend as measureTrend } from '../../measure/trend.ts';
import { asNumber } from '../../report/format-value.ts';
import { trendFaces } from '../../pages/trend/faces.ts';
import { buildTrendReport } from '../../report/trend/trend-report.ts';
import { StatusHistory, historyQuery } from '../../rows/history.ts';
import type { Tallies } from '../../tally/tally.ts';
import { placeKey } from '../../vocabulary/place.ts';
import type { TableId } from '../../vocabulary/table.ts';
import { kindOf } from '../../vocabulary/period.ts';
import type { Text } from '../../vocabulary/text.ts';
import { formats } from '../../formats/index.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import type { EvidencePolicy } from '../../measure/village-view.ts';
import type { Period } from '../../vocabulary/period.ts';
import type { Level } from '../../vocabulary/place.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { defaultMetrics, factsOf } from '../metric-choice.ts';
import { addChoiceOptions, choiceOption, chosenOf } from '../choice-options.ts';
import type { Choice } from '../choice-options.ts';
import { addInputOptions, addOutputOptions, addSharedOptions, addStandardsOptions } from '../declare-options.ts';
import { evidenceOption, inputOptions, judgingOptions, levelOption, metricsOption } from '../options.ts';
import type { Words } from '../options.ts';
import { onlyAt } from '../row-files.ts';
import { printOptions } from '../print-options.ts';
import { notesOnInputs, periodFor, prepare, tallyFiles, writeNotes } from '../tally-files.ts';
import type { TallyOptions } from '../tally-files.ts';

/** `aid-metrics trend FILE…`: each metric over the periods in the files, and what became of the households. */
export const addTrend: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('trend')
    .optionsGroup(groupHeading('compute', context.lang))
    .argument(
      '[file...]',
      say(
        '有多个时期的村表、户表、项目表或汇总表，顺序不限；- 为标准输入',
        'village, household, project or tallies files of several periods in any order; - is standard input',
      ),
    )
    .description(say('各指标随时间的变化，户的脱贫、返贫、增减', 'each metric over the periods, and what became of the households'))
    .option(
      '--matrix',
      say(
        '只出户的状态矩阵（CSV）；table 和 json 本来就带它，指标的 CSV 不带',
        'the status matrix of households alone, as CSV; table and json have it anyway, the CSV of the metrics has not',
      ),
    );
  addSharedOptions(command, context.lang, ['by', 'metrics', 'evidence', 'partial']);
  addChoiceOptions(command, context.lang, { unmet: true });
  addStandardsOptions(command, context.lang);
  addInputOptions(command, context.lang);
  addOutputOptions(command, context.lang, formats.map(({ id }) => id).join('|'));
  addHelpPage(command, context.lang, {
    examples: [
      ['trend 2019.csv 2020.csv', { zh: '各指标两年的变化', en: 'each metric over two years' }],
      [
        {
          zh: 'trend 户表2019.csv 户表2020.csv --matrix -o 矩阵.csv',
          en: 'trend households-2019.csv households-2020.csv --matrix -o matrix.csv',
        },
        { zh: '哪些户脱贫、返贫、增减', en: 'which households left poverty, fell back, came or went' },
      ],
    ],
    statuses: ['done', 'findings', 'cannotRun', 'bug'],
  });
  command.action((files: readonly string[], words: Words) =>
    runCommand(
      context,
      () => trendOptions(files, words, context),
      (options) => trend(options, context),
    ),
  );
};

/** What is to be followed, checked word by word. */
interface TrendOptions extends TallyOptions {
  readonly chosen: { readonly by: Level; readonly evidence: EvidencePolicy };
  /** The core figures where none are asked for. */
  readonly chosenMetrics: MetricChoice | undefined;
  readonly choice: Choice;
  readonly onlyMatrix: boolean;
}

function trendOptions(files: readonly string[], words: Words, context: CommandContext): TrendOptions {
  const onlyMatrix = words.matrix === true;
  const asked = onlyMatrix && words.output === undefined ? { format: 'csv', ...words } : words;
  const print = printOptions(asked, formats, 'csv', context);
  const { format } = print;
  if (onlyMatrix && format.of !== 'data')
    throw new UserError({ zh: `--matrix 只用于 CSV，不能和 ${format.id} 一起用`, en: `--matrix goes with csv, not with ${format.id}` });
  return {
    input: inputOptions(files, words, context),
    judging: judgingOptions(words),
    print,
    chosen: { by: levelOption(words), evidence: evidenceOption(words) },
    chosenMetrics: words.metrics === undefined ? undefined : metricsOption(words),
    choice: choiceOption(words),
    onlyMatrix,
  };
}

async function trend(options: TrendOptions, context: CommandContext): Promise<ExitCode> {
  const { lang, profile } = context;
  const { input, print, chosen, choice, chosenMetrics, onlyMatrix } = options;
  const { write, book, region, parameters } = await prepare(options, context);
  let wanted = fixedChoice([]);
  const planFor = (given: ReadonlySet<TableId>) => {
    wanted = chosenMetrics ?? defaultMetrics(chosen.by, given);
    return { facts: factsOf(choice.sort ? [...wanted.every, choice.sort] : wanted.every), parameters, rows: [historyQuery] };
  };
  const tallied = await tallyFiles(input, planFor, context, {
    refused: ([answer]) => writeNotes(notesOnSnapshots(new StatusHistory(answer!)), print, context),
  });
  if (!tallied) return EXIT.dataErrors;
  const { rows, findings, status } = tallied;
  const tallies = onlyAt(choice.place, tallied.tallies);
  const history = new StatusHistory(rows[0]!);
  // Says what is wrong where no row could be counted.
  const last = periodFor(tallies, undefined);
  const metrics = wanted.of(last, region);
  const followed = measureTrend(tallies, { ...chosen, metrics, limits: { book, region } });
  const changes = statusChanges(history);
  if (onlyMatrix && changes.length === 0) throw withoutMatrix(history.periods);
  const notes = [
    ...notesOnPeriods(followed.periods),
    ...notesOnInputs(tallies),
    ...notesOnChanges(changes, tallies),
    ...wanted.notes(last, region),
  ];
  // Places are chosen by their last period.
  const latest = measure(tallies, {
    ...chosen,
    period: last,
    metrics: choice.sort ? [...metrics, choice.sort] : metrics,
    standards: { book, region, asOf: undefined },
  });
  const byKey = new Map(latest.places.map((one) => [placeKey(one.place), one]));
  const places = chosenOf(followed.places, choice, {
    value: ({ place }) => {
      const found = choice.sort && byKey.get(placeKey(place))?.measured.find(({ metric }) => metric === choice.sort);
      return found && (asNumber(found.metric, found.value) ?? undefined);
    },
    isUnmet: ({ place }) =>
      byKey.get(placeKey(place))?.measured.some(({ verdict }) => verdict !== undefined && verdict.met !== 'yes') === true,
  });
  const report = buildTrendReport({ ...followed, places }, tallies, {
    lang,
    by: chosen.by,
    terms: profile.terms,
    changes,
    findings,
    notes,
  });
  writeNotes(notes, print, context);
  await write(print.format.write(trendFaces(report, { onlyMatrix }), print.surface));
  return status;
}

/** A year is compared with a year, a month with a month: where neither has two, there is nothing to compare. */
function notesOnPeriods(periods: readonly Period[]): readonly Text[] {
  const years = periods.filter((period) => kindOf(period) === 'year').length;
  if (Math.max(years, periods.length - years) > 1) return [];
  return [
    {
      zh: `文件里只有 ${periods.join('、')}，没有可以相比的两期；请同时给出其他时期的文件`,
      en: `the files hold only ${periods.join(', ')}: there are no two periods to compare; give the files of other periods too`,
    },
  ];
}

/** A rejected row is no household: its id may seem to have vanished or appeared. */
function notesOnChanges(changes: readonly StatusChanges[], { inputs }: Tallies): readonly Text[] {
  const rejected = inputs.filter(({ table }) => table === 'households').reduce((sum, input) => sum + input.rejected, 0);
  if (changes.length === 0 || rejected === 0) return [];
  return [
    {
      zh: `户表有 ${rejected} 行未通过检查：这些户在状态矩阵里按“不在表里”`,
      en: `${rejected} household ${rejected === 1 ? 'row was' : 'rows were'} rejected: in the status matrix ${rejected === 1 ? 'it stands' : 'they stand'} as not there`,
    },
  ];
}

/** Two snapshots without a period column cannot be told apart: every household seems to stand twice in one period. */
function notesOnSnapshots(history: StatusHistory): readonly Text[] {
  if (history.filesWithoutPeriod < 2) return [];
  return [
    {
      zh: '有几个户表没有“年度”（period）列，它们都算作同一期。如果是不同时期的户表，请给每个表加上年度列再比较',
      en: 'several household files have no period column, so all of them stand in one period. To compare files of different periods, give each a period column',
    },
  ];
}

const withoutMatrix = (periods: readonly Period[]): UserError =>
  periods.length === 0
    ? new UserError({ zh: '--matrix 需要两期以上的户表', en: '--matrix needs household files of two periods or more' })
    : new UserError({
        zh: `--matrix 需要两期以上的户表；文件里只有 ${periods.join('、')} 的户`,
        en: `--matrix needs household files of two periods or more; these hold households of ${periods.join(', ')} only`,
      });
