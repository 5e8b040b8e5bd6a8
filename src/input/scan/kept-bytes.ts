/** Texts by their bytes, each kept once and called by a number: they are numbered from 0 as they come. */
export class KeptBytes {
  #slots = new Int32Array(FEWEST_SLOTS);
  #hashes = new Int32Array(FEWEST_SLOTS);
  #starts = new Int32Array(FEWEST_SLOTS);
  #texts = new Uint8Array(FEWEST_SLOTS);
  /** How many bytes are kept. */
  length = 0;
  /** How many texts are kept. */
  size = 0;

  /** The number of a text; -1 where it is not kept. `hash`: any number that is made of all its bytes, the same for the same ones. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mixed = mix(hash);
    const mask = this.#slots.length - 1;
    let slot = mixed & mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#hashes[entry - 1] === mixed && this.#isText(entry - 1, bytes, start, end)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Where a text ends that begins there; -1 where other bytes stand. */
  endAt(number: number, bytes: Uint8Array, start: number): number {
    const texts = this.#texts;
    const end = this.#starts[number + 1]!;
    let position = start;
    for (let at = this.#starts[number]!; at < end; at++) if (texts[at] !== bytes[position++]) return -1;
    return position;
  }

  /** Keeps a text that is not kept yet. A copy: the bytes themselves belong to a piece of the file that is soon gone. */
  add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const number = this.size++;
    if (number + 2 > this.#starts.length || number * 2 >= this.#slots.length) this.#grow();
    while (this.length + end - start > this.#texts.length) this.#texts = longer(this.#texts, new Uint8Array(this.#texts.length * 2));
    this.#texts.set(bytes.subarray(start, end), this.length);
    this.#starts[number] = this.length;
    this.length += end - start;
    this.#starts[number + 1] = this.length;
    this.#hashes[number] = mix(hash);
    this.#enter(number);
    return number;
  }

  #isText(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    let at = this.#starts[number]!;
    if (this.#starts[number + 1]! - at !== end - start) return false;
    const texts = this.#texts;
    for (let position = start; position < end; position++) if (texts[at++] !== bytes[position]) return false;
    return true;
  }

  #enter(number: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hashes[number]! & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number + 1;
  }

  #grow(): void {
    const length = this.#starts.length * 2;
    this.#starts = longer(this.#starts, new Int32Array(length));
    this.#hashes = longer(this.#hashes, new Int32Array(length));
    this.#slots = new Int32Array(length * 2);
    for (let number = 0; number < this.size - 1; number++) this.#enter(number);
  }
}

const FEWEST_SLOTS = 64;

/** The same numbers, with room for more. */
export function longer<A extends Int32Array | Uint8Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** The hash of no byte, and the hash with one byte more (FNV-1a). */
export const SEED = -2_128_831_035;
export const PRIME = 16_777_619;

/** The hash of some bytes. Who goes through them anyway makes it on the way, of `SEED` and `PRIME`. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, PRIME);
  return hash;
}

/** Slots are chosen by the lowest bits, so that every bit of the bytes must be in them. */
function mix(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  return half ^ (half >>> 13);
}
