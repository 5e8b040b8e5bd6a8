import { Buffer } from 'node:buffer';
import type { Source } from '../source.ts';
import { damagedParquet } from './refused.ts';

/** Takes pieces out of one reading of a file, each behind the one before. So a file is read as every other is: held to one content, its progress seen. */
export class ForwardBytes {
  readonly #file: string;
  readonly #reading: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array();
  /** Where the piece in hand begins. */
  #at = 0;

  constructor(source: Source) {
    this.#file = source.file;
    this.#reading = source.open('passing')[Symbol.asyncIterator]();
  }

  /** The bytes from one place to another, in memory of their own. */
  async take(start: number, end: number): Promise<Uint8Array> {
    const bytes = Buffer.allocUnsafeSlow(end - start);
    let filled = 0;
    while (filled < bytes.length) {
      const from = start + filled - this.#at;
      if (from < this.#piece.length) {
        const part = this.#piece.subarray(from, from + bytes.length - filled);
        bytes.set(part, filled);
        filled += part.length;
        continue;
      }
      this.#at += this.#piece.length;
      const next = await this.#reading.next();
      if (next.done) throw damagedParquet(this.#file, `${this.#at} bytes`);
      this.#piece = next.value;
    }
    return bytes;
  }

  /** Goes on to the end: what is read twice is compared as a whole. */
  async finish(): Promise<void> {
    while (!(await this.#reading.next()).done);
  }

  async close(): Promise<void> {
    await this.#reading.return?.();
  }
}

/** The bytes of a file from one place to another. */
export async function bytesBetween(source: Source, start: number, end: number): Promise<Uint8Array> {
  const forward = new ForwardBytes(source);
  try {
    return await forward.take(start, end);
  } finally {
    await forward.close();
  }
}
