import { HashedKeys, LONGEST_KEY } from './hashed-keys.ts';

/**
 * Keys with a number each, given by their bytes. Most ids of a registry end in digits that run on: such keys are kept in pages, by what stands before their last
 * digits and by these, in four bytes each and without a search. Keys that would leave their pages nearly empty, and all others, are kept by their hash.
 */
export class NumberedKeys {
  readonly #hashed = new HashedKeys();
  /** Each different beginning of a key, by a number from 1. */
  readonly #beginnings = new HashedKeys();
  #beginningCount = 0;
  readonly #pages = new Map<number, Uint32Array>();
  #kept = 0;
  /** No more pages are made. */
  #isClosed = false;
  /** The beginning that was last asked for, and the page. */
  readonly #last = new Uint8Array(LONGEST_KEY);
  #lastLength = -1;
  #lastBeginning = 0;
  #lastPage = -1;
  #page: Uint32Array | undefined;

  /** The number of a key that is there; else it is put there with this number, which is not 0. Keys have at most `LONGEST_KEY` bytes. */
  numberOf(bytes: Uint8Array, start: number, end: number, number: number): number {
    let at = end;
    let digits = 0;
    let scale = 1;
    while (at > start && end - at < MOST_DIGITS) {
      const digit = bytes[at - 1]! - ZERO;
      if (digit < 0 || digit > 9) break;
      digits += digit * scale;
      scale *= 10;
      at--;
    }
    if (end - at < FEWEST_DIGITS) return this.#hashed.numberOf(bytes, start, end, number);
    const beginning = this.#beginningOf(bytes, start, at);
    // With how many digits there are: 0001 and 00001 are two keys.
    const page = this.#pageOf((beginning * (MOST_DIGITS + 1) + end - at) * PAGES + (digits >>> PAGE_BITS));
    if (page === undefined) return this.#hashed.numberOf(bytes, start, end, number);
    const known = page[digits & PAGE_MASK]!;
    if (known !== 0) return known;
    page[digits & PAGE_MASK] = number;
    this.#kept++;
    return number;
  }

  #beginningOf(bytes: Uint8Array, start: number, end: number): number {
    const last = this.#last;
    const length = end - start;
    let same = 0;
    if (this.#lastLength === length) while (same < length && last[same] === bytes[start + same]) same++;
    if (same === length && this.#lastLength === length) return this.#lastBeginning;
    this.#lastLength = length;
    for (let at = 0; at < length; at++) last[at] = bytes[start + at]!;
    if (this.#isClosed) return (this.#lastBeginning = this.#beginnings.find(bytes, start, end) ?? 0);
    const known = this.#beginnings.numberOf(bytes, start, end, this.#beginningCount + 1);
    if (known > this.#beginningCount) this.#beginningCount = known;
    return (this.#lastBeginning = known);
  }

  /** The page of some last digits; nothing where there is none, and none is made any more. */
  #pageOf(key: number): Uint32Array | undefined {
    if (key === this.#lastPage) return this.#page;
    let found = this.#pages.get(key);
    if (found === undefined && !this.#isClosed) {
      if (this.#pages.size >= FEW_PAGES && this.#kept < this.#pages.size * LEAST_KEPT) this.#isClosed = true;
      else this.#pages.set(key, (found = new Uint32Array(1 << PAGE_BITS)));
    }
    this.#lastPage = key;
    return (this.#page = found);
  }
}

const ZERO = 0x30;
/** So many last digits choose the page and the place on it; of fewer there are too few for a page. */
const FEWEST_DIGITS = 4;
const MOST_DIGITS = 6;
const PAGE_BITS = 10;
const PAGE_MASK = (1 << PAGE_BITS) - 1;
const PAGES = Math.ceil(10 ** MOST_DIGITS / (1 << PAGE_BITS));
/** From so many pages on they must hold so many keys each: less is more than a hash takes. */
const FEW_PAGES = 1 << 13;
const LEAST_KEPT = 128;
