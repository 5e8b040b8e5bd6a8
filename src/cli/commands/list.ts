import { UserError } from '../../errors.ts';
import { metrics as allMetrics } from '../../measure/metrics/index.ts';
import { householdRates, usualRates } from '../../rows/left-out.ts';
import type { HouseholdRate } from '../../rows/left-out.ts';
import { isHidden } from '../../measure/small-places.ts';
import { listQuery, listedRows } from '../../rows/listed.ts';
import type { ListedFile, ListedRow } from '../../rows/listed.ts';
import type { Tallies } from '../../tally/tally.ts';
import { factsOfKind } from '../../rows/list-kind.ts';
import type { ListKind } from '../../rows/list-kind.ts';
import { buildListing, closingLines } from '../../report/listing/listing.ts';
import { formats } from '../../formats/index.ts';
import { listFaces } from '../../pages/list/faces.ts';
import { lists } from '../../rows/lists/index.ts';
import { factKey } from '../../language/fact.ts';
import { facts } from '../../tables/facts.ts';
import { periodEnd } from '../../vocabulary/period.ts';
import { refuseUnanswerable } from '../../library/refuse-unanswerable.ts';
import { didYouMean } from '../../vocabulary/nearest.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import type { Text } from '../../vocabulary/text.ts';
import type { CommandContext } from '../command.ts';
import { declared } from '../declared.ts';
import type { Given } from '../declared.ts';
import { notesOn } from '../notes-on-files.ts';
import { asOfOption, filesOptions, metricsOption, periodOption } from '../options.ts';
import type { TypedWords } from '../options.ts';
import { knownPlace, refuseTallies, requireTable } from '../row-files.ts';
import { printOptions } from '../print-options.ts';
import { periodFor } from '../tally-files.ts';
import type { Prepared, TallyOptions } from '../tally-files.ts';
import { tallying } from '../tallying.ts';
import type { Steps } from '../tallying.ts';

const IDS = lists.map(({ id }) => id);

/** Who is to be listed, checked word by word. */
interface ListOptions extends TallyOptions {
  readonly kind: ListKind;
  readonly period: Period | undefined;
  readonly asOf: IsoDate | undefined;
  readonly rates: readonly HouseholdRate[];
  readonly place: string | undefined;
  readonly withUnknown: boolean;
}

/** `aid-metrics list KIND FILE…`: the households or projects to act on. */
export const addList = declared<ListOptions>({
  name: 'list',
  about: { zh: '列出要跟进的户或项目', en: 'the households or projects to act on' },
  takes: [
    ['<kind>', { zh: `名单：${IDS.join(' | ')}`, en: `which list: ${IDS.join(' | ')}` }],
    [
      '[file...]',
      { zh: '户表、项目表、村表，顺序不限；- 为标准输入', en: 'household, project and village files in any order; - is standard input' },
    ],
  ],
  own: [
    ['--unknown', { zh: '不清楚的也列出，并说明缺哪一列', en: 'list those of which it is not known too, and for want of which column' }],
    [
      '--metrics <ids>',
      {
        zh: '只用于 excluded：看哪些比率，默认文件能算的全部',
        en: 'for excluded alone: of which rates; all that the files can answer when not given',
      },
    ],
    ['--partial', { zh: '有错误也列出：出错的行不在名单里', en: 'list in spite of errors: rejected rows are not in the list' }],
  ],
  shared: ['period', 'asOf', 'place', 'smallest'],
  judges: true,
  readsFiles: true,
  formats,
  help: {
    examples: [
      [
        { zh: 'list uncovered 户表.csv', en: 'list uncovered households.csv' },
        { zh: '没有产业的贫困户', en: 'poor households without an industry' },
      ],
      [
        { zh: 'list at-risk 户表.csv --place 大桥村 --unknown', en: 'list at-risk households.csv --place Daqiao --unknown' },
        { zh: '大桥村有返贫风险的户，不清楚的也列出', en: 'those at risk in one village, and those of which it is not known' },
      ],
    ],
    statuses: ['done', 'findings', 'cannotRun', 'bug'],
  },
  read,
  work: tallying(stepsOf),
});

function read({ word, files }: Given, words: TypedWords, context: CommandContext): ListOptions {
  const kind = kindOf(word!);
  return {
    kind,
    ...filesOptions(files, words, context),
    print: printOptions(words, formats, 'csv', context),
    period: periodOption('period', words),
    asOf: asOfOption(words),
    rates: ratesOption(kind, words),
    place: words.place as string | undefined,
    withUnknown: words.unknown === true,
  };
}

function stepsOf(options: ListOptions, { book, region }: Prepared, { lang, profile }: CommandContext): Steps {
  const { print, kind, period: asked, asOf, rates, withUnknown } = options;
  return {
    plan: (given) => {
      refuseTallies(given, 'list');
      requireTable(kind.from, given, `list ${kind.id}`);
      // A project stands in every period from its first on, whether or not a row reports of it.
      return {
        facts: factsFor(kind),
        asOf,
        period: kind.from === 'projects' ? asked : undefined,
        rows: [{ ...listQuery(kind, rates), shown: { place: options.place, periods: asked && [asked] } }],
      };
    },
    result: ({ tallies, rows }) => {
      const period = periodFor(tallies, asked);
      const { files, leftOut } = withoutHidden(listedRows(kind, rates, rows[0]!, { book, region, asOf }), tallies, period);
      refuseUnanswerable(kind, files, period);
      const listing = buildListing(kind, files, {
        lang,
        period,
        asOf: asOf ?? periodEnd(period),
        inputs: tallies.inputs,
        place: knownPlace(options.place, tallies),
        withUnknown,
        terms: profile.terms,
        notes: [...notesOn(tallies, period, asked !== undefined), ...leftOut],
      });
      // On a page the list itself says how many there are; in CSV there is nothing but rows.
      return { faces: listFaces(listing), notes: [...listing.notes, ...(print.format.of === 'page' ? [] : closingLines(listing))] };
    },
  };
}

/** A list without the rows of villages that are not shown for themselves. A project that names such a village names others too, and is of a larger place. */
function withoutHidden(
  files: readonly ListedFile[],
  tallies: Tallies,
  period: Period,
): { readonly files: readonly ListedFile[]; readonly leftOut: readonly Text[] } {
  const isShown = ({ place }: ListedRow): boolean => place.village === undefined || !isHidden(tallies, 'village', place);
  const kept = files.map((file) => ({ ...file, rows: file.rows.filter(isShown) }));
  const leftOut = files.flatMap(({ rows }) => rows).filter((row) => row.period === period && !isShown(row)).length;
  const note = {
    zh: `不单列的村里有 ${leftOut} 行，没有列出（--smallest）`,
    en: `${leftOut} ${leftOut === 1 ? 'row lies' : 'rows lie'} in villages that are not shown: left out (--smallest)`,
  };
  return { files: kept, leftOut: leftOut === 0 ? [] : [note] };
}

function kindOf(word: string): ListKind {
  const kind = lists.find(({ id }) => id === word);
  if (kind) return kind;
  const meant = didYouMean(word, IDS);
  throw new UserError({
    zh: `没有名单“${word}”${meant.zh}。可选：${IDS.join('、')}`,
    en: `no list "${word}"${meant.en} Choose from ${IDS.join(', ')}`,
  });
}

/** The rates that a ledger is kept of: those asked for that are rates of households, or all. */
function ratesOption({ id, listed }: ListKind, words: TypedWords): readonly HouseholdRate[] {
  if (listed.by === 'left-out') {
    const rates = words.metrics === undefined ? usualRates(allMetrics) : householdRates(metricsOption(words).every);
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
