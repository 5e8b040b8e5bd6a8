import { UserError } from '../../errors.ts';
import type { Metric } from '../../measure/metric.ts';
import { statusChanges } from '../../measure/status-changes.ts';
import type { StatusChanges } from '../../measure/status-changes.ts';
import { trend as measureTrend } from '../../measure/trend.ts';
import { trendFaces } from '../../report/pages/trend/faces.ts';
import { buildTrendReport } from '../../report/trend/trend-report.ts';
import { StatusHistory } from '../../tally/status-history.ts';
import type { Tallies } from '../../tally/tally.ts';
import type { TableId } from '../../vocabulary/table.ts';
import { kindOf } from '../../vocabulary/period.ts';
import type { Period } from '../../vocabulary/period.ts';
import type { Text } from '../../vocabulary/text.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import {
  addInputOptions,
  addOutputOptions,
  addSharedOptions,
  addStandardsOptions,
  evidenceOption,
  levelOption,
  metricsOption,
  namedFiles,
} from '../options.ts';
import { defaultMetrics, factsOf } from '../metric-choice.ts';
import type { Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { parametersFor } from '../../library/parameters.ts';
import { regionOption, standardsOption } from '../standards-options.ts';
import { formatOf, surfaceOf } from '../surface.ts';
import { formats } from '../../report/formats/index.ts';
import { notesOnInputs, periodFor, tallyFiles, writeNotes } from '../tally-files.ts';

/** `aid-metrics trend FILE…`: each metric over the periods in the files, and what became of the households. */
export const addTrend: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('trend')
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
  addStandardsOptions(command, context.lang);
  addInputOptions(command, context.lang);
  addOutputOptions(command, context.lang, formats.map(({ id }) => id).join('|'));
  command.action(async (files: readonly string[], words: Words) => context.exit(await trend(files, words, context)));
};

async function trend(files: readonly string[], words: Words, context: CommandContext) {
  const { argv, world, lang, profile } = context;
  const named = namedFiles(files, words, argv);
  const chosen = { by: levelOption(words), evidence: evidenceOption(words) };
  const chosenMetrics = words.metrics === undefined ? undefined : metricsOption(words);
  const onlyMatrix = words.matrix === true;
  const asked = onlyMatrix && words.output === undefined ? { format: 'csv', ...words } : words;
  const format = formatOf(asked, formats, 'csv', world);
  if (onlyMatrix && format.of !== 'data')
    throw new UserError({ zh: `--matrix 只用于 CSV，不能和 ${format.id} 一起用`, en: `--matrix goes with csv, not with ${format.id}` });
  const write = await outputFor(
    words,
    named.map(({ file }) => file),
    world,
  );
  const book = await standardsOption(words, world);
  const region = regionOption(words, book, profile);
  const history = new StatusHistory();
  let metrics: readonly Metric[] = [];
  const planFor = (given: ReadonlySet<TableId>) => {
    metrics = chosenMetrics ?? defaultMetrics(chosen.by, given, words);
    return { facts: factsOf(metrics), parameters: parametersFor(book, region), visitor: history };
  };
  const tallied = await tallyFiles(named, words, planFor, context);
  if (!tallied) {
    writeNotes(notesOnSnapshots(history), words, context);
    return EXIT.dataErrors;
  }
  const { tallies, findings, status } = tallied;
  // Says what is wrong where no row could be counted.
  periodFor(tallies, undefined);
  const followed = measureTrend(tallies, { ...chosen, metrics });
  const changes = statusChanges(history);
  if (onlyMatrix && changes.length === 0) throw withoutMatrix(history.periods);
  const notes = [...notesOnPeriods(followed.periods), ...notesOnInputs(tallies), ...notesOnChanges(changes, tallies)];
  const report = buildTrendReport(followed, tallies, { lang, by: chosen.by, terms: profile.terms, changes, findings, notes });
  writeNotes(notes, words, context);
  await write(format.write(trendFaces(report, { onlyMatrix }), surfaceOf(words, context)));
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
