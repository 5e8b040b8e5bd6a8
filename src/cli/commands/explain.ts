import { UserError } from '../../errors.ts';
import { metrics } from '../../measure/metrics/index.ts';
import type { Metric } from '../../measure/metric.ts';
import { explain } from '../../report/explain/explanation.ts';
import { definitionBlocks } from '../../pages/explain/definition.ts';
import { explainFaces } from '../../pages/explain/faces.ts';
import { behindQueries, factsBehind, rowsBehind } from '../../rows/behind.ts';
import { factKey } from '../../language/fact.ts';
import type { Fact } from '../../language/fact.ts';
import { facts } from '../../tables/facts.ts';
import { TABLE_IDS } from '../../vocabulary/table.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { formats, table } from '../../formats/index.ts';
import { writeOut } from '../io.ts';
import type { EvidencePolicy } from '../../measure/village-view.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { yearBefore } from '../../vocabulary/period.ts';
import type { Level } from '../../vocabulary/place.ts';
import type { CommandContext } from '../command.ts';
import { declared } from '../declared.ts';
import type { Given } from '../declared.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { notesOn } from '../notes-on-files.ts';
import { asOfOption, evidenceOption, filesOptions, levelOption, namesMetric, periodOption, unknownMetric } from '../options.ts';
import type { TypedWords } from '../options.ts';
import { knownPlace, refuseTallies } from '../row-files.ts';
import { printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';
import { periodFor } from '../tally-files.ts';
import type { TallyOptions } from '../tally-files.ts';
import { tallying } from '../tallying.ts';

/** A definition, or the list of all metrics. */
interface DefinitionOptions {
  readonly metric: Metric | undefined;
  readonly print: PrintOptions;
}

/** The rows behind a metric, checked word by word. */
interface RowsOptions extends TallyOptions {
  readonly metric: Metric;
  readonly period: Period | undefined;
  readonly by: Level;
  readonly evidence: EvidencePolicy;
  readonly asOf: IsoDate | undefined;
  readonly place: string | undefined;
}

/** `aid-metrics explain METRIC [FILE…]`: what a metric is, how it is computed, where that is written; of files, the rows behind its number. */
export const addExplain = declared<DefinitionOptions | RowsOptions>({
  name: 'explain',
  about: {
    zh: '说明指标的定义、公式和出处，以及数字背后的行',
    en: 'the definition, formula and source of a metric, and the rows behind its number',
  },
  takes: [
    ['[metric]', { zh: '指标，如 industry_coverage；不写则列出全部', en: 'a metric such as industry_coverage; lists all when not given' }],
    ['[file...]', { zh: '给出文件时，列出数字背后的行', en: 'with files, the rows behind its number' }],
  ],
  own: [],
  shared: ['period', 'by', 'place', 'evidence', 'asOf', 'smallest', 'partial'],
  judges: true,
  readsFiles: true,
  formats,
  help: {
    examples: [
      ['explain industry_coverage', { zh: '产业覆盖率是怎么算的', en: 'how industry coverage is computed' }],
      [
        {
          zh: 'explain industry_coverage 村表.csv 户表.csv --place 大桥村',
          en: 'explain industry_coverage villages.csv households.csv --place Daqiao',
        },
        { zh: '大桥村这个数是哪些行算出来的', en: 'the rows behind the number of one village' },
      ],
    ],
    statuses: ['done', 'findings', 'cannotRun', 'bug'],
  },
  read,
  work: (options, context) => ('input' in options ? explainRows(options, context) : explainAlone(options, context)),
});

function read({ word, files }: Given, words: TypedWords, context: CommandContext): DefinitionOptions | RowsOptions {
  const hasFiles = files.length > 0 || TABLE_IDS.some((table) => words[table] !== undefined);
  if (word === undefined || !hasFiles) refuseWithoutFiles(words);
  const metric = word === undefined ? undefined : find(word);
  const print = printOptions(words, formats, 'table', context);
  if (metric === undefined || !hasFiles) return { metric, print };
  return {
    metric,
    ...filesOptions(files, words, context),
    print,
    period: periodOption('period', words),
    by: levelOption(words),
    evidence: evidenceOption(words),
    asOf: asOfOption(words),
    place: words.place as string | undefined,
  };
}

async function explainAlone({ metric, print }: DefinitionOptions, { world, lang, profile }: CommandContext): Promise<ExitCode> {
  // A definition is a page alone.
  const definition = metric && { page: () => definitionBlocks(metric, lang, profile.terms) };
  await writeOut(definition ? table.write(definition, print.surface) : [listed(lang)], world);
  return EXIT.done;
}

const explainRows = tallying(({ metric, asOf, ...options }: RowsOptions, { book, region }, { lang, profile }) => ({
  plan: (given) => {
    refuseTallies(given, 'explain');
    const periods = options.period && [options.period, yearBefore(options.period)];
    const shown = { place: options.place, periods };
    return { facts: factsOf(metric), asOf, rows: behindQueries(metric).map((query) => ({ ...query, shown })) };
  },
  result: ({ tallies, rows }) => {
    const period = periodFor(tallies, options.period);
    const explanation = explain(metric, tallies, rowsBehind(metric, rows), {
      period,
      by: options.by,
      evidence: options.evidence,
      lang,
      place: knownPlace(options.place, tallies),
      terms: profile.terms,
      notes: notesOn(tallies, period, options.period !== undefined),
      limits: { book, region, asOf },
    });
    return { faces: explainFaces(explanation), notes: explanation.notes };
  },
}));

/** What says which periods there are, what the metric reads, and what shows the rows behind it. */
function factsOf(metric: Metric): readonly Fact[] {
  const used = new Set(['declared.rows', 'evidence.rows', 'evidence.cancelled_households', ...metric.uses]);
  const behind = factsBehind(metric);
  return facts.filter((fact) => used.has(factKey(fact)) || behind.includes(fact));
}

/** A definition is a page for people; rows in other formats need files. */
function refuseWithoutFiles(words: TypedWords): void {
  const asked = ['format', 'output', 'place', 'period', 'by'].find((name) => words[name] !== undefined);
  if (asked === undefined) return;
  throw new UserError({
    zh: `--${asked} 要和文件一起用。例：aid-metrics explain industry_coverage 村表.csv 户表.csv --${asked} …`,
    en: `--${asked} goes with files. Example: aid-metrics explain industry_coverage villages.csv households.csv --${asked} …`,
  });
}

function find(id: string): Metric {
  const metric = metrics.find((one) => namesMetric(id, one));
  if (!metric) throw unknownMetric(id, []);
  return metric;
}

const listed = (lang: Lang): string => {
  const width = Math.max(...metrics.map(({ id }) => id.length));
  return metrics.map(({ id, label }) => `${id.padEnd(width)}  ${label[lang]}\n`).join('');
};
