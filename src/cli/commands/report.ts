import { UserError } from '../../errors.ts';
import { projects } from '../../tables/projects/table.ts';
import { measure } from '../../measure/measure.ts';
import type { MeasuredPlace, Query } from '../../measure/measure.ts';
import { metrics as allMetrics } from '../../measure/metrics/index.ts';
import { asNumber } from '../../report/format-value.ts';
import { buildReport } from '../../report/report.ts';
import { noFigures } from '../../report/no-figures.ts';
import type { Format } from '../../page/format.ts';
import { csv } from '../../formats/csv.ts';
import { formats } from '../../formats/index.ts';
import type { DataShape } from '../../pages/report/data.ts';
import { reportFaces } from '../../pages/report/faces.ts';
import { talliesData } from '../../pages/tallies/data.ts';
import { unjudgedNotes } from '../../report/verdict.ts';
import { facts } from '../../tables/facts.ts';
import type { Metric } from '../../measure/metric.ts';
import type { Tallies } from '../../tally/tally.ts';
import { placeKey } from '../../vocabulary/place.ts';
import type { TableId } from '../../vocabulary/table.ts';
import { monthsUpTo } from '../../vocabulary/period.ts';
import type { Text } from '../../vocabulary/text.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { DossierGatherer, wantsDossier } from '../dossier.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT, gravest, unmetStatus } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { defaultMetrics, factsOf } from '../metric-choice.ts';
import { addChoiceOptions, choiceOption, chosenOf } from '../choice-options.ts';
import type { Choice } from '../choice-options.ts';
import { addInputOptions, addOutputOptions, addSharedOptions, addStandardsOptions } from '../declare-options.ts';
import { asOfOption, byOption, evidenceOption, inputOptions, judgingOptions, metricsOption, oneOf, periodOption } from '../options.ts';
import type { Words } from '../options.ts';
import { onlyAt } from '../row-files.ts';
import { SEPARATED, printOptions } from '../print-options.ts';
import { notesOn, ofPeriod, periodFor, prepare, refuseOtherDay, tallyFiles, writeNotes } from '../tally-files.ts';
import type { TallyOptions } from '../tally-files.ts';
import { sayError } from '../say.ts';

/** The sums themselves, to be merged later: rows of CSV like any other. */
const TALLIES: Format = { ...csv, id: 'tallies', ending: undefined };
const FORMATS: readonly Format[] = [...formats, TALLIES];

const SOURCES = Object.keys(projects.columns.source.choices);

/** `aid-metrics report FILE…`: the metrics of each place. */
export const addReport: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('report')
    .optionsGroup(groupHeading('compute', context.lang))
    .argument(
      '[file...]',
      say(
        '村表、户表、项目表或汇总表，顺序不限；- 为标准输入',
        'village, household, project or tallies files in any order; - is standard input',
      ),
    )
    .description(say('计算各地的指标', 'compute the metrics of each place'))
    .option(
      '--by <level>',
      say(
        '按 village|township|county|city|province|all 汇总，或按帮扶单位 helper-unit',
        'a row per village|township|county|city|province|all, or per helper-unit',
      ),
    )
    .option(
      '--source <source>',
      say(`产业资金占比只看一种资金来源：${SOURCES.join('|')}`, `industry_fund_share of one source of funds: ${SOURCES.join('|')}`),
    )
    .option(
      '--to-date',
      say(
        '月份：把当年 1 月到这个月的流量（收入、资金等）累计起来；缺的月份使合计成为下限',
        'of a month: add up what flowed (income, funds) in the year up to it; a month that is lacking makes the sum a lower bound',
      ),
    )
    .option('--long', say('CSV 每个地方每个指标一行', 'CSV with a row per place and metric'))
    .option('--brief', say('CSV 只要数值，不要分子、分母、上下限和结论', 'CSV with the values alone: no counts, ranges or verdicts'));
  addSharedOptions(command, context.lang, ['period', 'metrics', 'evidence', 'asOf', 'partial', 'failOnUnmet']);
  addChoiceOptions(command, context.lang, { unmet: true });
  addStandardsOptions(command, context.lang);
  addInputOptions(command, context.lang);
  addOutputOptions(command, context.lang, FORMATS.map(({ id }) => id).join('|'));
  addHelpPage(command, context.lang, {
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
  });
  command.action((files: readonly string[], words: Words) =>
    runCommand(
      context,
      () => reportOptions(files, words, context),
      (options) => report(options, context),
    ),
  );
};

/** What a report is to say, checked word by word. */
interface ReportOptions extends TallyOptions {
  readonly chosen: Pick<Query, 'by' | 'evidence' | 'source' | 'toDate'> & {
    readonly period: Period | undefined;
    readonly asOf: IsoDate | undefined;
    /** The core figures where none are asked for. */
    readonly metrics: readonly Metric[] | undefined;
  };
  readonly choice: Choice;
  readonly shape: DataShape;
  readonly failOnUnmet: boolean;
}

function reportOptions(files: readonly string[], words: Words, context: CommandContext): ReportOptions {
  const toDate = words.toDate === true;
  const chosen = {
    period: periodOption('period', words),
    by: byOption(words),
    evidence: evidenceOption(words),
    asOf: asOfOption(words),
    source: oneOf('source', words.source, SOURCES),
    metrics: words.metrics === undefined ? undefined : metricsOption(words),
    toDate,
  };
  if (chosen.by === 'helper-unit') refuseWithoutUnits(chosen.metrics ?? []);
  const shape = shapeOption(words);
  const asked = shape !== 'wide' && words.output === undefined ? { format: 'csv', ...words } : words;
  const print = printOptions(asked, FORMATS, 'csv', context);
  const { format } = print;
  if (shape !== 'wide' && !SEPARATED.includes(format.id))
    throw new UserError({
      zh: `--${shape} 只用于 ${SEPARATED.join('、')}，不能和 ${format.id} 一起用`,
      en: `--${shape} goes with ${SEPARATED.join(', ')}, not with ${format.id}`,
    });
  const asTallies = format === TALLIES;
  if (asTallies && chosen.by !== 'village')
    throw new UserError({ zh: '汇总表总是按村。读回时再用 --by', en: 'tallies are always by village; use --by when they are read back' });
  if (asTallies && toDate)
    throw new UserError({
      zh: '汇总表按期存放，不能用 --to-date。读回时再用',
      en: 'tallies keep each period apart: use --to-date when they are read back',
    });
  return {
    input: inputOptions(files, words, context),
    judging: judgingOptions(words),
    print,
    chosen,
    choice: choiceOption(words),
    shape,
    failOnUnmet: words.failOnUnmet === true,
  };
}

function shapeOption({ long, brief }: Words): DataShape {
  if (long === true && brief === true) throw new UserError({ zh: '--long 和 --brief 只能用一个', en: 'use --long or --brief, not both' });
  return long === true ? 'long' : brief === true ? 'brief' : 'wide';
}

async function report(options: ReportOptions, context: CommandContext): Promise<ExitCode> {
  const { world, lang, profile } = context;
  const { input, print, chosen, choice, shape } = options;
  const { toDate } = chosen;
  const asTallies = print.format === TALLIES;
  const { write, book, region, parameters } = await prepare(options, context);
  let metrics: readonly Metric[] = [];
  const dossier = wantsDossier(print.format) ? new DossierGatherer(context) : undefined;
  const planFor = (given: ReadonlySet<TableId>) => {
    if (chosen.by === 'helper-unit' && !given.has('households') && !given.has('tallies'))
      throw new UserError({
        zh: '--by helper-unit 需要户表：帮扶单位写在户表里',
        en: '--by helper-unit needs a household table: the helping units stand there',
      });
    metrics = chosen.metrics ?? defaultMetrics(chosen.by, given);
    const wanted = asTallies ? facts : factsOf(choice.sort ? [...metrics, choice.sort] : metrics);
    return { facts: wanted, ...dossier?.plan(given, wanted), parameters, asOf: chosen.asOf };
  };
  const tallied = await tallyFiles(input, planFor, context, { seen: dossier?.seen });
  if (!tallied) return EXIT.dataErrors;
  const { findings, status } = tallied;
  const tallies = onlyAt(choice.place, tallied.tallies);
  const period = periodFor(tallies, chosen.period);
  refuseOtherDay(tallies, period, chosen.asOf);
  const query = {
    period,
    by: chosen.by,
    metrics,
    evidence: chosen.evidence,
    source: chosen.source,
    toDate,
    standards: { book, region, asOf: chosen.asOf },
  } satisfies Query;
  const measurement = measure(tallies, query);
  const notes = [
    ...notesOn(tallies, period, chosen.period !== undefined),
    ...(toDate ? [toDateNote(period)] : []),
    ...unjudgedNotes(measurement),
  ];
  const ranks = ranksBy(choice, tallies, query);
  const places = chosenOf(measurement.places, choice, { value: (one) => ranks.get(placeKeyOf(one)), isUnmet });
  const built = buildReport({ ...measurement, places }, tallies, metrics, {
    lang,
    by: chosen.by,
    asOf: chosen.asOf,
    terms: profile.terms,
    findings,
    notes,
  });
  writeNotes(notes, print, context);
  const none = asTallies ? undefined : noFigures(measurement, tallies);
  if (none) sayError(none, lang, world);
  const kept = asTallies && chosen.period ? ofPeriod(tallies, chosen.period) : tallies;
  const faces = reportFaces(built, {
    shape,
    dossier: dossier?.of(tallies, tallied.rows, built, { ...query, each: choice.place !== undefined }),
  });
  await write(print.format.write(asTallies ? { ...faces, data: () => talliesData(kept) } : faces, print.surface));
  const verdicts = measurement.places.flatMap(({ measured }) => measured.map(({ verdict }) => verdict?.met));
  return gravest(none ? EXIT.dataErrors : status, options.failOnUnmet ? unmetStatus(verdicts) : EXIT.done);
}

/** The number of each place by which they are sorted: also where that metric is not among those reported. */
function ranksBy({ sort }: Choice, tallies: Tallies, query: Query): ReadonlyMap<string, number | undefined> {
  if (sort === undefined) return new Map();
  const { places } = measure(tallies, { ...query, metrics: [sort] });
  return new Map(places.map((one) => [placeKeyOf(one), asNumber(sort, one.measured[0]!.value) ?? undefined]));
}

const placeKeyOf = ({ place, unit = '' }: MeasuredPlace): string => `${placeKey(place)} ${unit}`;

const isUnmet = ({ measured }: MeasuredPlace): boolean => measured.some(({ verdict }) => verdict !== undefined && verdict.met !== 'yes');

/** Which periods the flows are of. */
function toDateNote(period: Period): Text {
  const [first] = monthsUpTo(period);
  if (first === undefined)
    return { zh: `${period} 是整年，--to-date 没有要累计的月份`, en: `${period} is a whole year: --to-date has no months to add up` };
  return {
    zh: `流量（收入、资金、辍学等）是 ${first} 至 ${period} 的累计；存量仍是 ${period} 的`,
    en: `flows (income, funds, drop-outs) are added up from ${first} to ${period}; what stands is that of ${period}`,
  };
}

function refuseWithoutUnits(chosen: readonly Metric[]): void {
  const without = chosen.filter(({ ofHelperUnit }) => !ofHelperUnit).map(({ id }) => id);
  if (without.length === 0) return;
  const possible = allMetrics.filter(({ ofHelperUnit }) => ofHelperUnit).map(({ id }) => id);
  throw new UserError({
    zh: `--by helper-unit 只能用于 ${possible.join('、')}，不能用于 ${without.join('、')}`,
    en: `--by helper-unit goes with ${possible.join(', ')}, not with ${without.join(', ')}`,
  });
}
