/**
 * Characters that a terminal obeys, that break a line, that turn the direction of what follows, or that nobody sees. A name that holds them could write
 * over what stands before it, look like another, or pass for a line of the tool's own.
 */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

/** How people know the most frequent of them. */
const NAMED: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

/** Text as a person may read it: what cannot be seen, or is obeyed, stands as an escape (`\u001b`), and all of it on one line. */
export const onOneLine = (text: string): string => text.replaceAll(HIDDEN, (sign) => NAMED[sign] ?? escapeOf(sign));

/** The same for a cell of a table in text, where quotation marks hold lines and tabs together. */
export const legibleCell = (text: string): string => text.replaceAll(HIDDEN, (sign) => (sign in NAMED ? sign : escapeOf(sign)));

/** JSON with the escapes that its own syntax leaves out: of C1, of direction and invisible marks, of line separators. It reads as the same text. */
export const asciiMarks = (json: string): string =>
  json.replaceAll(HIDDEN, (sign) =>
    sign === '\n' ? sign : Array.from({ length: sign.length }, (_, at) => unitOf(sign.charCodeAt(at))).join(''),
  );

const unitOf = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;

const escapeOf = (sign: string): string => {
  const code = sign.codePointAt(0)!;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : unitOf(code);
};
