const QUOTE = 0x22;
const LF = 0x0a;

/**
 * Where the record ends that begins there, its line break included; nothing where a quotation mark is still open at the end of the bytes. A mark opens a cell
 * only as its first character, and closes it only before a delimiter or the end of a record; two are one; any other is a character of the cell.
 */
export function endOfRecord(bytes: Uint8Array, start: number, delimiter: number): number | undefined {
  let at = start;
  for (;;) {
    if (bytes[at] === QUOTE) {
      const after = afterQuoted(bytes, at + 1);
      if (after === undefined) return undefined;
      at = after;
    }
    while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== LF) at++;
    if (at >= bytes.length) return undefined;
    if (bytes[at++] === LF) return at;
  }
}

/** Behind the mark that closes a cell, or that showed to close none, after which the cell goes on as if it had never been quoted. */
function afterQuoted(bytes: Uint8Array, start: number): number | undefined {
  for (let at = bytes.indexOf(QUOTE, start); at !== -1; at = bytes.indexOf(QUOTE, at)) {
    if (bytes[at + 1] !== QUOTE) return at + 1;
    at += 2;
  }
  return undefined;
}
