import { Buffer, isUtf8 } from 'node:buffer';

const LF = 0x0a;
const CR = 0x0d;

/** Whether bytes that come in chunks are UTF-8, by Node's own check, which makes no text of them. */
export class Utf8Check {
  #rest: Uint8Array = new Uint8Array();
  #holds = true;

  see(chunk: Uint8Array): void {
    if (!this.#holds) return;
    // What broke off is put together with what it goes on with: not with all of the chunk, which would be copied for it.
    const start = this.#rest.length === 0 ? 0 : endOfBroken(chunk);
    const broken = Buffer.concat([this.#rest, chunk.subarray(0, start)]);
    if (start === chunk.length && endOfWholeCharacters(broken) < broken.length) {
      this.#rest = broken;
      return;
    }
    const end = Math.max(start, endOfWholeCharacters(chunk));
    this.#holds = isUtf8(broken) && isUtf8(chunk.subarray(start, end));
    // A copy: the memory of the chunk may be used again.
    this.#rest = Uint8Array.from(chunk.subarray(end));
  }

  /** To be asked when all has been seen: a character that broke off is none. */
  holds(): boolean {
    return this.#holds && this.#rest.length === 0;
  }
}

/** Where the bytes end that only go on with a character. */
function endOfBroken(bytes: Uint8Array): number {
  let end = 0;
  while (end < bytes.length && bytes[end]! >= 0x80 && bytes[end]! < 0xc0) end++;
  return end;
}

/** Where the last character begins, if the chunk may have cut it short; else the end. */
function endOfWholeCharacters(bytes: Uint8Array): number {
  const LONGEST = 4;
  for (let back = 1; back < LONGEST && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    const isContinuation = byte >= 0x80 && byte < 0xc0;
    if (isContinuation) continue;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : LONGEST;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Sees a line that is longer than a record may be, quoted or not: whatever record it is part of is too long. */
export class LongLine {
  /** The line, from 1, that is too long. */
  line: number | undefined;
  readonly #most: number;
  #length = 0;
  #lines = 1;

  constructor(most: number) {
    this.#most = most;
  }

  see(chunk: Uint8Array): void {
    if (this.line !== undefined) return;
    const first = firstBreak(chunk);
    if (this.#length + (first === -1 ? chunk.length : first) > this.#most) {
      this.line = this.#lines;
      return;
    }
    if (first === -1) {
      this.#length += chunk.length;
      return;
    }
    this.#length = chunk.length - lastBreak(chunk) - 1;
    // Chunks are far shorter than lines that are too long: within one there is none.
    if (chunk.length > this.#most) this.#seeWithin(chunk);
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, at + 1)) this.#lines++;
  }

  #seeWithin(chunk: Uint8Array): void {
    let start = 0;
    let line = this.#lines;
    for (let at = 0; at <= chunk.length; at++) {
      if (at < chunk.length && chunk[at] !== LF && chunk[at] !== CR) continue;
      if (at - start > this.#most) {
        this.line = line;
        return;
      }
      if (chunk[at] === LF) line++;
      start = at + 1;
    }
  }
}

const firstBreak = (chunk: Uint8Array): number => {
  const [lf, cr] = [chunk.indexOf(LF), chunk.indexOf(CR)];
  return lf === -1 ? cr : cr === -1 ? lf : Math.min(lf, cr);
};
const lastBreak = (chunk: Uint8Array): number => Math.max(chunk.lastIndexOf(LF), chunk.lastIndexOf(CR));

/** Tells which line ends a file has: looking for one kind instead of three makes csv-parse a third faster. */
export class LineEnds {
  #lf = false;
  #mixed = false;
  #crlf = false;

  see(chunk: Uint8Array): void {
    if (this.#mixed) return;
    const hasCr = chunk.includes(CR);
    if (!hasCr) this.#lf ||= chunk.includes(LF);
    else if (this.#onlyCrLf(chunk)) this.#crlf = true;
    else this.#mixed = true;
    this.#mixed ||= this.#lf && this.#crlf;
  }

  /** One kind where only one was seen, else every kind. */
  seen(): readonly string[] {
    if (this.#mixed) return ['\r\n', '\n', '\r'];
    return [this.#crlf ? '\r\n' : '\n'];
  }

  /** Whether every CR is followed by an LF and the other way round; a chunk that cuts one in two counts as mixed. */
  #onlyCrLf(chunk: Uint8Array): boolean {
    let pairs = 0;
    for (let at = chunk.indexOf(CR); at !== -1; at = chunk.indexOf(CR, at + 1)) {
      if (chunk[at + 1] !== LF) return false;
      pairs++;
    }
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, at + 1)) pairs--;
    return pairs === 0;
  }
}
