import { UserError } from '../../errors.ts';
import { measure, periodsOf } from '../../measure/measure.ts';
import type { Query } from '../../measure/measure.ts';
import { buildReport } from '../../report/report.ts';
import { formats } from '../../report/formats/index.ts';
import { inProcess } from '../../tally/engines/in-process.ts';
import { facts } from '../../tally/facts/index.ts';
import { factKey } from '../../tally/fact.ts';
import type { Fact } from '../../tally/fact.ts';
import type { Tallies } from '../../tally/tally.ts';
import { METRIC_GROUPS } from '../../measure/metric.ts';
import type { Metric } from '../../measure/metric.ts';
import type { Period } from '../../vocabulary/period.ts';
import { yearBefore } from '../../vocabulary/period.ts';
import { placeKey, placeName } from '../../vocabulary/place.ts';
import type { Text } from '../../vocabulary/text.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { FindingPrinter } from '../finding-printer.ts';
import { refuseOutput, writeOut, writeWhole } from '../io.ts';
import { load } from '../load.ts';
import {
  acceptOption,
  addInputOptions,
  addOutputOptions,
  asOfOption,
  evidenceOption,
  levelOption,
  maxFindingsOption,
  metricsOption,
  namedFiles,
  openOptions,
  periodOption,
} from '../options.ts';
import type { Words } from '../options.ts';
import { Progress } from '../progress.ts';
import { colorOf, formatOf, markOf, widthOf } from '../surface.ts';

const SHOWN_FINDINGS = 1000;

/** `aid-metrics report FILE…`: the metrics of each place. */
export const addReport: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('report')
    .argument(
      '[file...]',
      say(
        '村表、户表、项目表或汇总表，顺序不限；- 为标准输入',
        'village, household, project or tallies files in any order; - is standard input',
      ),
    )
    .description(say('计算各地的指标', 'compute the metrics of each place'))
    .option('--period <period>', say('哪一期，默认文件里最近的一期', 'which period; the latest in the files when not given'))
    .option('--by <level>', say('按 village|township|county|city|province|all 汇总', 'a row per village|township|county|city|province|all'))
    .option(
      '--metrics <ids>',
      say(
        `指标、组（${METRIC_GROUPS.join('、')}）或 all，用逗号分开`,
        `metrics, groups (${METRIC_GROUPS.join(', ')}) or all, separated by commas`,
      ),
    )
    .option('--evidence <whose>', say('以谁为准：auto|households|villages', 'whose figures count: auto|households|villages'))
    .option('--as-of <date>', say('截止日期，默认期末', 'the date to judge at; the end of the period when not given'))
    .option('--partial', say('有错误也出报告：出错的行计入上下限', 'report in spite of errors: rejected rows widen the range'))
    .option('--long', say('CSV 每个指标一行', 'CSV with a row per place and metric'));
  addInputOptions(command, context.lang);
  addOutputOptions(command, context.lang, formats.map(({ id }) => id).join('|'));
  command.action(async (files: readonly string[], words: Words) => context.exit(await report(files, words, context)));
};

async function report(files: readonly string[], words: Words, { argv, world, lang }: CommandContext) {
  const named = namedFiles(files, words, argv);
  const metrics = metricsOption(words);
  const chosen = {
    period: periodOption('period', words),
    by: levelOption(words),
    evidence: evidenceOption(words),
    asOf: asOfOption(words),
  };
  const snapshot = periodOption('snapshot', words);
  const long = words.long === true;
  const asked = long && words.output === undefined ? { format: 'csv', ...words } : words;
  const format = formats.find(({ id }) => id === formatOf(asked, formats, 'csv', world))!;
  if (long && format.id !== 'csv')
    throw new UserError({ zh: `--long 只用于 CSV，不能和 ${format.id} 一起用`, en: `--long goes with csv, not with ${format.id}` });
  const asTallies = format.id === 'tallies';
  if (asTallies && chosen.by !== 'village')
    throw new UserError({ zh: '汇总表总是按村。读回时再用 --by', en: 'tallies are always by village; use --by when they are read back' });
  const output = words.output as string | undefined;
  if (output !== undefined)
    await refuseOutput(
      output,
      named.map(({ file }) => file),
    );
  const quiet = words.quiet === true;
  const progress = new Progress(world, lang, quiet);
  const printer = new FindingPrinter(world, lang, maxFindingsOption(words, SHOWN_FINDINGS), quiet, progress);

  const accept = await acceptOption(words, world);
  const { opened, errors } = await load(named, openOptions(words), world);
  if (errors.length > 0) throw new UserError(...errors);
  const plan = { facts: asTallies ? facts : factsOf(metrics), parameters: () => ({}), snapshot };
  const tallies = await inProcess(
    opened,
    plan,
    (found) => {
      const finding = accept(found);
      printer.found(finding);
      if (finding.severity === 'error' && finding.accepted === undefined) world.statusSoFar(EXIT.dataErrors);
    },
    progress.show,
  );
  printer.end();
  const counted = { errors: printer.errors, warnings: printer.warnings };
  if (printer.openErrors > 0 && words.partial !== true) {
    const refused = {
      zh: `数据有 ${printer.errors} 处错误，没有出报告。改正后再运行；或用 --partial，出错的行计入上下限`,
      en: `${printer.errors} ${printer.errors === 1 ? 'error' : 'errors'} in the data: no report made. Mend the files, or use --partial, and rejected rows will widen the range`,
    };
    world.stderr.write(`${refused[lang]}\n`);
    return EXIT.dataErrors;
  }
  const period = periodFor(tallies, chosen.period);
  const query: Query = { period, by: chosen.by, metrics, evidence: chosen.evidence };
  const measurement = measure(tallies, query);
  const notes = notesOf(tallies, query, chosen.period !== undefined);
  const built = buildReport(measurement, tallies, metrics, { lang, by: chosen.by, asOf: chosen.asOf, findings: counted, notes });
  if (!quiet) for (const note of notes) world.stderr.write(`${{ zh: '提示：', en: 'note: ' }[lang]}${note[lang]}\n`);
  const kept = asTallies && chosen.period ? ofPeriod(tallies, chosen.period) : tallies;
  const text =
    markOf(words, format.id, lang) + format.write(built, kept, { width: widthOf(world, words), color: colorOf(world, words), long });
  if (output === undefined) await writeOut([text], world);
  else await writeWhole(output, [text], world);
  return printer.openErrors > 0 ? EXIT.dataErrors : EXIT.done;
}

/** Only the facts that the metrics read are added up; how many rows there were always is. */
function factsOf(metrics: readonly Metric[]): readonly Fact[] {
  const used = new Set(['declared.rows', 'evidence.rows', 'evidence.cancelled_households', ...metrics.flatMap(({ uses }) => uses)]);
  return facts.filter((fact) => used.has(factKey(fact)));
}

function periodFor(tallies: Tallies, asked: Period | undefined): Period {
  const periods = periodsOf(tallies);
  const latest = periods.at(-1);
  if (latest === undefined && tallies.inputs.every(({ table }) => table === 'projects'))
    throw new UserError({
      zh: '只有项目表，还没有只用项目表计算的指标。请加上村表或户表',
      en: 'there are only projects, and no metric is made from projects alone yet. Add a village or household table',
    });
  if (latest === undefined) throw new UserError({ zh: '文件里没有可以计算的行', en: 'the files hold no row that could be counted' });
  if (asked === undefined || periods.includes(asked)) return asked ?? latest;
  throw new UserError({
    zh: `文件里没有 ${asked}，有的是：${periods.join('、')}`,
    en: `the files hold nothing of ${asked}; they hold ${periods.join(', ')}`,
  });
}

/** The tallies of one period and of its base. */
const ofPeriod = (tallies: Tallies, period: Period): Tallies => {
  const wanted = new Set<Period | undefined>([period, yearBefore(period), undefined]);
  return {
    ...tallies,
    tallies: tallies.tallies.filter((one) => wanted.has(one.period)),
    unplaced: tallies.unplaced.filter((one) => wanted.has(one.period)),
  };
};

/** What a reader should know about the report as a whole. */
function notesOf(tallies: Tallies, { period }: Query, chosen: boolean): readonly Text[] {
  const notes: Text[] = [];
  const others = periodsOf(tallies).filter((one) => one !== period);
  if (!chosen && others.length > 0)
    notes.push({
      zh: `报告的是 ${period}；文件里还有 ${others.join('、')}，用 --period 选择`,
      en: `this is ${period}; the files also hold ${others.join(', ')} (choose with --period)`,
    });
  for (const { file, notes: about } of tallies.inputs)
    for (const note of about) notes.push({ zh: `${file}：${note.zh}`, en: `${file}: ${note.en}` });
  for (const { file, rejected, rows } of tallies.inputs) {
    if (rejected > 0)
      notes.push({
        zh: `${file}：${rows} 行中有 ${rejected} 行未通过检查，没有计入，已放宽上下限`,
        en: `${file}: ${rejected} of ${rows} rows rejected: not counted, and the ranges widened`,
      });
  }
  const here = new Set(tallies.tallies.filter((one) => one.period === period).map(({ place }) => placeKey(place)));
  const gone = tallies.tallies.filter((one) => one.period === yearBefore(period) && !here.has(placeKey(one.place)));
  if (gone.length > 0) {
    const names = gone.map(({ place }) => placeName(place));
    notes.push({
      zh: `${yearBefore(period)} 年有、${period} 没有的村：${names.join('、')}`,
      en: `in ${yearBefore(period)} but not in ${period}: ${names.join(', ')}`,
    });
  }
  const cancelled = tallies.tallies
    .filter((one) => one.period === period)
    .reduce((sum, { facts: sums }) => sum + (sums.get('evidence.cancelled_households')?.yes ?? 0n), 0n);
  if (cancelled > 0n)
    notes.push({
      zh: `${cancelled} 户已注销，没有计入任何指标`,
      en: `${cancelled} cancelled ${cancelled === 1n ? 'household is' : 'households are'} left out of everything`,
    });
  return notes;
}
