import { UserError } from '../../errors.ts';
import { metrics } from '../../measure/metrics/index.ts';
import type { Metric } from '../../measure/metric.ts';
import { explain } from '../../report/explain/explanation.ts';
import { table } from '../../report/formats/table.ts';
import type { Pieces } from '../../report/format.ts';
import { definitionBlocks } from '../../report/pages/explain/definition.ts';
import { explainFaces } from '../../report/pages/explain/faces.ts';
import { RowGatherer, factsBehind } from '../../report/explain/gatherer.ts';
import { factKey } from '../../tally/fact.ts';
import { facts } from '../../tally/facts/index.ts';
import { TABLE_IDS } from '../../vocabulary/table.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { writeOut } from '../io.ts';
import {
  addInputOptions,
  addOutputOptions,
  addSharedOptions,
  addStandardsOptions,
  asOfOption,
  evidenceOption,
  levelOption,
  namedFiles,
  periodOption,
  namesMetric,
  unknownMetric,
} from '../options.ts';
import type { Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { parametersFor } from '../../library/parameters.ts';
import { placeOption, refuseTallies } from '../row-files.ts';
import { regionOption, standardsOption } from '../standards-options.ts';
import { formatOf, surfaceOf } from '../surface.ts';
import { formats } from '../../report/formats/index.ts';
import { notesOn, periodFor, tallyFiles, writeNotes } from '../tally-files.ts';

/** `aid-metrics explain METRIC [FILE…]`: what a metric is, how it is computed, where that is written; of files, the rows behind its number. */
export const addExplain: AddCommand = (program, context) => {
  const { world, lang, exit } = context;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const command = program
    .command('explain')
    .argument('[metric]', say('指标，如 industry_coverage；不写则列出全部', 'a metric such as industry_coverage; lists all when not given'))
    .argument('[file...]', say('给出文件时，列出数字背后的行', 'with files, the rows behind its number'))
    .description(
      say('说明指标的定义、公式和出处，以及数字背后的行', 'the definition, formula and source of a metric, and the rows behind its number'),
    );
  addSharedOptions(command, lang, ['period', 'by', 'place', 'evidence', 'asOf', 'partial']);
  addStandardsOptions(command, lang);
  addInputOptions(command, lang);
  addOutputOptions(command, lang, formats.map(({ id }) => id).join('|'));
  command.action(async (id: string | undefined, files: readonly string[], words: Words) => {
    const hasFiles = files.length > 0 || TABLE_IDS.some((table) => words[table] !== undefined);
    if (id !== undefined && hasFiles) {
      exit(await explainFiles(find(id), files, words, context));
      return;
    }
    refuseWithoutFiles(words);
    await writeOut(id === undefined ? [listed(lang)] : definition(find(id), words, context), world);
    exit(EXIT.done);
  });
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

async function explainFiles(metric: Metric, files: readonly string[], words: Words, context: CommandContext) {
  const { argv, world, lang, profile } = context;
  const named = namedFiles(files, words, argv);
  const [period, by, evidence, asOf] = [periodOption('period', words), levelOption(words), evidenceOption(words), asOfOption(words)];
  const format = formatOf(words, formats, 'table', world);
  const write = await outputFor(
    words,
    named.map(({ file }) => file),
    world,
  );
  const book = await standardsOption(words, world);
  const parameters = parametersFor(book, regionOption(words, book, profile));
  const visitor = new RowGatherer(metric);
  const used = new Set(['declared.rows', 'evidence.rows', 'evidence.cancelled_households', ...metric.uses]);
  const behind = factsBehind(metric);
  const tallied = await tallyFiles(
    named,
    words,
    (given) => {
      refuseTallies(given, 'explain');
      return { facts: facts.filter((fact) => used.has(factKey(fact)) || behind.includes(fact)), parameters, asOf, visitor };
    },
    context,
  );
  if (!tallied) return EXIT.dataErrors;
  const { tallies, status } = tallied;
  const chosen = periodFor(tallies, period);
  const notes = notesOn(tallies, chosen, period !== undefined);
  const explanation = explain(metric, tallies, visitor.rows, {
    period: chosen,
    by,
    evidence,
    lang,
    place: placeOption(words, tallies),
    terms: profile.terms,
    notes,
  });
  writeNotes(explanation.notes, words, context);
  await write(format.write(explainFaces(explanation), surfaceOf(words, context)));
  return status;
}

/** A definition is a page alone. */
const definition = (metric: Metric, words: Words, context: CommandContext): Pieces =>
  table.write({ page: () => definitionBlocks(metric, context.lang, context.profile.terms) }, surfaceOf(words, context));

function find(id: string): Metric {
  const metric = metrics.find((one) => namesMetric(id, one));
  if (!metric) throw unknownMetric(id, []);
  return metric;
}

const listed = (lang: Lang): string => {
  const width = Math.max(...metrics.map(({ id }) => id.length));
  return metrics.map(({ id, label }) => `${id.padEnd(width)}  ${label[lang]}\n`).join('');
};
