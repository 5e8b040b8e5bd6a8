import { longer } from '../../../input/scan/kept-bytes.ts';
import type { GroupSums } from '../../../language/readings/weigh.ts';

/** Numbers of columns, or products of two, that groups add up: in doubles while these are exact, beyond that in whole numbers of any size. */
export class SumsOfGroups {
  readonly #width: number;
  /** The sums of each group, one after the other. */
  values = new Float64Array(0);
  /** What did not fit, by its place among the sums. */
  readonly #beyond = new Map<number, bigint>();

  constructor(width: number) {
    this.#width = width;
  }

  /** Makes room for the sums of a group. */
  begin(group: number): void {
    const end = (group + 1) * this.#width;
    if (end <= this.values.length) return;
    this.values = longer(this.values, new Float64Array(Math.max(256, end * 2)));
  }

  /** Adds a number to a sum that has become too large for it. */
  addBeyond(at: number, number: number): void {
    this.#beyond.set(at, (this.#beyond.get(at) ?? 0n) + BigInt(this.values[at]!));
    this.values[at] = number;
  }

  of(group: number, index: number): bigint {
    const at = group * this.#width + index;
    return BigInt(this.values[at]!) + (this.#beyond.get(at) ?? 0n);
  }

  clear(group: number): void {
    const from = group * this.#width;
    this.values.fill(0, from, from + this.#width);
    if (this.#beyond.size > 0) for (let at = from; at < from + this.#width; at++) this.#beyond.delete(at);
  }
}

/** The sums of one group by the names of their columns. */
export const sumsOf = (names: ReadonlyMap<string, number>, sum: (index: number) => bigint): GroupSums => ({
  of: (column) => sum(names.get(column)!),
  product: (column, times) => sum(names.get(`${column} ${times}`)!),
});
