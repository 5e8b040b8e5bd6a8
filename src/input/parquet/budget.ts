import { suspiciousParquet } from './refused.ts';

/** What shrinks more than this was made to. Tables of a registry shrink to a tenth, made-up ones of few words to a three-hundredth. */
const MOST_SHRUNK = 1000;
const ALWAYS = 512_000_000;
/** Row groups are read one at a time, of each column a page: some megabytes as they are usually written. */
const MOST_HELD = 768_000_000;
const MEGABYTE = 1_000_000;

/** How much a file may unpack to, over its whole length: a few bytes can promise any number of rows. */
export class Budget {
  readonly #file: string;
  readonly #most: number;
  #spent = 0;
  #held = 0;

  constructor(file: string, bytes: number) {
    this.#file = file;
    this.#most = Math.max(ALWAYS, bytes * MOST_SHRUNK);
  }

  spend(bytes: number): void {
    this.#spent += bytes;
    if (this.#spent > this.#most) throw suspiciousParquet(this.#file, `unpacked > ${Math.round(this.#most / MEGABYTE)} MB`);
  }

  /** Takes up so much memory at once, in place of so much before. */
  hold(bytes: number, before: number): void {
    this.#held += bytes - before;
    if (this.#held > MOST_HELD) throw suspiciousParquet(this.#file, `> ${MOST_HELD / MEGABYTE} MB at once`);
  }
}
