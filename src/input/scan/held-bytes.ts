const LF = 0x0a;

/** The bytes in hand: those of the last piece of a file, behind what was left of the pieces before. One memory is used for all. */
export class HeldBytes {
  #bytes = new Uint8Array(0);
  #length = 0;

  add(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length >= this.#bytes.length) {
      const bytes = new Uint8Array(length * 2);
      bytes.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = bytes;
    }
    this.#bytes.set(piece, this.#length);
    this.#length = length;
  }

  /** The bytes up to the last line break. They are good until bytes are added or dropped. */
  wholeLines(): Uint8Array {
    return this.#bytes.subarray(0, this.#bytes.subarray(0, this.#length).lastIndexOf(LF) + 1);
  }

  /** Leaves out the first bytes. */
  drop(count: number): void {
    this.#bytes.copyWithin(0, count, this.#length);
    this.#length -= count;
  }

  /** Ends the last line, where the file does not. */
  endLine(): void {
    if (this.#length > 0 && this.#bytes[this.#length - 1] !== LF) this.add(LINE_BREAK);
  }
}

const LINE_BREAK = Uint8Array.of(LF);
