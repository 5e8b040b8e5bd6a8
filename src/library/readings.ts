import { createHash } from 'node:crypto';
import zlib from 'node:zlib';
import { UserError } from '../errors.ts';

/**
 * Holds every reading of a file to the first one, piece by piece, before anything is made of a piece: so the hash, the headings and the numbers of a run
 * are of one content. The time and the number of a file would say less: both can stay the same while the content changes.
 */
export class Readings {
  readonly #file: string;
  readonly #pieces: (string | number)[] = [];
  /** How many pieces the file has, once a reading came to its end. */
  #end: number | undefined;
  #hasChanged = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** Whether anything was read yet. */
  get hasBegun(): boolean {
    return this.#pieces.length > 0 || this.#end !== undefined;
  }

  /** A new reading begins. A file that changed once is never believed again. */
  begin(): void {
    if (this.#hasChanged) throw this.changed();
  }

  /** A reading has come to its nth piece. Throws a UserError where an earlier one found something else there. */
  see(index: number, piece: Uint8Array): void {
    const digest = digestOf(piece);
    if (index < this.#pieces.length ? this.#pieces[index] !== digest : this.#end !== undefined) throw this.changed();
    this.#pieces[index] = digest;
  }

  /** A reading has come to the end of the file, after so many pieces. */
  end(pieces: number): void {
    if (pieces !== (this.#end ?? this.#pieces.length)) throw this.changed();
    this.#end = pieces;
  }

  /** The error for a file that is not what it was. */
  changed(): UserError {
    this.#hasChanged = true;
    return new UserError({
      zh: `${this.#file}：运行期间文件被改动，数字可能出自两种内容，没有采用。请等它写完后再运行`,
      en: `${this.#file}: the file was changed during the run, so numbers would be of two contents: none is given. Run again when nothing writes to it`,
    });
  }
}

/**
 * What tells a piece from what it was before. A check sum of 32 bits is enough against chance, which is all that is guarded against here, and takes a third of
 * the time of a hash; Node has it since 20.15.
 */
const digestOf: (piece: Uint8Array) => string | number =
  typeof zlib.crc32 === 'function' ? (piece) => zlib.crc32(piece) : (piece) => createHash('sha256').update(piece).digest('base64');
