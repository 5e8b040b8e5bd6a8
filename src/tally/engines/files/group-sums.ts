import type { GroupSums } from '../../../language/readings/weigh.ts';

/** Numbers of columns, or products of two, that groups add up: in doubles while these are exact, beyond that in whole numbers of any size. */
export class SumsOfGroups {
  readonly #width: number;
  #sums = new Float64Array(0);
  /** What did not fit, by its place among the sums. */
  readonly #beyond = new Map<number, bigint>();

  constructor(width: number) {
    this.#width = width;
  }

  /** Adds to one sum of a group. The number itself must be exact. */
  add(group: number, index: number, number: number): void {
    const at = group * this.#width + index;
    if (at >= this.#sums.length) {
      const sums = new Float64Array(Math.max(256, at * 2));
      sums.set(this.#sums);
      this.#sums = sums;
    }
    const sum = this.#sums[at]! + number;
    if (Number.isSafeInteger(sum)) {
      this.#sums[at] = sum;
      return;
    }
    this.#beyond.set(at, (this.#beyond.get(at) ?? 0n) + BigInt(this.#sums[at]!));
    this.#sums[at] = number;
  }

  of(group: number, index: number): bigint {
    const at = group * this.#width + index;
    return BigInt(this.#sums[at] ?? 0) + (this.#beyond.get(at) ?? 0n);
  }

  clear(group: number): void {
    const from = group * this.#width;
    this.#sums.fill(0, from, from + this.#width);
    if (this.#beyond.size > 0) for (let at = from; at < from + this.#width; at++) this.#beyond.delete(at);
  }
}

/** The sums of one group by the names of their columns. */
export const sumsOf = (names: ReadonlyMap<string, number>, sum: (index: number) => bigint): GroupSums => ({
  of: (column) => sum(names.get(column)!),
  product: (column, times) => sum(names.get(`${column} ${times}`)!),
});
