/** Numbers pairs of small numbers, each pair once, from 1: a step from a node by a class. */
export class Steps {
  #bits = 2;
  #table: Int32Array | undefined = new Int32Array(64);
  #pairs: Pairs | undefined;
  /** How many pairs there are. */
  size = 0;

  /** The node behind a node, by a class; a new one where nobody came there before. */
  step(node: number, which: number): number {
    if (this.#table === undefined) return this.#pairs!.numberOf(node, which, this);
    const at = (node << this.#bits) | which;
    if (which >> this.#bits !== 0 || at >= this.#table.length) return this.#stepBeyond(node, which);
    const next = this.#table[at]!;
    return next === 0 ? (this.#table[at] = ++this.size) : next;
  }

  #stepBeyond(node: number, which: number): number {
    let bits = this.#bits;
    while (which >> bits !== 0) bits++;
    const nodes = Math.max(node + 1, this.#table!.length >> this.#bits);
    if (nodes * 2 ** bits > MOST_CELLS) {
      this.#pairs = new Pairs();
      this.#table!.forEach((next, at) => next !== 0 && this.#pairs!.put(at >> this.#bits, at & ((1 << this.#bits) - 1), next));
      this.#table = undefined;
      return this.step(node, which);
    }
    const table = new Int32Array(Math.min(MOST_CELLS, 2 * nodes * 2 ** bits));
    this.#table!.forEach((next, at) => next !== 0 && (table[((at >> this.#bits) << bits) | (at & ((1 << this.#bits) - 1))] = next));
    [this.#bits, this.#table] = [bits, table];
    return this.step(node, which);
  }
}

/** Beyond, a table by position would be mostly empty. */
const MOST_CELLS = 1 << 21;
const MOST_CLASSES = 2 ** 26;

/** Pairs by their hash. */
class Pairs {
  #keys = new Float64Array(1 << 12).fill(-1);
  #numbers = new Int32Array(1 << 12);
  #size = 0;

  numberOf(node: number, which: number, steps: { size: number }): number {
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
