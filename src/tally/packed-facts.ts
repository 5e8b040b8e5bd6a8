import { NOTHING, SUM_KEYS, addSums } from './sum.ts';
import type { Sum } from './sum.ts';
import type { Facts } from './tally.ts';

/** The names of facts that many tallies have in common, each with its number. */
export class FactNames {
  readonly names: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(names: readonly string[]) {
    this.names = names;
    this.#numbers = new Map(names.map((name, index) => [name, index]));
  }

  numberOf(name: string): number | undefined {
    return this.#numbers.get(name);
  }
}

/** A sum as it is kept: most are nothing but a number of rows, and then that number alone. */
export type PackedSum = number | Sum;

/** The sum of a packed one. */
export const unpacked = (packed: PackedSum): Sum => {
  if (typeof packed !== 'number') return packed;
  return packed < small.length ? (small[packed] ??= ofRows(packed)) : ofRows(packed);
};

const ofRows = (rows: number): Sum => ({ ...NOTHING, yes: BigInt(rows) });
/** Sums of few rows are asked for again and again: each is made once. */
const small: (Sum | undefined)[] = Array.from({ length: 1 << 12 });

/** A sum as a number where it is one. Sums that occur at many places are kept once. */
export function packed(sum: Sum): PackedSum {
  // Its parts as the digits of one number.
  let key = 0;
  let isPlain = true;
  for (const part of SUM_KEYS) {
    const amount = sum[part];
    if (part !== 'yes' && amount !== 0n) isPlain = false;
    key = amount >= 0n && amount < MOST_ALIKE ? key * Number(MOST_ALIKE) + Number(amount) : Number.NaN;
  }
  if (isPlain && isSafe(sum.yes)) return Number(sum.yes);
  if (Number.isNaN(key)) return sum;
  const known = alike.get(key);
  if (known) return known;
  if (alike.size < MOST_KEPT) alike.set(key, sum);
  return sum;
}

/** Two sums as one. */
function addPacked(a: PackedSum, b: PackedSum): PackedSum {
  if (typeof a === 'number' && typeof b === 'number' && a + b <= Number.MAX_SAFE_INTEGER) return a + b;
  return packed(addSums(unpacked(a), unpacked(b)));
}

const isSafe = (amount: bigint): boolean => amount >= 0n && amount <= BigInt(Number.MAX_SAFE_INTEGER);
/** Seven parts below it make a number that is exact. */
const MOST_ALIKE = 64n;
const MOST_KEPT = 10_000;
const alike = new Map<number, Sum>();

/**
 * The sums of one place and period. There are as many as places: a Map of objects for each would take thousands of bytes.
 * Names that all places share stand once; breakdowns by names of their own are beside them.
 */
export class PackedFacts implements Facts {
  readonly #shared: FactNames;
  readonly #sums: readonly (PackedSum | undefined)[];
  readonly #own: ReadonlyMap<string, PackedSum> | undefined;
  readonly size: number;

  /** Facts added, one by one. */
  static merged(a: PackedFacts, b: PackedFacts): PackedFacts {
    const shared = namesOfBoth(a.#shared, b.#shared);
    const sums = shared.names.map((name) => added(a.#sumOf(name), b.#sumOf(name)));
    if (!a.#own || !b.#own) return new PackedFacts(shared, sums, a.#own ?? b.#own);
    const own = new Map(a.#own);
    for (const [name, sum] of b.#own) own.set(name, added(own.get(name), sum)!);
    return new PackedFacts(shared, sums, own);
  }

  /** Facts by their names, packed. Where many have the same names, these are kept once. */
  static of(facts: Facts): PackedFacts {
    if (facts instanceof PackedFacts) return facts;
    const names = [...facts.keys()].filter((name) => !name.includes(BROKEN_DOWN));
    const shape = names.join(BETWEEN_NAMES);
    let shared = shapes.get(shape);
    if (!shared) {
      shared = new FactNames(names);
      if (shapes.size < MOST_KEPT) shapes.set(shape, shared);
    }
    const own = [...facts].flatMap(([name, sum]) => (name.includes(BROKEN_DOWN) ? [[name, packed(sum)] as const] : []));
    return new PackedFacts(
      shared,
      names.map((name) => packed(facts.get(name)!)),
      new Map(own),
    );
  }

  constructor(shared: FactNames, sums: readonly (PackedSum | undefined)[], own?: ReadonlyMap<string, PackedSum>) {
    this.#shared = shared;
    this.#sums = sums;
    this.#own = own && own.size > 0 ? own : undefined;
    let size = this.#own?.size ?? 0;
    for (const sum of sums) if (sum !== undefined) size++;
    this.size = size;
  }

  /** The same sums, breakdowns by other names. */
  renamed(names: ReadonlyMap<string, string>): PackedFacts {
    if (!this.#own) return this;
    return new PackedFacts(this.#shared, this.#sums, new Map([...this.#own].map(([name, sum]) => [names.get(name) ?? name, sum])));
  }

  get(name: string): Sum | undefined {
    const sum = this.#sumOf(name);
    return sum === undefined ? undefined : unpacked(sum);
  }

  #sumOf(name: string): PackedSum | undefined {
    const number = this.#shared.numberOf(name);
    return number === undefined ? this.#own?.get(name) : this.#sums[number];
  }

  has(name: string): boolean {
    return this.#sumOf(name) !== undefined;
  }

  /** The names of breakdowns alone. */
  *namesBrokenDown(): MapIterator<string> {
    if (this.#own) yield* this.#own.keys();
  }

  *entries(): MapIterator<[string, Sum]> {
    for (const [number, name] of this.#shared.names.entries()) {
      const sum = this.#sums[number];
      if (sum !== undefined) yield [name, unpacked(sum)];
    }
    for (const [name, sum] of this.#own ?? []) yield [name, unpacked(sum)];
  }

  /** Made at once, not one by one: whoever asks for the names of a place goes through most of them. */
  keys(): MapIterator<string> {
    const names = this.#shared.names.filter((_, number) => this.#sums[number] !== undefined);
    if (this.#own) names.push(...this.#own.keys());
    return names.values();
  }

  *values(): MapIterator<Sum> {
    for (const [, sum] of this) yield sum;
  }

  [Symbol.iterator](): MapIterator<[string, Sum]> {
    return this.entries();
  }

  forEach(see: (sum: Sum, name: string, facts: Facts) => void): void {
    for (const [name, sum] of this) see(sum, name, this);
  }
}

const added = (a: PackedSum | undefined, b: PackedSum | undefined): PackedSum | undefined =>
  a === undefined ? b : b === undefined ? a : addPacked(a, b);

/** What stands between the name of a fact and the value that a breakdown is of. */
const BROKEN_DOWN = ':';
const BETWEEN_NAMES = '\u001f';
const shapes = new Map<string, FactNames>();

/** The names of two, each once. The tallies of two files have them in common all through a run. */
function namesOfBoth(a: FactNames, b: FactNames): FactNames {
  if (a === b) return a;
  let known = both.get(a);
  if (!known) both.set(a, (known = new WeakMap()));
  let names = known.get(b);
  if (!names) known.set(b, (names = new FactNames([...new Set([...a.names, ...b.names])])));
  return names;
}
const both = new WeakMap<FactNames, WeakMap<FactNames, FactNames>>();
