import { toPredicate } from '../language/readings/holds.ts';
import type { Predicate } from '../language/readings/holds.ts';
import type { Condition, Parameters } from '../language/condition.ts';
import type { Row } from '../language/row.ts';
import { columnsToKnow } from '../language/readings/columns-to-know.ts';
import { unansweredColumns } from '../language/readings/why-unknown.ts';
import type { Behind, Metric } from '../measure/metric.ts';
import { columnsOf, isAnswerable } from '../language/readings/fact-columns.ts';
import { factKey } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import { facts } from '../tables/facts.ts';
import { writtenColumns } from '../tables/projects/money-columns.ts';
import type { AnsweredFile, AnsweredRow, RowAnswer, RowQuery } from '../tally/row-query.ts';
import { weighingColumns, weighingParameter } from '../language/readings/weighing.ts';
import { namesOf, toWeigh } from '../language/readings/weigh.ts';
import type { Weigh } from '../language/readings/weigh.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import { answeredFactOf, leftOutOf } from './left-out.ts';
import type { LeftOutReason } from './left-out.ts';
import { printedPlace, printedText } from './printed.ts';
import { whyUnknown } from './unknown-column.ts';
import type { UnknownColumn } from './unknown-column.ts';

/** A row of a file, as far as it stands behind one fact. Nothing in it may not be printed. */
export interface GatheredRow {
  readonly place: Place;
  readonly period: Period;
  readonly file: string;
  readonly sheet: string | undefined;
  /** A table of a database has no row numbers: its rows are called by their ids. */
  readonly row: number | undefined;
  /** Of a household or a project; a village row has none. */
  readonly id: string | undefined;
  readonly fact: Fact;
  /** `left-out`: the rate does not count it. */
  readonly answer: 'yes' | 'unknown' | 'left-out';
  /** In smallest units; undefined where it is not known. */
  readonly weight: bigint | undefined;
  readonly atLeast: boolean;
  /** Names of a breakdown by persons, each as a number that is the same for the same name. */
  readonly names: readonly number[];
  readonly reason: LeftOutReason | undefined;
  readonly unknown: readonly UnknownColumn[];
}

/** A fact made ready to be asked of the rows of one file. */
interface Asked {
  readonly fact: Fact;
  readonly holds: Predicate | undefined;
  readonly weigh: Weigh | undefined;
  readonly isAnsweredFact: boolean;
  /** It holds for rows that cannot be counted. */
  readonly isOfUnknown: boolean;
}

/** Every fact whose rows may stand behind a metric: also the other telling of each number of the village, and the rows that a rate counts. */
export function factsBehind(metric: Metric): readonly Fact[] {
  const told = behindsOf(metric).flatMap(({ numerator, denominator = [], leftOut = [], unknown = [] }) => [
    ...numerator,
    ...denominator,
    ...leftOut,
    ...unknown,
  ]);
  const named = new Set([
    ...told,
    ...told.map((key) => key.replace(/^declared\./u, 'evidence.')),
    ...answeredFactsOf(metric).map((fact) => factKey(fact)),
  ]);
  return facts.filter((fact) => named.has(factKey(fact)));
}

const behindsOf = ({ behind, otherwise }: Metric): readonly Behind[] => [behind, ...(otherwise ? [otherwise.behind] : [])];
const answeredFactsOf = (metric: Metric): readonly Fact[] =>
  behindsOf(metric).flatMap(({ denominator = [] }) => answeredFactOf(denominator) ?? []);

/** The facts whose rows come from one table, as the flow of a period or the state in it. */
interface AskedTogether {
  readonly query: RowQuery;
  readonly facts: readonly Fact[];
}

/** What must be asked of rows to explain a metric: one query for each table, and of projects for each time. */
function askedTogether(metric: Metric): readonly AskedTogether[] {
  const answered = answeredFactsOf(metric);
  const groups = new Map<string, Fact[]>();
  for (const fact of factsBehind(metric)) {
    const group = fact.from === 'projects' ? `${fact.from} ${fact.time}` : fact.from;
    groups.set(group, [...(groups.get(group) ?? []), fact]);
  }
  return [...groups.values()].map((together) => {
    const columns = ['household_id', 'project_id', ...together.flatMap(columnsOf)];
    const conditions = together.flatMap((fact): Condition[] => {
      if (fact.where === undefined) return [];
      // A rate shows whom it does not count; those that it does stand above the line or below.
      return [answered.includes(fact) ? { not: fact.where } : fact.where];
    });
    return {
      facts: together,
      query: {
        from: together[0]!.from,
        columns: [...new Set([...columns, ...writtenColumns(columns)])],
        where: conditions.length < together.length ? undefined : { any: conditions },
        time: together[0]!.time,
      },
    };
  });
}

/** What must be asked of rows to explain a metric. */
export const behindQueries = (metric: Metric): readonly RowQuery[] => askedTogether(metric).map(({ query }) => query);

/** Rows by place and period, as `bucketKey` names them, and then by fact: in the order of the files. */
export type RowsBehind = ReadonlyMap<string, ReadonlyMap<string, readonly GatheredRow[]>>;

/** Where the rows stand that a metric counts, leaves out or has no answer of, from the answers to its queries. */
export function rowsBehind(metric: Metric, answers: readonly RowAnswer[]): RowsBehind {
  const buckets = new Map<string, Map<string, GatheredRow[]>>();
  const persons = new PersonNumbers();
  askedTogether(metric).forEach(({ facts: together }, index) => {
    for (const file of answers[index]!) {
      for (const row of behindOfFile(metric, together, file, persons).toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))) {
        const key = bucketKey(row.place, row.period);
        let bucket = buckets.get(key);
        if (!bucket) buckets.set(key, (bucket = new Map<string, GatheredRow[]>()));
        const known = bucket.get(factKey(row.fact));
        if (known) known.push(row);
        else bucket.set(factKey(row.fact), [row]);
      }
    }
  });
  return buckets;
}

/** Names of persons, each as a number that is the same for the same name. */
class PersonNumbers {
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) this.#numbers.set(name, (number = this.#numbers.size));
    return number;
  }
}

function behindOfFile(metric: Metric, together: readonly Fact[], answered: AnsweredFile, persons: PersonNumbers): readonly GatheredRow[] {
  const { file, sheet, columns: has } = answered;
  const answeredFacts = answeredFactsOf(metric);
  const asked = together
    .filter((fact) => isAnswerable(fact, has))
    .map((fact): Asked => ({
      fact,
      holds: fact.where && toPredicate(fact.where),
      weigh: fact.sum === 1 ? undefined : toWeigh(fact.sum),
      isAnsweredFact: answeredFacts.includes(fact),
      isOfUnknown: metric.behind.unknown?.includes(factKey(fact)) ?? false,
    }));
  const rows: GatheredRow[] = [];
  for (const answer of answered.rows) {
    for (const one of asked) {
      if (answer.ofCounty !== (one.fact.origin === 'evaluation')) continue;
      const seen = seenOf(one, answer, has, persons);
      if (!seen) continue;
      const { place, period, row, cells } = answer;
      const id = printedText(cells, 'household_id') ?? printedText(cells, 'project_id');
      rows.push({ place: printedPlace(place), period, file, sheet, row, id, fact: one.fact, ...seen });
    }
  }
  return rows;
}

/** How a row stands behind a fact; nothing where it does not. */
function seenOf(
  { fact, holds, weigh, isAnsweredFact, isOfUnknown }: Asked,
  { cells, parameters }: AnsweredRow,
  has: ReadonlySet<string>,
  persons: PersonNumbers,
): Pick<GatheredRow, 'answer' | 'weight' | 'atLeast' | 'names' | 'reason' | 'unknown'> | undefined {
  const frame = { weight: 1n, atLeast: false, names: [], reason: undefined, unknown: [] } as const;
  if (isAnsweredFact) {
    const out = leftOutOf(fact, cells, parameters);
    if (!out) return undefined;
    const answer = out.reason === 'unknown' ? ('unknown' as const) : ('left-out' as const);
    return { ...frame, answer, reason: out.reason, unknown: whyUnknown(out.columns, cells, has) };
  }
  const answer = holds === undefined || holds(cells, parameters);
  if (answer === false) return undefined;
  const weight = weigh === undefined ? { amount: 1n, atLeast: false } : weigh(cells, parameters);
  if (isOfUnknown) {
    const columns = columnsToKnow(fact.where!).filter((column) => cells[column] === undefined);
    return { ...frame, answer: 'unknown' as const, weight: weight?.amount, unknown: whyUnknown(columns, cells, has) };
  }
  const blank = [
    ...(answer === undefined ? unansweredColumns(fact.where!, cells, parameters) : []),
    ...(weight === undefined ? unweighed(fact, cells, parameters) : []),
  ];
  if (answer === undefined || weight === undefined)
    return { ...frame, answer: 'unknown' as const, weight: weight?.amount, unknown: whyUnknown([...new Set(blank)], cells, has) };
  // A household or project that adds nothing stands behind nothing; a village that writes 0 says so.
  if (weight.amount === 0n && fact.origin !== 'declared') return undefined;
  const names = fact.personal && fact.per ? namesOf(cells, fact.per).map((name) => persons.of(name)) : [];
  return { ...frame, answer: 'yes' as const, weight: weight.amount, atLeast: weight.atLeast, names };
}

/** The columns and dated numbers for want of which a row has no weight. A lower bound may be no weight either. */
function unweighed(fact: Fact, row: Row, parameters: Parameters): readonly string[] {
  const columns = weighingColumns(fact.sum);
  const parameter = weighingParameter(fact.sum);
  const missing = columns.filter((column) => row[column] === undefined);
  if (parameter !== undefined && parameters[parameter] === undefined) return [...missing, parameter];
  return missing.length > 0 ? missing : columns;
}

/** How the rows of a place and period are looked up. */
export const bucketKey = (place: Place, period: Period): string => `${placeKey(place)}\u001f${period}`;
