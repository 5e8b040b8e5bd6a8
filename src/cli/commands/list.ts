import { UserError } from '../../errors.ts';
import { metrics as allMetrics } from '../../measure/metrics/index.ts';
import { householdRates } from '../../report/left-out.ts';
import type { HouseholdRate } from '../../report/left-out.ts';
import { ListCollector } from '../../report/listing/collector.ts';
import { factsOfKind } from '../../report/listing/kind.ts';
import type { ListKind } from '../../report/listing/kind.ts';
import { buildListing, closingLines } from '../../report/listing/listing.ts';
import { formats } from '../../report/formats/index.ts';
import { listFaces } from '../../report/pages/list/faces.ts';
import { lists } from '../../report/lists/index.ts';
import { factKey } from '../../tally/fact.ts';
import { facts } from '../../tally/facts/index.ts';
import { periodEnd } from '../../vocabulary/period.ts';
import { refuseUnanswerable } from '../../library/refuse-unanswerable.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { nearest } from '../../vocabulary/nearest.ts';
import {
  addInputOptions,
  addOutputOptions,
  addSharedOptions,
  addStandardsOptions,
  asOfOption,
  metricsOption,
  namedFiles,
  periodOption,
} from '../options.ts';
import type { Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { parametersFor } from '../../library/parameters.ts';
import { placeOption, refuseTallies, requireTable } from '../row-files.ts';
import { regionOption, standardsOption } from '../standards-options.ts';
import { formatOf, surfaceOf } from '../surface.ts';
import { notesOn, periodFor, tallyFiles, writeNotes } from '../tally-files.ts';

const IDS = lists.map(({ id }) => id);

/** `aid-metrics list KIND FILE…`: the households or projects to act on. */
export const addList: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('list')
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
  command.action(async (kind: string, files: readonly string[], words: Words) =>
    context.exit(await list(kindOf(kind), files, words, context)),
  );
};

function kindOf(word: string): ListKind {
  const kind = lists.find(({ id }) => id === word);
  if (kind) return kind;
  const near = nearest(word, IDS);
  throw new UserError({
    zh: `没有名单“${word}”${near ? `，是不是 ${near}？` : ''}。可选：${IDS.join('、')}`,
    en: `no list "${word}"${near ? `; did you mean ${near}?` : '.'} Choose from ${IDS.join(', ')}`,
  });
}

async function list(kind: ListKind, files: readonly string[], words: Words, context: CommandContext) {
  const { argv, world, lang, profile } = context;
  const named = namedFiles(files, words, argv);
  const [period, asOf, rates] = [periodOption('period', words), asOfOption(words), ratesOption(kind, words)];
  const format = formatOf(words, formats, 'csv', world);
  const write = await outputFor(
    words,
    named.map(({ file }) => file),
    world,
  );
  const book = await standardsOption(words, world);
  const parameters = parametersFor(book, regionOption(words, book, profile));
  const visitor = new ListCollector(kind, rates);
  const tallied = await tallyFiles(
    named,
    words,
    (given) => {
      refuseTallies(given, 'list');
      requireTable(kind.from, given, `list ${kind.id}`);
      // A project stands in every period from its first on, whether or not a row reports of it.
      return { facts: factsFor(kind), parameters, asOf, period: kind.from === 'projects' ? period : undefined, visitor };
    },
    context,
  );
  if (!tallied) return EXIT.dataErrors;
  const { tallies, status } = tallied;
  const chosen = periodFor(tallies, period);
  refuseUnanswerable(kind, visitor.files, chosen);
  const listing = buildListing(kind, visitor.files, {
    lang,
    period: chosen,
    asOf: asOf ?? periodEnd(chosen),
    inputs: tallies.inputs,
    place: placeOption(words, tallies),
    withUnknown: words.unknown === true,
    terms: profile.terms,
    notes: notesOn(tallies, chosen, period !== undefined),
  });
  // On a page the list itself says how many there are; in CSV there is nothing but rows.
  writeNotes([...listing.notes, ...(format.of === 'page' ? [] : closingLines(listing))], words, context);
  await write(format.write(listFaces(listing), surfaceOf(words, context)));
  return status;
}

/** The rates that a ledger is kept of: those asked for that are rates of households, or all. */
function ratesOption({ id, listed }: ListKind, words: Words): readonly HouseholdRate[] {
  if (listed.by === 'left-out') {
    const rates = householdRates(words.metrics === undefined ? allMetrics : metricsOption(words));
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
