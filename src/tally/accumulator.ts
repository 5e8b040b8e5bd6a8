import type { Amount } from '../language/column.ts';
import type { Row } from '../language/row.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import { toPredicate } from '../language/readings/holds.ts';
import type { Condition, Parameters } from '../language/condition.ts';
import type { Predicate } from '../language/readings/holds.ts';
import { breakdownKey, factKey } from '../language/fact.ts';
import { columnsOf, isAnswerable } from '../language/readings/fact-columns.ts';
import type { Fact } from '../language/fact.ts';
import { SUM_KEYS } from './sum.ts';
import type { Sum } from './sum.ts';
import type { Facts, Tally, Unplaced } from './tally.ts';
import { namesOf, toWeigh } from '../language/readings/weigh.ts';
import type { Weigh } from '../language/readings/weigh.ts';

type RunningSum = { -readonly [K in keyof Sum]: bigint } & {
  /** Rows of weight 1 that hold: counted apart because it is most of the work. */ rows: number;
};

interface ReadyFact {
  readonly fact: Fact;
  readonly answerable: boolean;
  readonly predicate: Predicate | undefined;
  /** Without one each row weighs 1. */
  readonly weigh: Weigh | undefined;
  readonly per: readonly string[] | undefined;
}

/** The running sums of a fact: the whole, and those of its breakdown by name. */
interface Running {
  readonly whole: RunningSum;
  readonly named: Map<string, RunningSum> | undefined;
}

interface Bucket {
  readonly place: Place | undefined;
  readonly period: Period | undefined;
  readonly parameters: Parameters;
  readonly sums: readonly Running[];
}

const empty = (): RunningSum => ({ yes: 0n, unknown: 0n, rejected: 0n, open: 0n, rejectedOpen: 0n, unrecorded: 0n, atLeast: 0n, rows: 0 });

/** Adds up the rows of one file, place by place and period by period. */
export class Accumulator {
  readonly #facts: readonly ReadyFact[];
  readonly #columns: ReadonlySet<string>;
  readonly #parameters: (place: Place, period: Period) => Parameters;
  /** By place, as one object for each (see RowPlaces), then by period. */
  readonly #buckets = new Map<Place | undefined, Map<Period | undefined, Bucket>>();

  /** `has` names the columns of the file. */
  constructor(facts: readonly Fact[], has: ReadonlySet<string>, parameters: (place: Place, period: Period) => Parameters) {
    this.#parameters = parameters;
    this.#columns = new Set(facts.flatMap(columnsOf));
    const shared = new Map<Condition, Predicate>();
    this.#facts = facts.map((fact) => ({
      fact,
      answerable: isAnswerable(fact, has),
      predicate: fact.where && toPredicate(fact.where, shared),
      weigh: fact.sum === 1 ? undefined : toWeigh(fact.sum),
      per: fact.per,
    }));
  }

  /** Whether any fact depends on a column. */
  reads(column: string): boolean {
    return this.#columns.has(column);
  }

  /** Counts a row that is good. */
  add(row: Row, place: Place, period: Period): void {
    const { sums, parameters } = this.#bucket(place, period);
    for (let index = 0; index < sums.length; index++) {
      const { answerable, predicate, weigh, per } = this.#facts[index]!;
      const { whole, named } = sums[index]!;
      if (!answerable) {
        whole.unrecorded++;
        continue;
      }
      const answer = predicate === undefined || predicate(row, parameters);
      if (answer === false) continue;
      if (weigh === undefined) {
        if (answer) whole.rows++;
        else whole.unknown++;
        if (named && answer) for (const name of namesOf(row, per!)) sumOf(named, name).rows++;
        continue;
      }
      const weight = weigh(row, parameters);
      addWeight(whole, weight, answer);
      if (named && answer) for (const name of namesOf(row, per!)) addWeight(sumOf(named, name), weight, true);
    }
  }

  /** Counts a rejected row: what it could weigh. `boundless` when any number of rows may hide behind it. */
  reject(row: Row, place: Place | undefined, period: Period | undefined, boundless: boolean): void {
    const { sums, parameters } = this.#bucket(place, period);
    this.#facts.forEach(({ answerable, weigh }, index) => {
      const { whole } = sums[index]!;
      const weight = weigh === undefined ? ONE : weigh(row, parameters);
      if (!answerable) whole.unrecorded++;
      else if (boundless || weight === undefined || weight.atLeast) whole.rejectedOpen++;
      else whole.rejected += weight.amount;
    });
  }

  /** The sums of the file whose SHA-256 is given. */
  finish(input: string): { readonly tallies: readonly Tally[]; readonly unplaced: readonly Unplaced[] } {
    const tallies: Tally[] = [];
    const unplaced: Unplaced[] = [];
    for (const { place, period, parameters, sums } of [...this.#buckets.values()].flatMap((periods) => [...periods.values()])) {
      const facts = this.#finished(sums);
      if (place && period) tallies.push({ place, period, facts, parameters, inputs: new Set([input]) });
      else unplaced.push({ input, place, period, facts });
    }
    return { tallies, unplaced };
  }

  #bucket(place: Place | undefined, period: Period | undefined): Bucket {
    let periods = this.#buckets.get(place);
    if (!periods) this.#buckets.set(place, (periods = new Map()));
    let bucket = periods.get(period);
    if (!bucket) {
      const parameters = place && period ? this.#parameters(place, period) : {};
      const sums = this.#facts.map(({ per }) => ({ whole: empty(), named: per && new Map<string, RunningSum>() }));
      periods.set(period, (bucket = { place, period, parameters, sums }));
    }
    return bucket;
  }

  #finished(sums: readonly Running[]): Facts {
    return new Map(
      this.#facts.flatMap(({ fact }, index) => {
        const { whole, named } = sums[index]!;
        const broken = [...(named ?? [])].map(([name, sum]) => [breakdownKey(fact, name), finished(sum)] as const);
        return [[factKey(fact), finished(whole)] as const, ...broken];
      }),
    );
  }
}

const ONE: Amount = { amount: 1n, atLeast: false };

function sumOf(named: Map<string, RunningSum>, name: string): RunningSum {
  let sum = named.get(name);
  if (!sum) named.set(name, (sum = empty()));
  return sum;
}

function addWeight(sum: RunningSum, weight: Amount | undefined, answer: true | undefined): void {
  if (weight === undefined) sum.open++;
  else if (answer) {
    sum.yes += weight.amount;
    if (weight.atLeast) sum.atLeast++;
  } else sum.unknown += weight.amount;
}

function finished({ rows, ...running }: RunningSum): Sum {
  const sum = Object.fromEntries(SUM_KEYS.map((part) => [part, running[part]])) as unknown as Sum;
  return { ...sum, yes: sum.yes + BigInt(rows) };
}
