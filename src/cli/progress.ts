import { gatedLine } from '../page/gate.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { World } from './world.ts';

const FIRST_AFTER_MS = 1000;
const EVERY_MS = 250;

/** A line on the terminal that says how far long work has come. Silent in a pipe, and for short work. */
export class Progress {
  readonly #stderr: World['stderr'];
  readonly #lang: Lang;
  readonly #shown: boolean;
  #next = Date.now() + FIRST_AFTER_MS;
  #drawn = false;

  constructor({ stderr }: World, lang: Lang, quiet: boolean) {
    this.#stderr = stderr;
    this.#lang = lang;
    this.#shown = !quiet && stderr.isTTY === true;
  }

  readonly show = (file: string, rows: number): void => {
    if (!this.#shown || Date.now() < this.#next) return;
    this.#next = Date.now() + EVERY_MS;
    this.#drawn = true;
    this.#stderr.write(`\r\u001b[K${gatedLine({ zh: `${file}：已读 ${rows} 行…`, en: `${file}: ${rows} rows read…` }[this.#lang])}`);
  };

  /** Takes the line away before anything else is written. */
  readonly clear = (): void => {
    if (this.#drawn) this.#stderr.write('\r\u001b[K');
    this.#drawn = false;
  };
}
