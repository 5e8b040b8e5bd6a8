import { Buffer, isUtf8 } from 'node:buffer';

const LF = 0x0a;
const CR = 0x0d;

/** Whether bytes that come in chunks are UTF-8, by Node's own check, which makes no text of them. */
export class Utf8Check {
  #rest: Uint8Array = new Uint8Array();
  #holds = true;

  see(chunk: Uint8Array): void {
    if (!this.#holds) return;
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const end = endOfWholeCharacters(bytes);
    this.#holds = isUtf8(bytes.subarray(0, end));
    this.#rest = bytes.slice(end);
  }

  /** To be asked when all has been seen: a character that broke off is none. */
  holds(): boolean {
    return this.#holds && this.#rest.length === 0;
  }
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
