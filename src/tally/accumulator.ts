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
import { FactNames, PackedFacts, packed } from './packed-facts.ts';
import type { PackedSum } from './packed-facts.ts';
import type { DatedNumbers } from './dated-numbers.ts';
import { NOTHING } from './sum.ts';
import type { Sum } from './sum.ts';
import type { Tally, Unplaced } from './tally.ts';
import { namesOf, toWeigh, toWeighGroup } from '../language/readings/weigh.ts';
import type { GroupSums, Weigh, WeighGroup } from '../language/readings/weigh.ts';

type RunningSum = { -readonly [K in keyof Sum]: bigint };

/** A sum that grows: while it is a plain number of rows or a small amount, that number alone. Half a million places are felt. */
type Running = number | RunningSum;

interface ReadyFact {
  readonly fact: Fact;
  readonly answerable: boolean;
  readonly predicate: Predicate | undefined;
  /** Without one each row weighs 1. */
  readonly weigh: Weigh | undefined;
  readonly weighGroup: WeighGroup | undefined;
  readonly per: readonly string[] | undefined;
}

/** Facts that are asked of the same groups of rows, by their numbers. */
export interface Portion {
  readonly facts: readonly Fact[];
  readonly numbers: readonly number[];
}

interface Bucket {
  readonly place: Place | undefined;
  readonly period: Period | undefined;
  readonly parameters: Parameters;
  /** The whole of each fact. Of one that the file has no columns for, how many rows did not speak of it. */
  readonly sums: Running[];
  /** The breakdown of each fact that has one, by name. */
  named: (Map<string, Running> | undefined)[] | undefined;
}

/** Adds up the rows of one file, place by place and period by period. */
export class Accumulator {
  readonly #facts: readonly ReadyFact[];
  readonly #columns: ReadonlySet<string>;
  readonly #numbers: Pick<DatedNumbers, 'at'>;
  /** By place, as one object for each (see RowPlaces), then by period. Most places have one. */
  readonly #buckets = new Map<Place | undefined, Bucket | Map<Period | undefined, Bucket>>();

  /** `has` names the columns of the file. */
  constructor(facts: readonly Fact[], has: ReadonlySet<string>, numbers: Pick<DatedNumbers, 'at'>) {
    this.#numbers = numbers;
    this.#columns = new Set(facts.flatMap(columnsOf));
    const shared = new Map<Condition, Predicate>();
    this.#facts = facts.map((fact) => ({
      fact,
      answerable: isAnswerable(fact, has),
      predicate: fact.where && toPredicate(fact.where, shared),
      weigh: fact.sum === 1 ? undefined : toWeigh(fact.sum),
      weighGroup: fact.sum === 1 ? undefined : toWeighGroup(fact.sum),
      per: fact.per,
    }));
  }

  /** Whether any fact depends on a column. */
  reads(column: string): boolean {
    return this.#columns.has(column);
  }

  /** Counts a row that is good. */
  add(row: Row, place: Place, period: Period): void {
    const bucket = this.#bucket(place, period);
    const { sums, parameters } = bucket;
    for (let index = 0; index < sums.length; index++) {
      const { answerable, predicate, weigh, per } = this.#facts[index]!;
      if (!answerable) {
        countRow(sums, index);
        continue;
      }
      const answer = predicate === undefined || predicate(row, parameters);
      if (answer === false) continue;
      const named = per && answer ? ((bucket.named ??= [])[index] ??= new Map<string, Running>()) : undefined;
      if (weigh === undefined) {
        if (answer) countRow(sums, index);
        else grown(sums, index).unknown++;
        if (named) for (const name of namesOf(row, per!)) named.set(name, withRow(named.get(name) ?? 0));
        continue;
      }
      const weight = weigh(row, parameters);
      sums[index] = withWeight(sums[index]!, weight, answer);
      if (named) for (const name of namesOf(row, per!)) named.set(name, withWeight(named.get(name) ?? 0, weight, true));
    }
  }

  /** The facts as groups of rows are asked: all without a breakdown together, and each that has one by itself, for its names multiply the groups. */
  portions(): readonly Portion[] {
    const all = this.#facts.map(({ fact, answerable }, number) => ({ fact, number, isAlone: answerable && fact.per !== undefined }));
    const portion = (part: typeof all): Portion => ({ facts: part.map(({ fact }) => fact), numbers: part.map(({ number }) => number) });
    return [portion(all.filter(({ isAlone }) => !isAlone)), ...all.filter(({ isAlone }) => isAlone).map((one) => portion([one]))];
  }

  /** Counts so many good rows that no fact of a portion can tell apart: what is true of `row` is true of all. Equal to adding them one by one. */
  addGroup(numbers: readonly number[], row: Row, place: Place, period: Period, rows: number, groupSums: GroupSums): void {
    const bucket = this.#bucket(place, period);
    const { sums, parameters } = bucket;
    for (const index of numbers) {
      const { answerable, predicate, weighGroup, per } = this.#facts[index]!;
      if (!answerable) {
        sums[index] = withRows(sums[index]!, rows);
        continue;
      }
      const answer = predicate === undefined || predicate(row, parameters);
      if (answer === false) continue;
      const weight = weighGroup?.(row, parameters, groupSums);
      const added = (sum: Running): Running => {
        if (weighGroup !== undefined) return withGroup(sum, weight, rows, answer);
        if (answer) return withRows(sum, rows);
        const whole = asGrown(sum);
        whole.unknown += BigInt(rows);
        return whole;
      };
      sums[index] = added(sums[index]!);
      if (!per || !answer) continue;
      const named = ((bucket.named ??= [])[index] ??= new Map<string, Running>());
      for (const name of namesOf(row, per)) named.set(name, added(named.get(name) ?? 0));
    }
  }

  /** Counts a rejected row: what it could weigh. `boundless` when any number of rows may hide behind it. */
  reject(row: Row, place: Place | undefined, period: Period | undefined, boundless: boolean): void {
    const { sums, parameters } = this.#bucket(place, period);
    this.#facts.forEach(({ answerable, weigh }, index) => {
      const weight = weigh === undefined ? ONE : weigh(row, parameters);
      if (!answerable) countRow(sums, index);
      else if (boundless || weight === undefined || weight.atLeast) grown(sums, index).rejectedOpen++;
      else grown(sums, index).rejected += weight.amount;
    });
  }

  /** The sums of the file whose SHA-256 is given. */
  finish(input: string): { readonly tallies: readonly Tally[]; readonly unplaced: readonly Unplaced[] } {
    const tallies: Tally[] = [];
    const unplaced: Unplaced[] = [];
    const inputs = new Set([input]);
    const shared = new FactNames(this.#facts.map(({ fact }) => factKey(fact)));
    const names = this.#facts.map(() => new Map<string, string>());
    for (const [, ofPlace] of this.#buckets) {
      for (const bucket of ofPlace instanceof Map ? ofPlace.values() : [ofPlace]) {
        const { place, period, parameters } = bucket;
        const facts = new PackedFacts(shared, this.#finished(bucket.sums), this.#finishedNames(bucket.named, names));
        if (place && period) tallies.push({ place, period, facts, parameters, inputs });
        else unplaced.push({ input, place, period, facts });
      }
    }
    this.#buckets.clear();
    return { tallies, unplaced };
  }

  #bucket(place: Place | undefined, period: Period | undefined): Bucket {
    const ofPlace = this.#buckets.get(place);
    if (ofPlace !== undefined && !(ofPlace instanceof Map) && ofPlace.period === period) return ofPlace;
    const known = ofPlace instanceof Map ? ofPlace.get(period) : undefined;
    if (known) return known;
    const parameters = place && period ? this.#numbers.at(place, period) : {};
    const bucket: Bucket = { place, period, parameters, sums: this.#facts.map(() => 0), named: undefined };
    if (ofPlace === undefined) this.#buckets.set(place, bucket);
    else if (ofPlace instanceof Map) ofPlace.set(period, bucket);
    else
      this.#buckets.set(
        place,
        new Map([
          [ofPlace.period, ofPlace],
          [period, bucket],
        ]),
      );
    return bucket;
  }

  /** The sums of a place in the place where they grew. */
  #finished(sums: Running[]): readonly PackedSum[] {
    this.#facts.forEach(({ answerable }, index) => {
      const sum = sums[index]!;
      if (!answerable) sums[index] = packed({ ...NOTHING, unrecorded: BigInt(sum as number) });
      else if (typeof sum !== 'number') sums[index] = packed({ ...sum });
    });
    return sums;
  }

  /** Breakdowns by their names in tallies, each of which is one text for all places. */
  #finishedNames(named: Bucket['named'], names: readonly Map<string, string>[]): ReadonlyMap<string, PackedSum> | undefined {
    if (!named) return undefined;
    const finished = new Map<string, PackedSum>();
    named.forEach((sums, index) => {
      for (const [name, sum] of sums ?? []) {
        let key = names[index]!.get(name);
        if (key === undefined) names[index]!.set(name, (key = breakdownKey(this.#facts[index]!.fact, name)));
        finished.set(key, typeof sum === 'number' ? sum : packed({ ...sum }));
      }
    });
    return finished;
  }
}

const ONE: Amount = { amount: 1n, atLeast: false };

/** A sum with all its parts, made of the number that it was until now. */
const asGrown = (sum: Running): RunningSum => (typeof sum === 'number' ? { ...NOTHING, yes: BigInt(sum) } : sum);

function grown(sums: Running[], index: number): RunningSum {
  const sum = asGrown(sums[index]!);
  sums[index] = sum;
  return sum;
}

function withRow(sum: Running): Running {
  if (typeof sum === 'number') return sum + 1;
  sum.yes++;
  return sum;
}

function withRows(sum: Running, rows: number): Running {
  if (typeof sum === 'number' && sum + rows <= Number.MAX_SAFE_INTEGER) return sum + rows;
  const whole = asGrown(sum);
  whole.yes += BigInt(rows);
  return whole;
}

/** The weight of so many rows; where it is not known, each of them is open. */
function withGroup(sum: Running, weight: bigint | undefined, rows: number, answer: true | undefined): Running {
  if (weight !== undefined) return withWeight(sum, { amount: weight, atLeast: false }, answer);
  const whole = asGrown(sum);
  whole.open += BigInt(rows);
  return whole;
}

const countRow = (sums: Running[], index: number): void => {
  sums[index] = withRow(sums[index]!);
};

function withWeight(sum: Running, weight: Amount | undefined, answer: true | undefined): Running {
  if (typeof sum === 'number' && weight !== undefined && answer && !weight.atLeast) {
    const amount = Number(weight.amount);
    if (amount >= 0 && sum + amount <= Number.MAX_SAFE_INTEGER) return sum + amount;
  }
  const whole = asGrown(sum);
  if (weight === undefined) whole.open++;
  else if (answer) {
    whole.yes += weight.amount;
    if (weight.atLeast) whole.atLeast++;
  } else whole.unknown += weight.amount;
  return whole;
}
