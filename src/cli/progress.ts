import { stat } from 'node:fs/promises';
import type { Source } from '../input/source.ts';
import { gatedLine } from '../page/gate.ts';
import { withThousands } from '../report/thousands.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { World } from './world.ts';

const FIRST_AFTER_MS = 1000;
const EVERY_MS = 250;
const SECOND = 1000;
const MINUTE = 60;

/** How far the reading of a file has come. */
export interface Reading {
  readonly file: string;
  readonly rows: number;
  /** The bytes that were read, of so many; nothing where the file does not say how long it is. */
  readonly bytes?: number | undefined;
  readonly of?: number | undefined;
}

/** 户表.csv：已读 42%，1,200,000 行，还要 8 秒 */
export function progressText({ file, rows, bytes = 0, of = 0 }: Reading, elapsedMs: number, lang: Lang): string {
  const counted = withThousands(String(rows));
  if (of === 0 || bytes === 0) return { zh: `${file}：已读 ${counted} 行…`, en: `${file}: ${counted} rows read…` }[lang];
  const share = Math.min(1, bytes / of);
  const left = Math.ceil((elapsedMs * (1 - share)) / share / SECOND);
  const [minutes, seconds] = [Math.floor(left / MINUTE), left % MINUTE];
  const time =
    minutes === 0 ? { zh: `${seconds} 秒`, en: `${seconds} s` } : { zh: `${minutes} 分 ${seconds} 秒`, en: `${minutes} min ${seconds} s` };
  const percent = Math.floor(share * 100);
  return {
    zh: `${file}：已读 ${percent}%，${counted} 行，还要 ${time.zh}`,
    en: `${file}: ${percent}% read, ${counted} rows, ${time.en} left`,
  }[lang];
}

/** A line on the terminal that says how far long work has come. Silent in a pipe, and for short work: own code, because that is all it does. */
export class Progress {
  readonly #stderr: World['stderr'];
  readonly #lang: Lang;
  readonly #shown: boolean;
  #next = Date.now() + FIRST_AFTER_MS;
  #drawn = false;
  /** The file that is read now. */
  #reading: { readonly file: string; readonly of: number; readonly since: number; bytes: number } | undefined;

  constructor({ stderr }: World, lang: Lang, quiet: boolean) {
    this.#stderr = stderr;
    this.#lang = lang;
    this.#shown = !quiet && stderr.isTTY === true;
  }

  /** The same source, whose bytes are counted as they are read: each reading from its beginning. */
  async watched(source: Source): Promise<Source> {
    if (!this.#shown) return source;
    const of = (await stat(source.file).catch(() => undefined))?.size ?? 0;
    return { ...source, open: () => this.#counted(source, of) };
  }

  async *#counted({ file, open }: Source, of: number): AsyncGenerator<Uint8Array> {
    const reading = { file, of, since: Date.now(), bytes: 0 };
    this.#reading = reading;
    for await (const piece of open()) {
      reading.bytes += piece.length;
      yield piece;
    }
  }

  readonly show = (file: string, rows: number): void => {
    const now = Date.now();
    if (!this.#shown || now < this.#next) return;
    this.#next = now + EVERY_MS;
    this.#drawn = true;
    const reading = this.#reading?.file === file ? this.#reading : undefined;
    const text = progressText({ file, rows, bytes: reading?.bytes, of: reading?.of }, now - (reading?.since ?? now), this.#lang);
    this.#stderr.write(`\r\u001b[K${gatedLine(text)}`);
  };

  /** Takes the line away before anything else is written. */
  readonly clear = (): void => {
    if (this.#drawn) this.#stderr.write('\r\u001b[K');
    this.#drawn = false;
  };
}
