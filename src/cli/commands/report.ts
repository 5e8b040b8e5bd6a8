import { UserError } from '../../errors.ts';
import { csv } from '../../formats/csv.ts';
import { formats } from '../../formats/index.ts';
import { fixedChoice } from '../../library/metrics-named.ts';
import type { MetricChoice } from '../../library/metrics-named.ts';
import { measure } from '../../measure/measure.ts';
import type { Query } from '../../measure/measured.ts';
import type { Metric } from '../../measure/metric.ts';
import { metrics as allMetrics } from '../../measure/metrics/index.ts';
import type { Format } from '../../page/format.ts';
import type { DataShape } from '../../pages/report/data.ts';
import { reportFaces } from '../../pages/report/faces.ts';
import { talliesData } from '../../pages/tallies/data.ts';
import { noFigures } from '../../report/no-figures.ts';
import { buildReport } from '../../report/report.ts';
import { unjudgedNotes } from '../../report/verdict.ts';
import { facts } from '../../tables/facts.ts';
import { projects } from '../../tables/projects/table.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { choiceOption, chosenOf } from '../choice-options.ts';
import type { Choice } from '../choice-options.ts';
import type { CommandContext } from '../command.ts';
import { declared } from '../declared.ts';
import type { Given } from '../declared.ts';
import { EXIT, unmetStatus } from '../exit-code.ts';
import { defaultMetrics, factsOf } from '../metric-choice.ts';
import { notesOn } from '../notes-on-files.ts';
import { toDateNote } from '../notes-on-periods.ts';
import { asOfOption, byOption, evidenceOption, filesOptions, metricsOption, oneOf, periodOption } from '../options.ts';
import type { TypedWords } from '../options.ts';
import { SEPARATED, printOptions } from '../print-options.ts';
import { isUnmet, ranksBy } from '../ranked-places.ts';
import { onlyAt } from '../row-files.ts';
import { ofPeriod, periodFor, refuseOtherDay } from '../tally-files.ts';
import type { Prepared, TallyOptions } from '../tally-files.ts';
import { tallying } from '../tallying.ts';
import type { Steps } from '../tallying.ts';

/** The sums themselves, to be merged later: rows of CSV like any other. */
const TALLIES: Format = { ...csv, id: 'tallies', ending: undefined };
const FORMATS: readonly Format[] = [...formats, TALLIES];

/** The formats whose report is a page for a leader or a whole workbook: they hold more than the report itself. */
const WITH_DOSSIER: readonly string[] = ['html', 'xlsx'];

const SOURCES = Object.keys(projects.columns.source.choices);

/** What a report is to say, checked word by word. */
interface ReportOptions extends TallyOptions {
  readonly chosen: Pick<Query, 'by' | 'evidence' | 'source' | 'toDate'> & {
    readonly period: Period | undefined;
    readonly asOf: IsoDate | undefined;
    /** The core figures where none are asked for. */
    readonly metrics: MetricChoice | undefined;
  };
  readonly choice: Choice;
  readonly shape: DataShape;
  readonly failOnUnmet: boolean;
}

/** `aid-metrics report FILE…`: the metrics of each place. */
export const addReport = declared<ReportOptions>({
  name: 'report',
  about: { zh: '计算各地的指标', en: 'compute the metrics of each place' },
  takes: [
    [
      '[file...]',
      {
        zh: '村表、户表、项目表或汇总表，顺序不限；- 为标准输入',
        en: 'village, household, project or tallies files in any order; - is standard input',
      },
    ],
  ],
  own: [
    [
      '--by <level>',
      {
        zh: '按 village|township|county|city|province|all 汇总，或按帮扶单位 helper-unit',
        en: 'a row per village|township|county|city|province|all, or per helper-unit',
      },
    ],
    [
      '--source <source>',
      { zh: `产业资金占比只看一种资金来源：${SOURCES.join('|')}`, en: `industry_fund_share of one source of funds: ${SOURCES.join('|')}` },
    ],
    [
      '--to-date',
      {
        zh: '月份：把当年 1 月到这个月的流量（收入、资金等）累计起来；缺的月份使合计成为下限',
        en: 'of a month: add up what flowed (income, funds) in the year up to it; a month that is lacking makes the sum a lower bound',
      },
    ],
    ['--long', { zh: 'CSV 每个地方每个指标一行', en: 'CSV with a row per place and metric' }],
    ['--brief', { zh: 'CSV 只要数值，不要分子、分母、上下限和结论', en: 'CSV with the values alone: no counts, ranges or verdicts' }],
  ],
  shared: ['period', 'metrics', 'evidence', 'asOf', 'smallest', 'partial', 'failOnUnmet'],
  choosesPlaces: true,
  judges: true,
  readsFiles: true,
  formats: FORMATS,
  help: {
    examples: [
      [
        { zh: 'report 村表.csv', en: 'report villages.csv' },
        { zh: '各村的核心指标', en: 'the core figures of each village' },
      ],
      [
        { zh: 'report 村表.csv 户表.csv --by township -o 月报.csv', en: 'report villages.csv households.csv --by township -o report.csv' },
        { zh: '按乡镇汇总，写入 CSV', en: 'a row per township, written as CSV' },
      ],
      [
        { zh: 'report 村表.csv 户表.csv -o 月报.xlsx', en: 'report villages.csv households.csv -o report.xlsx' },
        {
          zh: 'Excel 工作簿：各村指标、验收、资金、数据问题、说明。文件没有年度一列时加 --snapshot 2020',
          en: 'an Excel workbook: figures, acceptance, funds, findings, about. Where no column says the year, add --snapshot 2020',
        },
      ],
      [
        { zh: 'report 村表.csv 户表.csv --region 45 -o 月报.html', en: 'report villages.csv households.csv --region 45 -o report.html' },
        {
          zh: '给领导看的网页（手机、电脑、打印都行）；文件没有写省时用 --region 指明，才能判定达标',
          en: 'a page for a leader, on a phone, a desk or paper; where the files name no province, --region says by which standards to judge',
        },
      ],
    ],
    statuses: ['done', 'dataErrors', 'cannotRun', 'unmet', 'bug'],
  },
  read,
  work: tallying(stepsOf),
});

function read({ files }: Given, words: TypedWords, context: CommandContext): ReportOptions {
  const chosen = {
    period: periodOption('period', words),
    by: byOption(words),
    evidence: evidenceOption(words),
    asOf: asOfOption(words),
    source: oneOf('source', words.source, SOURCES),
    metrics: words.metrics === undefined ? undefined : metricsOption(words),
    toDate: words.toDate === true,
  };
  if (chosen.by === 'helper-unit') refuseWithoutUnits(chosen.metrics?.every ?? []);
  const shape = shapeOption(words);
  const print = printOptions(shape !== 'wide' && words.output === undefined ? { format: 'csv', ...words } : words, FORMATS, 'csv', context);
  refuseShape(shape, print.format);
  if (print.format === TALLIES) refuseForTallies(chosen);
  if (words.smallest !== undefined) refuseForSmallest(chosen, print.format);
  return {
    ...filesOptions(files, words, context),
    print,
    chosen,
    choice: choiceOption(words),
    shape,
    failOnUnmet: words.failOnUnmet === true,
  };
}

async function stepsOf(options: ReportOptions, { book, region }: Prepared, context: CommandContext): Promise<Steps> {
  const { lang, profile } = context;
  const { print, chosen, choice, shape } = options;
  const { by, toDate, asOf } = chosen;
  const asTallies = print.format === TALLIES;
  const dossier = WITH_DOSSIER.includes(print.format.id) ? new (await import('../dossier.ts')).DossierGatherer(context) : undefined;
  let choiceOfMetrics = fixedChoice([]);
  return {
    seen: dossier?.seen,
    plan: (given) => {
      if (by === 'helper-unit' && !given.has('households') && !given.has('tallies')) throw withoutHouseholds();
      choiceOfMetrics = chosen.metrics ?? defaultMetrics(by, given);
      const every = chosen.period === undefined ? choiceOfMetrics.every : choiceOfMetrics.of(chosen.period, region);
      const wanted = asTallies ? facts : factsOf(choice.sort ? [...every, choice.sort] : every);
      return { facts: wanted, ...dossier?.plan(given, wanted), asOf };
    },
    result: ({ tallies: all, rows, findings }) => {
      const tallies = onlyAt(choice.place, all);
      const period = periodFor(tallies, chosen.period);
      refuseOtherDay(tallies, period, asOf);
      const metrics = choiceOfMetrics.of(period, region);
      const query = { ...chosen, period, metrics, standards: { book, region, asOf } } satisfies Query;
      const measurement = measure(tallies, query);
      const notes = [
        ...notesOn(tallies, period, chosen.period !== undefined),
        ...(toDate ? [toDateNote(period)] : []),
        ...unjudgedNotes(measurement),
        ...choiceOfMetrics.notes(period, region),
      ];
      const places = chosenOf(measurement.places, choice, { value: ranksBy(choice, tallies, query), isUnmet });
      const built = buildReport({ ...measurement, places }, tallies, metrics, { lang, by, asOf, terms: profile.terms, findings, notes });
      const faces = reportFaces(built, {
        shape,
        dossier: dossier?.of(tallies, rows, built, { ...query, each: choice.place !== undefined }),
      });
      const verdicts = measurement.places.flatMap(({ measured }) => measured.map(({ verdict }) => verdict?.met));
      return {
        faces: asTallies ? { ...faces, data: () => talliesData(chosen.period ? ofPeriod(tallies, period) : tallies) } : faces,
        notes,
        none: asTallies ? undefined : noFigures(measurement, tallies),
        status: options.failOnUnmet ? unmetStatus(verdicts) : EXIT.done,
      };
    },
  };
}

function shapeOption({ long, brief }: TypedWords): DataShape {
  if (long === true && brief === true) throw new UserError({ zh: '--long 和 --brief 只能用一个', en: 'use --long or --brief, not both' });
  return long === true ? 'long' : brief === true ? 'brief' : 'wide';
}

function refuseShape(shape: DataShape, { id }: Format): void {
  if (shape === 'wide' || SEPARATED.includes(id)) return;
  throw new UserError({
    zh: `--${shape} 只用于 ${SEPARATED.join('、')}，不能和 ${id} 一起用`,
    en: `--${shape} goes with ${SEPARATED.join(', ')}, not with ${id}`,
  });
}

function refuseForTallies({ by, toDate }: Pick<Query, 'by' | 'toDate'>): void {
  if (by !== 'village')
    throw new UserError({ zh: '汇总表总是按村。读回时再用 --by', en: 'tallies are always by village; use --by when they are read back' });
  if (toDate)
    throw new UserError({
      zh: '汇总表按期存放，不能用 --to-date。读回时再用',
      en: 'tallies keep each period apart: use --to-date when they are read back',
    });
}

/** Tallies hold what every village is made of, and helping units are no places. */
function refuseForSmallest({ by }: Pick<Query, 'by'>, format: Format): void {
  if (format === TALLIES)
    throw new UserError({
      zh: '汇总表每村一行，读回时才能算出村的指标，不能用 --smallest。读回时再用',
      en: 'tallies have each village by itself, because its figures are made of them: use --smallest when they are read back',
    });
  if (by === 'helper-unit')
    throw new UserError({
      zh: '--smallest 只看地方的户数，不能和 --by helper-unit 一起用',
      en: '--smallest is about places: it does not go with --by helper-unit',
    });
}

const withoutHouseholds = (): UserError =>
  new UserError({
    zh: '--by helper-unit 需要户表：帮扶单位写在户表里',
    en: '--by helper-unit needs a household table: the helping units stand there',
  });

function refuseWithoutUnits(chosen: readonly Metric[]): void {
  const without = chosen.filter(({ ofHelperUnit }) => !ofHelperUnit).map(({ id }) => id);
  if (without.length === 0) return;
  const possible = allMetrics.filter(({ ofHelperUnit }) => ofHelperUnit).map(({ id }) => id);
  throw new UserError({
    zh: `--by helper-unit 只能用于 ${possible.join('、')}，不能用于 ${without.join('、')}`,
    en: `--by helper-unit goes with ${possible.join(', ')}, not with ${without.join(', ')}`,
  });
}
