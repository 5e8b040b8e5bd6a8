import { hashOf } from '../input/scan/kept-bytes.ts';

/** Keys of plain characters by their bytes, each with a number: some forty bytes for each, where a Map of texts takes a hundred. Millions are held at once. */
export class HashedKeys {
  #size = 0;
  /** The entry in each slot, from 1; 0 where there is none. */
  #slots = new Uint32Array(FEWEST_SLOTS);
  readonly #hashes = new Pieces((length) => new Int32Array(length));
  readonly #numbers = new Pieces((length) => new Uint32Array(length));
  readonly #starts = new Pieces((length) => new Uint32Array(length));
  /** The bytes of all keys, a length before each. No key is cut by the end of a piece. */
  readonly #texts: Uint8Array[] = [];
  #end = 0;

  /** The number of a key that is there; else it is put there with this number. Keys have at most `LONGEST_KEY` bytes. */
  numberOf(bytes: Uint8Array, start: number, end: number, number: number): number {
    const hash = mixedHashOf(bytes, start, end);
    const slot = this.#slotOf(hash, bytes, start, end);
    const known = this.#slots[slot]!;
    if (known !== 0) return this.#numbers.get(known);
    const entry = ++this.#size;
    this.#slots[slot] = entry;
    this.#hashes.set(entry, hash);
    this.#numbers.set(entry, number);
    this.#starts.set(entry, this.#keep(bytes, start, end));
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    return number;
  }

  /** The number of a key, if it is there. */
  find(bytes: Uint8Array, start: number, end: number): number | undefined {
    const entry = this.#slots[this.#slotOf(mixedHashOf(bytes, start, end), bytes, start, end)]!;
    return entry === 0 ? undefined : this.#numbers.get(entry);
  }

  /** The slot of a key, or the empty one where it would be. */
  #slotOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#hashes.get(entry) === hash && this.#isKey(entry, bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isKey(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const at = this.#starts.get(entry);
    const text = this.#texts[at >>> TEXT_BITS]!;
    let index = at & (TEXT_PIECE - 1);
    if (text[index] !== end - start) return false;
    for (let position = start; position < end; position++) if (text[++index] !== bytes[position]) return false;
    return true;
  }

  #keep(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (this.#end % TEXT_PIECE === 0 || (this.#end % TEXT_PIECE) + length + 1 > TEXT_PIECE) {
      this.#end = this.#texts.length * TEXT_PIECE;
      this.#texts.push(new Uint8Array(TEXT_PIECE));
    }
    const at = this.#end;
    const text = this.#texts.at(-1)!;
    let index = at % TEXT_PIECE;
    text[index++] = length;
    for (let position = start; position < end; position++) text[index++] = bytes[position]!;
    this.#end = at + length + 1;
    return at;
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let entry = 1; entry <= this.#size; entry++) {
      let slot = this.#hashes.get(entry) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.#slots = slots;
  }
}

const FEWEST_SLOTS = 1024;
const TEXT_BITS = 18;
const TEXT_PIECE = 1 << TEXT_BITS;
export const LONGEST_KEY = 255;

/** The hash of a key, every bit of it mixed into the lowest, by which slots are chosen. */
function mixedHashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = hashOf(bytes, start, end);
  hash = Math.imul(hash ^ (hash >>> 16), -2_048_144_789);
  hash = Math.imul(hash ^ (hash >>> 13), -1_028_477_387);
  return hash ^ (hash >>> 16);
}

/** A long list in pieces: it grows without being copied. */
class Pieces<T extends Int32Array | Uint32Array> {
  readonly #make: (length: number) => T;
  readonly #pieces: T[] = [];

  constructor(make: (length: number) => T) {
    this.#make = make;
  }

  get(index: number): number {
    return this.#pieces[index >>> PIECE_BITS]![index & PIECE_MASK]!;
  }

  set(index: number, value: number): void {
    const piece = index >>> PIECE_BITS;
    while (this.#pieces.length <= piece) this.#pieces.push(this.#make(1 << PIECE_BITS));
    this.#pieces[piece]![index & PIECE_MASK] = value;
  }
}

const PIECE_BITS = 13;
const PIECE_MASK = (1 << PIECE_BITS) - 1;
