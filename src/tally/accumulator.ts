import type { Amount, Row } from '../input/column.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import { canAnswer, columnsIn, toPredicate } from '../input/condition.ts';
import type { Condition, Parameters, Predicate } from '../input/condition.ts';
import { factKey } from './fact.ts';
import type { Fact } from './fact.ts';
import { SUM_KEYS } from './sum.ts';
import type { Sum } from './sum.ts';
import type { Facts, Tally, Unplaced } from './tally.ts';

type RunningSum = { -readonly [K in keyof Sum]: bigint } & {
  /** Rows of weight 1 that hold: counted apart because it is most of the work. */ rows: number;
};

interface ReadyFact {
  readonly key: string;
  readonly answerable: boolean;
  readonly predicate: Predicate | undefined;
  /** The column that weighs a row; without one each row weighs 1. */
  readonly weighing: string | undefined;
}

interface Bucket {
  readonly place: Place | undefined;
  readonly period: Period | undefined;
  readonly parameters: Parameters;
  readonly sums: readonly RunningSum[];
}

/** The columns that a fact reads. */
const columnsOf = ({ where, sum }: Fact): readonly string[] => [...(where ? columnsIn(where) : []), ...(sum === 1 ? [] : [sum.column])];

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
    this.#facts = facts.map((fact) => {
      const weighing = fact.sum === 1 ? undefined : fact.sum.column;
      return {
        key: factKey(fact),
        weighing,
        predicate: fact.where && toPredicate(fact.where, shared),
        answerable: (!fact.where || canAnswer(fact.where, has)) && (weighing === undefined || has.has(weighing)),
      };
    });
  }

  /** Whether any fact depends on a column. */
  reads(column: string): boolean {
    return this.#columns.has(column);
  }

  /** Counts a row that is good. */
  add(row: Row, place: Place, period: Period): void {
    const { sums, parameters } = this.#bucket(place, period);
    for (let index = 0; index < sums.length; index++) {
      const { answerable, predicate, weighing } = this.#facts[index]!;
      const sum = sums[index]!;
      if (!answerable) {
        sum.unrecorded++;
        continue;
      }
      const answer = predicate === undefined || predicate(row, parameters);
      if (answer === false) continue;
      if (weighing === undefined) {
        if (answer) sum.rows++;
        else sum.unknown++;
        continue;
      }
      const weight = row[weighing] as Amount | undefined;
      if (weight === undefined) sum.open++;
      else if (answer) {
        sum.yes += weight.amount;
        if (weight.atLeast) sum.atLeast++;
      } else sum.unknown += weight.amount;
    }
  }

  /** Counts a rejected row: what it could weigh. `boundless` when any number of rows may hide behind it. */
  reject(row: Row, place: Place | undefined, period: Period | undefined, boundless: boolean): void {
    const { sums } = this.#bucket(place, period);
    this.#facts.forEach(({ answerable, weighing }, index) => {
      const sum = sums[index]!;
      const weight = weighing === undefined ? { amount: 1n, atLeast: false } : (row[weighing] as Amount | undefined);
      if (!answerable) sum.unrecorded++;
      else if (boundless || weight === undefined || weight.atLeast) sum.rejectedOpen++;
      else sum.rejected += weight.amount;
    });
  }

  /** The sums of the file whose SHA-256 is given. */
  finish(input: string): { readonly tallies: readonly Tally[]; readonly unplaced: readonly Unplaced[] } {
    const tallies: Tally[] = [];
    const unplaced: Unplaced[] = [];
    for (const { place, period, parameters, sums } of [...this.#buckets.values()].flatMap((periods) => [...periods.values()])) {
      const facts = this.#named(sums);
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
      periods.set(period, (bucket = { place, period, parameters, sums: this.#facts.map(empty) }));
    }
    return bucket;
  }

  #named(sums: readonly RunningSum[]): Facts {
    return new Map(
      this.#facts.map(({ key }, index) => {
        const { rows, ...running } = sums[index]!;
        const sum = Object.fromEntries(SUM_KEYS.map((part) => [part, running[part]])) as unknown as Sum;
        return [key, { ...sum, yes: sum.yes + BigInt(rows) }];
      }),
    );
  }
}
