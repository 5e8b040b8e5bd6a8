import type { Buffer } from 'node:buffer';
import { writeSync } from 'node:fs';
import { Writable } from 'node:stream';

/**
 * A standard stream that the shell leads into a file. Node's own writes once and does not look how much was taken: on a disk that is nearly full
 * the end of a report would be missing, and nobody told.
 */
export class FileStream extends Writable {
  readonly #descriptor: number;

  constructor(descriptor: number) {
    super({ decodeStrings: true });
    this.#descriptor = descriptor;
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(this.#descriptor, bytes, written);
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  }
}
