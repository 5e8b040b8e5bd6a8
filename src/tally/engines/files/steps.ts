import { longer } from '../../../input/scan/kept-bytes.ts';

/** Numbers pairs of small numbers, each pair once, from 1: a step from a node by a class. */
export class Steps {
  #bits = 2;
  #table: Int32Array | undefined = new Int32Array(64);
  #pairs: Pairs | undefined;
  /** How many nodes have been stepped from. */
  #nodes = 0;
  /** How many pairs there are. */
  size = 0;

  /** The node behind a node, by a class; a new one where nobody came there before. */
  step(node: number, which: number): number {
    if (this.#table === undefined) return this.#pairs!.numberOf(node, which, this);
    const at = (node << this.#bits) | which;
    if (which >> this.#bits !== 0 || at >= this.#table.length) return this.#stepBeyond(node, which);
    const next = this.#table[at]!;
    if (next !== 0) return next;
    if (node >= this.#nodes) this.#nodes = node + 1;
    return (this.#table[at] = ++this.size);
  }

  #stepBeyond(node: number, which: number): number {
    const [table, before] = [this.#table!, this.#bits];
    let bits = before;
    while (which >> bits !== 0) bits++;
    // Room for as many nodes again, and for a few classes more.
    if (bits > before && bits < SMALL_BITS) bits = Math.min(bits + 1, SMALL_BITS);
    const cells = Math.max(node + 1, this.#nodes) * 2 ** bits;
    if (cells > MOST_CELLS) {
      const pairs = new Pairs(this.#nodes > 2 ** bits ? 'node' : 'which');
      for (let at = 0; at < table.length; at++) if (table[at] !== 0) pairs.put(at >> before, at & (2 ** before - 1), table[at]!);
      [this.#pairs, this.#table] = [pairs, undefined];
      return this.step(node, which);
    }
    const wider = new Int32Array(Math.min(MOST_CELLS, 2 * cells));
    for (let one = 0; one < this.#nodes; one++) wider.set(table.subarray(one << before, (one + 1) << before), one << bits);
    [this.#bits, this.#table] = [bits, wider];
    return this.step(node, which);
  }
}

/** Beyond, a table by position would be mostly empty. */
const MOST_CELLS = 1 << 20;
const SMALL_BITS = 8;
const MOST_CLASSES = 2 ** 26;
/** So many last pairs are kept at most. */
const MOST_LAST = 1 << 20;

/**
 * Pairs by their hash. The pair that each of the more numerous ones was in last is looked at first: a helper helps in one village, and stands with the same
 * answers most of the time.
 */
class Pairs {
  readonly #more: 'node' | 'which';
  #lastOther = new Int32Array(1 << 10).fill(-1);
  #lastNumber = new Int32Array(1 << 10);
  #keys = new Float64Array(1 << 12).fill(-1);
  #numbers = new Int32Array(1 << 12);
  #size = 0;

  /** `more`: of which of the two there are more. */
  constructor(more: 'node' | 'which') {
    this.#more = more;
  }

  numberOf(node: number, which: number, steps: { size: number }): number {
    const [one, other] = this.#more === 'node' ? [node, which] : [which, node];
    if (one < this.#lastOther.length && this.#lastOther[one] === other) return this.#lastNumber[one]!;
    const number = this.#numberByHash(node, which, steps);
    if (one >= this.#lastOther.length) this.#growLast(one);
    if (one < this.#lastOther.length) [this.#lastOther[one], this.#lastNumber[one]] = [other, number];
    return number;
  }

  #growLast(one: number): void {
    if (one >= MOST_LAST) return;
    this.#lastOther = longer(this.#lastOther, new Int32Array(one * 2).fill(-1));
    this.#lastNumber = longer(this.#lastNumber, new Int32Array(one * 2));
  }

  #numberByHash(node: number, which: number, steps: { size: number }): number {
    const key = node * MOST_CLASSES + which;
    const slot = this.#slotOf(key, node, which);
    if (this.#keys[slot] === key) return this.#numbers[slot]!;
    const number = ++steps.size;
    this.put(node, which, number);
    return number;
  }

  put(node: number, which: number, number: number): void {
    if (this.#size * 2 >= this.#keys.length) this.#grow();
    const key = node * MOST_CLASSES + which;
    const slot = this.#slotOf(key, node, which);
    this.#keys[slot] = key;
    this.#numbers[slot] = number;
    this.#size++;
  }

  /** Where a pair is, or would be. */
  #slotOf(key: number, node: number, which: number): number {
    let hash = Math.imul(node, -1_640_531_527) ^ Math.imul(which, -2_048_144_789);
    hash = Math.imul(hash ^ (hash >>> 15), -1_028_477_387);
    const mask = this.#keys.length - 1;
    let slot = (hash ^ (hash >>> 13)) & mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#numbers = new Int32Array(keys.length * 2);
    this.#size = 0;
    keys.forEach((key, slot) => key !== -1 && this.put(Math.floor(key / MOST_CLASSES), key % MOST_CLASSES, numbers[slot]!));
  }
}
