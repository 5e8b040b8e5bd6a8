import { UserError } from '../../errors.ts';
import { metrics } from '../../measure/metrics/index.ts';
import type { Metric } from '../../measure/metric.ts';
import { explain } from '../../report/explain/explanation.ts';
import { definitionBlocks } from '../../pages/explain/definition.ts';
import { explainFaces } from '../../pages/explain/faces.ts';
import { behindQueries, factsBehind, rowsBehind } from '../../rows/behind.ts';
import { factKey } from '../../language/fact.ts';
import { facts } from '../../tables/facts.ts';
import { TABLE_IDS } from '../../vocabulary/table.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { formats, table } from '../../formats/index.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import { writeOut } from '../io.ts';
import type { EvidencePolicy } from '../../measure/village-view.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import type { Level } from '../../vocabulary/place.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { addInputOptions, addOutputOptions, addSharedOptions, addStandardsOptions } from '../declare-options.ts';
import {
  asOfOption,
  evidenceOption,
  inputOptions,
  judgingOptions,
  levelOption,
  namesMetric,
  periodOption,
  unknownMetric,
} from '../options.ts';
import type { Words } from '../options.ts';
import { knownPlace, refuseTallies } from '../row-files.ts';
import { printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';
import { notesOn, periodFor, prepare, tallyFiles, writeNotes } from '../tally-files.ts';
import type { TallyOptions } from '../tally-files.ts';

/** `aid-metrics explain METRIC [FILE…]`: what a metric is, how it is computed, where that is written; of files, the rows behind its number. */
export const addExplain: AddCommand = (program, context) => {
  const { lang } = context;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const command = program
    .command('explain')
    .optionsGroup(groupHeading('compute', lang))
    .argument('[metric]', say('指标，如 industry_coverage；不写则列出全部', 'a metric such as industry_coverage; lists all when not given'))
    .argument('[file...]', say('给出文件时，列出数字背后的行', 'with files, the rows behind its number'))
    .description(
      say('说明指标的定义、公式和出处，以及数字背后的行', 'the definition, formula and source of a metric, and the rows behind its number'),
    );
  addSharedOptions(command, lang, ['period', 'by', 'place', 'evidence', 'asOf', 'partial']);
  addStandardsOptions(command, lang);
  addInputOptions(command, lang);
  addOutputOptions(command, lang, formats.map(({ id }) => id).join('|'));
  addHelpPage(command, lang, {
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
  });
  command.action((id: string | undefined, files: readonly string[], words: Words) =>
    runCommand(
      context,
      () => explainOptions(id, files, words, context),
      (options) => ('input' in options ? explainFiles(options, context) : explainAlone(options, context)),
    ),
  );
};

/** A definition is a page for people; rows in other formats need files. */
function refuseWithoutFiles(words: Words): void {
  const asked = ['format', 'output', 'place', 'period', 'by'].find((name) => words[name] !== undefined);
  if (asked === undefined) return;
  throw new UserError({
    zh: `--${asked} 要和文件一起用。例：aid-metrics explain industry_coverage 村表.csv 户表.csv --${asked} …`,
    en: `--${asked} goes with files. Example: aid-metrics explain industry_coverage villages.csv households.csv --${asked} …`,
  });
}

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

function explainOptions(
  id: string | undefined,
  files: readonly string[],
  words: Words,
  context: CommandContext,
): DefinitionOptions | RowsOptions {
  const hasFiles = files.length > 0 || TABLE_IDS.some((table) => words[table] !== undefined);
  if (id === undefined || !hasFiles) refuseWithoutFiles(words);
  const metric = id === undefined ? undefined : find(id);
  const print = printOptions(words, formats, 'table', context);
  if (metric === undefined || !hasFiles) return { metric, print };
  return {
    metric,
    input: inputOptions(files, words, context),
    judging: judgingOptions(words),
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

async function explainFiles(options: RowsOptions, context: CommandContext): Promise<ExitCode> {
  const { lang, profile } = context;
  const { metric, input, print, period, by, evidence, asOf } = options;
  const { write, parameters } = await prepare(options, context);
  const used = new Set(['declared.rows', 'evidence.rows', 'evidence.cancelled_households', ...metric.uses]);
  const behind = factsBehind(metric);
  const tallied = await tallyFiles(
    input,
    (given) => {
      refuseTallies(given, 'explain');
      return {
        facts: facts.filter((fact) => used.has(factKey(fact)) || behind.includes(fact)),
        parameters,
        asOf,
        rows: behindQueries(metric),
      };
    },
    context,
  );
  if (!tallied) return EXIT.dataErrors;
  const { tallies, rows, status } = tallied;
  const chosen = periodFor(tallies, period);
  const notes = notesOn(tallies, chosen, period !== undefined);
  const explanation = explain(metric, tallies, rowsBehind(metric, rows), {
    period: chosen,
    by,
    evidence,
    lang,
    place: knownPlace(options.place, tallies),
    terms: profile.terms,
    notes,
  });
  writeNotes(explanation.notes, print, context);
  await write(print.format.write(explainFaces(explanation), print.surface));
  return status;
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
