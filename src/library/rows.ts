import { UserError } from '../errors.ts';
import type { Finding } from '../input/finding.ts';
import type { Source } from '../input/source.ts';
import type { EvidencePolicy } from '../measure/village-view.ts';
import { judgedHouseholds, judgedQuery } from '../rows/judged-households.ts';
import { assessedHousehold } from '../report/assess/households.ts';
import type { AssessedHousehold } from '../report/assess/households.ts';
import { explain as explainRows } from '../report/explain/explanation.ts';
import type { Explanation } from '../report/explain/explanation.ts';
import { behindQueries, rowsBehind } from '../rows/behind.ts';
import { householdRates, usualRates } from '../rows/left-out.ts';
import { listQuery, listedRows } from '../rows/listed.ts';
import { buildListing } from '../report/listing/listing.ts';
import { isNamed } from '../vocabulary/place.ts';
import type { Listing } from '../report/listing/listing.ts';
import { lists } from '../rows/lists/index.ts';
import { periodEnd } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Level } from '../vocabulary/place.ts';
import type { Lang } from '../vocabulary/text.ts';
import { periodFor } from './chosen-period.ts';
import { metricsNamed } from './metrics-named.ts';
import { refuseUnanswerable } from './refuse-unanswerable.ts';
import { refuseTallies, requireTable } from './required-tables.ts';
import { standardsFrom } from './standards.ts';
import { tallyRows } from './tally.ts';
import type { ReadOptions, Tallied } from './tally.ts';

/** What is asked of rows. */
export interface RowQuery extends ReadOptions {
  /** The latest in the files where it is not given. */
  readonly period?: Period | undefined;
  /** The language of the texts; Chinese where it is not given. */
  readonly lang?: Lang | undefined;
  /** Only this village, township or county, by its name, or a village by its code. */
  readonly place?: string | undefined;
}

export interface ListQuery extends RowQuery {
  /** List the rows of which it is not known, too. */
  readonly withUnknown?: boolean | undefined;
  /** For `excluded` alone: of which rates; all where it is not given. */
  readonly metrics?: readonly string[] | undefined;
}

export interface ExplainQuery extends RowQuery {
  readonly by?: Level | undefined;
  readonly evidence?: EvidencePolicy | undefined;
}

export type HouseholdsQuery = Omit<RowQuery, 'lang' | 'place'>;

/** Something that was asked of rows, with what was found in reading them. */
export type WithFindings<Answer> = Answer & { readonly findings: readonly Finding[] };

/** Registered households, each judged by all criteria of its scheme. */
export interface AssessedHouseholds {
  readonly period: Period;
  readonly households: readonly AssessedHousehold[];
  /** Households of which it is not known whether they are registered: they are not judged. */
  readonly notKnown: number;
}

/**
 * The households or projects to act on: `lists` names the kinds. Names are masked as on the command line.
 * Throws a UserError where the files cannot make the list at all: a table, a column, or the poverty line is missing.
 */
export async function list(files: readonly Source[], kind: string, query: ListQuery = {}): Promise<WithFindings<Listing>> {
  const asked = lists.find(({ id }) => id === kind);
  if (!asked) throw noSuch('名单', 'list', kind, lists);
  const rates =
    asked.listed.by === 'left-out' ? (query.metrics ? householdRates(metricsNamed(query.metrics)) : usualRates(metricsNamed(['all']))) : [];
  const tallied = await tallyRows(files, query, {
    rows: [listQuery(asked, rates)],
    check: (given) => {
      refuseTallies(given, 'list');
      requireTable(asked.from, given, `list ${kind}`);
    },
  });
  const listed = listedRows(asked, rates, tallied.answers[0]!, tallied.standards);
  const { tallies, findings, standards, terms } = tallied;
  const period = periodFor(tallies, query.period);
  refuseUnanswerable(asked, listed, period);
  const listing = buildListing(asked, listed, {
    lang: query.lang ?? 'zh',
    period,
    asOf: standards.asOf ?? periodEnd(period),
    inputs: tallies.inputs,
    place: knownPlace(query.place, tallied),
    withUnknown: query.withUnknown ?? false,
    notes: [],
    terms,
  });
  return { ...listing, findings };
}

/** The rows behind a metric's number at every place: counted above the line, below it, left out, and those whose answer is not known. */
export async function explain(files: readonly Source[], metric: string, query: ExplainQuery = {}): Promise<WithFindings<Explanation>> {
  const [asked, ...others] = metricsNamed([metric]);
  if (others.length > 0)
    throw new UserError({ zh: `explain 一次只看一个指标，${metric} 是一组`, en: `explain takes one metric; ${metric} is a group` });
  const tallied = await tallyRows(files, query, { rows: behindQueries(asked!), check: (given) => refuseTallies(given, 'explain') });
  const explanation = explainRows(asked!, tallied.tallies, rowsBehind(asked!, tallied.answers), {
    period: periodFor(tallied.tallies, query.period),
    by: query.by ?? 'village',
    evidence: query.evidence ?? 'auto',
    lang: query.lang ?? 'zh',
    place: knownPlace(query.place, tallied),
    notes: [],
    terms: tallied.terms,
    limits: tallied.standards,
  });
  return { ...explanation, findings: tallied.findings };
}

/** The sheet of every registered household: each criterion with its verdict, and for those that are open the columns that would settle them. */
export async function assessHouseholds(files: readonly Source[], query: HouseholdsQuery = {}): Promise<WithFindings<AssessedHouseholds>> {
  const standards = query.standards ?? standardsFrom();
  const { tallies, findings, answers } = await tallyRows(
    files,
    { ...query, standards },
    {
      rows: [judgedQuery],
      check: (given) => {
        refuseTallies(given, 'assess');
        requireTable('households', given, 'assess');
      },
    },
  );
  const period = periodFor(tallies, query.period);
  const { households, notKnown } = judgedHouseholds(standards, answers[0]!, period);
  return { period, households: households.map(assessedHousehold), notKnown, findings };
}

/** A name of `place` that some place in the files must have. */
function knownPlace(name: string | undefined, { tallies: { tallies } }: Tallied): string | undefined {
  if (name === undefined || tallies.some(({ place }) => isNamed(place, name))) return name;
  throw new UserError({ zh: `文件里没有叫“${name}”的地方`, en: `no place in the files is called "${name}"` });
}

const noSuch = (zh: string, en: string, word: string, known: readonly { readonly id: string }[]): UserError => {
  const ids = known.map(({ id }) => id);
  return new UserError({ zh: `没有${zh}“${word}”。可选：${ids.join('、')}`, en: `no ${en} "${word}". Choose from ${ids.join(', ')}` });
};
