import { UserError } from '../../errors.ts';
import { formats } from '../../formats/index.ts';
import { fixedChoice } from '../../library/metrics-named.ts';
import type { MetricChoice } from '../../library/metrics-named.ts';
import { measure } from '../../measure/measure.ts';
import type { Metric } from '../../measure/metric.ts';
import { trend as measureTrend } from '../../measure/trend.ts';
import type { EvidencePolicy } from '../../measure/village-view.ts';
import { trendFaces } from '../../pages/trend/faces.ts';
import { asNumber } from '../../report/format-value.ts';
import { buildTrendReport } from '../../report/trend/trend-report.ts';
import { StatusHistory, historyQuery } from '../../rows/history.ts';
import { statusChanges } from '../../rows/status-changes.ts';
import type { Tallies } from '../../tally/tally.ts';
import type { Period } from '../../vocabulary/period.ts';
import { placeKey } from '../../vocabulary/place.ts';
import type { Level, Place } from '../../vocabulary/place.ts';
import { choiceOption, chosenOf } from '../choice-options.ts';
import type { Choice, Chosen } from '../choice-options.ts';
import type { CommandContext } from '../command.ts';
import { declared } from '../declared.ts';
import type { Given } from '../declared.ts';
import { defaultMetrics, factsOf } from '../metric-choice.ts';
import { notesOnInputs } from '../notes-on-files.ts';
import { notesOnChanges, notesOnPeriods, notesOnSnapshots, withoutMatrix } from '../notes-on-periods.ts';
import { evidenceOption, filesOptions, levelOption, metricsOption } from '../options.ts';
import type { TypedWords } from '../options.ts';
import { printOptions } from '../print-options.ts';
import { isUnmet } from '../ranked-places.ts';
import { onlyAt } from '../row-files.ts';
import { periodFor } from '../tally-files.ts';
import type { Prepared, TallyOptions } from '../tally-files.ts';
import { tallying } from '../tallying.ts';
import type { Steps } from '../tallying.ts';

/** What is to be followed, checked word by word. */
interface TrendOptions extends TallyOptions {
  readonly chosen: { readonly by: Level; readonly evidence: EvidencePolicy };
  /** The core figures where none are asked for. */
  readonly chosenMetrics: MetricChoice | undefined;
  readonly choice: Choice;
  readonly onlyMatrix: boolean;
}

/** `aid-metrics trend FILE…`: each metric over the periods in the files, and what became of the households. */
export const addTrend = declared<TrendOptions>({
  name: 'trend',
  about: { zh: '各指标随时间的变化，户的脱贫、返贫、增减', en: 'each metric over the periods, and what became of the households' },
  takes: [
    [
      '[file...]',
      {
        zh: '有多个时期的村表、户表、项目表或汇总表，顺序不限；- 为标准输入',
        en: 'village, household, project or tallies files of several periods in any order; - is standard input',
      },
    ],
  ],
  own: [
    [
      '--matrix',
      {
        zh: '只出户的状态矩阵（CSV）；table 和 json 本来就带它，指标的 CSV 不带',
        en: 'the status matrix of households alone, as CSV; table and json have it anyway, the CSV of the metrics has not',
      },
    ],
  ],
  shared: ['by', 'metrics', 'evidence', 'smallest', 'partial'],
  choosesPlaces: true,
  judges: true,
  readsFiles: true,
  formats,
  help: {
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
  },
  read,
  work: tallying(stepsOf),
});

function read({ files }: Given, words: TypedWords, context: CommandContext): TrendOptions {
  const onlyMatrix = words.matrix === true;
  const asked = onlyMatrix && words.output === undefined ? { format: 'csv', ...words } : words;
  const print = printOptions(asked, formats, 'csv', context);
  const { id, of } = print.format;
  if (onlyMatrix && of !== 'data')
    throw new UserError({ zh: `--matrix 只用于 CSV，不能和 ${id} 一起用`, en: `--matrix goes with csv, not with ${id}` });
  return {
    ...filesOptions(files, words, context),
    print,
    chosen: { by: levelOption(words), evidence: evidenceOption(words) },
    chosenMetrics: words.metrics === undefined ? undefined : metricsOption(words),
    choice: choiceOption(words),
    onlyMatrix,
  };
}

function stepsOf(options: TrendOptions, prepared: Prepared, { lang, profile }: CommandContext): Steps {
  const { chosen, choice, chosenMetrics, onlyMatrix } = options;
  const { book, region } = prepared;
  let wanted = fixedChoice([]);
  return {
    plan: (given) => {
      wanted = chosenMetrics ?? defaultMetrics(chosen.by, given);
      return { facts: factsOf(choice.sort ? [...wanted.every, choice.sort] : wanted.every), rows: [historyQuery] };
    },
    refused: ([answer]) => notesOnSnapshots(new StatusHistory(answer!)),
    result: ({ tallies: all, rows, findings }) => {
      const tallies = onlyAt(choice.place, all);
      const history = new StatusHistory(rows[0]!);
      // Says what is wrong where no row could be counted.
      const last = periodFor(tallies, undefined);
      const metrics = wanted.of(last, region);
      const byLast = lastOf(tallies, last, metrics, options, prepared);
      const followed = measureTrend(tallies, { ...chosen, metrics, limits: { book, region } });
      const changes = statusChanges(history);
      if (onlyMatrix && changes.length === 0) throw withoutMatrix(history.periods);
      const notes = [
        ...notesOnPeriods(followed.periods),
        ...notesOnInputs(tallies),
        ...notesOnChanges(changes, tallies),
        ...wanted.notes(last, region),
      ];
      const places = chosenOf(followed.places, choice, byLast);
      const shown = { lang, by: chosen.by, terms: profile.terms, changes, findings, notes };
      return { faces: trendFaces(buildTrendReport({ ...followed, places }, tallies, shown), { onlyMatrix }), notes };
    },
  };
}

/** Places are chosen by their last period. */
function lastOf(
  tallies: Tallies,
  period: Period,
  metrics: readonly Metric[],
  { chosen, choice: { sort } }: TrendOptions,
  { book, region }: Prepared,
): Chosen<{ readonly place: Place }> {
  const latest = measure(tallies, {
    ...chosen,
    period,
    metrics: sort ? [...metrics, sort] : metrics,
    standards: { book, region, asOf: undefined },
  });
  const byKey = new Map(latest.places.map((one) => [placeKey(one.place), one]));
  return {
    value: ({ place }) => {
      const found = sort && byKey.get(placeKey(place))?.measured.find(({ metric }) => metric === sort);
      return found && (asNumber(found.metric, found.value) ?? undefined);
    },
    isUnmet: ({ place }) => isUnmet(byKey.get(placeKey(place)) ?? { measured: [] }),
  };
}
