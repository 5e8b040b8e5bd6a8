import { toPredicate } from '../language/readings/holds.ts';
import type { Predicate } from '../language/readings/holds.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { columnsToKnow } from '../language/readings/columns-to-know.ts';
import { unansweredColumns } from '../language/readings/why-unknown.ts';
import type { Behind, Metric } from '../measure/metric.ts';
import { columnsOf, isAnswerable } from '../language/readings/fact-columns.ts';
import { factKey } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import { facts } from '../tables/facts.ts';
import type { RowVisitor, VisitedRow } from '../tally/engine.ts';
import { weighingColumns, weighingParameter } from '../language/readings/weighing.ts';
import { namesOf, toWeigh } from '../language/readings/weigh.ts';
import type { Weigh } from '../language/readings/weigh.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import { answeredFactOf, leftOutOf } from './left-out.ts';
import type { LeftOutReason } from './left-out.ts';
import { columnsOfFile } from './columns-of-file.ts';
import { printedPlace, printedText } from './printed.ts';
import { whyUnknown } from './unknown-column.ts';
import type { UnknownColumn } from './unknown-column.ts';

/** A row of a file, as far as it stands behind one fact. Nothing in it may not be printed. */
export interface GatheredRow {
  readonly place: Place;
  readonly period: Period;
  readonly file: string;
  readonly sheet: string | undefined;
  readonly row: number;
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

/** Sees every row and keeps where those stand that a metric counts. */
export class RowGatherer implements RowVisitor {
  readonly columns: ReadonlySet<string>;
  readonly #facts: readonly Fact[];
  readonly #answered: readonly Fact[];
  readonly #unknown: ReadonlySet<string>;
  /** By what reads a file: the same for both readings of one file, and for no other, whatever its name. */
  readonly #files = new Map<OpenedTable['records'], GatheredRow[]>();
  readonly #names = new Map<string, number>();

  constructor(metric: Metric) {
    this.#facts = factsBehind(metric);
    this.#unknown = new Set(metric.behind.unknown);
    this.#answered = answeredFactsOf(metric);
    this.columns = new Set(['household_id', 'project_id', ...this.#facts.flatMap(columnsOf)]);
  }

  /** The rows by place and period, as `bucketKey` names them, and then by fact: in the order of the files. */
  get rows(): ReadonlyMap<string, ReadonlyMap<string, readonly GatheredRow[]>> {
    const buckets = new Map<string, Map<string, GatheredRow[]>>();
    for (const rows of this.#files.values()) {
      for (const row of rows.toSorted((a, b) => a.row - b.row)) {
        const key = bucketKey(row.place, row.period);
        let bucket = buckets.get(key);
        if (!bucket) buckets.set(key, (bucket = new Map<string, GatheredRow[]>()));
        const known = bucket.get(factKey(row.fact));
        if (known) known.push(row);
        else bucket.set(factKey(row.fact), [row]);
      }
    }
    return buckets;
  }

  readonly begin = (file: OpenedTable): ((row: VisitedRow) => void) => {
    const has = columnsOfFile(file);
    const asked = this.#facts.flatMap((fact): Asked[] => {
      if (fact.from !== file.table || !isAnswerable(fact, has)) return [];
      return [
        {
          fact,
          holds: fact.where && toPredicate(fact.where),
          weigh: fact.sum === 1 ? undefined : toWeigh(fact.sum),
          isAnsweredFact: this.#answered.includes(fact),
          isOfUnknown: this.#unknown.has(factKey(fact)),
        },
      ];
    });
    const rows: GatheredRow[] = [];
    this.#files.set(file.records, rows);
    return (visited) => {
      for (const one of asked) {
        if (visited.time !== undefined && visited.time !== one.fact.time) continue;
        if ((visited.ofCounty === true) !== (one.fact.origin === 'evaluation')) continue;
        const seen = this.#seen(one, visited, has);
        if (!seen) continue;
        const { place, period, position, row } = visited;
        const id = printedText(row, 'household_id') ?? printedText(row, 'project_id');
        rows.push({
          place: printedPlace(place),
          period,
          file: file.file,
          sheet: file.sheet,
          row: position.row,
          id,
          fact: one.fact,
          ...seen,
        });
      }
    };
  };

  #seen({ fact, holds, weigh, isAnsweredFact, isOfUnknown }: Asked, { row, parameters }: VisitedRow, has: ReadonlySet<string>) {
    const frame = { weight: 1n, atLeast: false, names: [], reason: undefined, unknown: [] } as const;
    if (isAnsweredFact) {
      const out = leftOutOf(fact, row, parameters);
      if (!out) return undefined;
      const answer = out.reason === 'unknown' ? ('unknown' as const) : ('left-out' as const);
      return { ...frame, answer, reason: out.reason, unknown: whyUnknown(out.columns, row, has) };
    }
    const answer = holds === undefined || holds(row, parameters);
    if (answer === false) return undefined;
    const weight = weigh === undefined ? { amount: 1n, atLeast: false } : weigh(row, parameters);
    if (isOfUnknown) {
      const columns = columnsToKnow(fact.where!).filter((column) => row[column] === undefined);
      return { ...frame, answer: 'unknown' as const, weight: weight?.amount, unknown: whyUnknown(columns, row, has) };
    }
    const blank = [
      ...(answer === undefined ? unansweredColumns(fact.where!, row, parameters) : []),
      ...(weight === undefined ? unweighed(fact, row, parameters) : []),
    ];
    if (answer === undefined || weight === undefined)
      return { ...frame, answer: 'unknown' as const, weight: weight?.amount, unknown: whyUnknown([...new Set(blank)], row, has) };
    // A household or project that adds nothing stands behind nothing; a village that writes 0 says so.
    if (weight.amount === 0n && fact.origin !== 'declared') return undefined;
    const names = fact.personal && fact.per ? namesOf(row, fact.per).map((name) => this.#numberOf(name)) : [];
    return { ...frame, answer: 'yes' as const, weight: weight.amount, atLeast: weight.atLeast, names };
  }

  #numberOf(name: string): number {
    let number = this.#names.get(name);
    if (number === undefined) this.#names.set(name, (number = this.#names.size));
    return number;
  }
}

/** The columns and dated numbers for want of which a row has no weight. A lower bound may be no weight either. */
function unweighed(fact: Fact, row: VisitedRow['row'], parameters: VisitedRow['parameters']): readonly string[] {
  const columns = weighingColumns(fact.sum);
  const parameter = weighingParameter(fact.sum);
  const missing = columns.filter((column) => row[column] === undefined);
  if (parameter !== undefined && parameters[parameter] === undefined) return [...missing, parameter];
  return missing.length > 0 ? missing : columns;
}

/** How the rows of a place and period are looked up. */
export const bucketKey = (place: Place, period: Period): string => `${placeKey(place)}\u001f${period}`;
