import { TextDecoder } from 'node:util';
import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import { LineEnds, LongLine, Utf8Check } from './byte-checks.ts';
import { refuseForeign } from './foreign.ts';
import { limitsOf, recordTooLong } from './limits.ts';
import type { Limits } from './limits.ts';
import type { Source } from './source.ts';

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What the whole file says about itself before any of it is understood. */
export interface Inspection {
  readonly encoding: Encoding;
  /** Bytes of the byte-order mark, not part of the text. */
  readonly mark: number;
  readonly sha256: string;
  readonly hasNul: boolean;
  /** What ends its lines. */
  readonly lineEnds: readonly string[];
  /** Without a quotation mark no cell holds a line break, so rows are lines. */
  readonly hasQuote: boolean;
}

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Text holds hardly any control characters; a file with more of them than this share is not text. */
const CONTROL_SHARE = 0.1;
const SAMPLE = 4096;
const NUL = 0x00;
const QUOTE = 0x22;

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/**
 * Reads the file once: its SHA-256, whether it is text, and in which encoding, decided on the whole of it.
 * Throws a UserError when it is empty, not text, or in none of the encodings (then with the byte's position).
 */
export async function inspect(source: Source, forced?: Encoding, limits: Limits = limitsOf()): Promise<Inspection> {
  const hash = createHash('sha256');
  let bytes = 0;
  let hasNul = false;
  let hasQuote = false;
  const lineEnds = new LineEnds();
  const longLine = new LongLine(limits.record);
  let first: Uint8Array | undefined;
  const utf8 = new Utf8Check();
  for await (const chunk of source.open('passing')) {
    if (chunk.length === 0) continue;
    first ??= Uint8Array.from(chunk);
    hash.update(chunk);
    utf8.see(chunk);
    hasNul ||= chunk.includes(NUL);
    hasQuote ||= chunk.includes(QUOTE);
    lineEnds.see(chunk);
    longLine.see(chunk);
    bytes += chunk.length;
  }
  if (first === undefined)
    throw new UserError({
      zh: `${source.file}：文件是空的（0 字节）。请重新导出`,
      en: `${source.file}: the file is empty (0 bytes). Export it again`,
    });
  refuseForeign(source.file, first);
  if (countControls(first) / first.length <= CONTROL_SHARE && longLine.line !== undefined)
    throw recordTooLong(source.file, longLine.line, limits);
  const holdsUtf8 = utf8.holds();

  const rest = { sha256: hash.digest('hex'), hasNul, hasQuote, lineEnds: lineEnds.seen() };
  const marked = MARKS.find((mark) => beginsWith(first, mark.bytes));
  const encoding = forced ?? marked?.encoding ?? unmarkedUtf16(first);
  if (encoding === undefined || encoding === 'utf-8') {
    if (countControls(first) / first.length > CONTROL_SHARE) throw notText(source.file);
    const mark = marked?.encoding === 'utf-8' ? marked.bytes.length : 0;
    if (holdsUtf8) return { encoding: 'utf-8', mark, ...rest };
    if (encoding === 'utf-8') throw await undecodable(source, 'utf-8', forced !== undefined);
  }
  const chosen = encoding ?? 'gb18030';
  if ((await firstFailure(source, chosen)) === undefined)
    return { encoding: chosen, mark: marked?.encoding === chosen ? marked.bytes.length : 0, ...rest };
  throw await undecodable(source, encoding ?? 'utf-8', forced !== undefined);
}

/** The file's text in UTF-8, without its mark. */
export async function* utf8Chunks(
  source: Source,
  { encoding, mark }: Pick<Inspection, 'encoding' | 'mark'>,
  passing?: 'passing',
): AsyncGenerator<Uint8Array | string> {
  let toSkip = mark;
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  for await (const chunk of source.open(passing)) {
    const skipped = Math.min(toSkip, chunk.length);
    toSkip -= skipped;
    const text = skipped > 0 ? chunk.subarray(skipped) : chunk;
    if (text.length > 0) yield decoder ? decoder.decode(text, { stream: true }) : text;
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Where the chunk begins in which the encoding breaks down. */
async function firstFailure(source: Source, encoding: Encoding): Promise<number | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let position = 0;
  for await (const chunk of source.open()) {
    if (!decodes(decoder, chunk)) return position;
    position += chunk.length;
  }
  return decodes(decoder) ? undefined : position;
}

/** The error for a byte that the encoding does not have, with the byte's exact position. */
async function undecodable(source: Source, encoding: Encoding, isForced: boolean): Promise<UserError> {
  const chunkAt = (await firstFailure(source, encoding)) ?? Number.POSITIVE_INFINITY;
  const decoder = new TextDecoder(encoding, { fatal: true });
  let position = 0;
  for await (const chunk of source.open()) {
    if (position < chunkAt) {
      decoder.decode(chunk, { stream: true });
      position += chunk.length;
      continue;
    }
    for (let index = 0; index < chunk.length; index++) {
      if (!decodes(decoder, chunk.subarray(index, index + 1))) {
        const at = position + index + 1;
        const others = isForced
          ? { zh: '（--encoding 指定的）', en: ', which --encoding names' }
          : { zh: '，也不是其他认得的编码', en: ', nor is the file in another known encoding' };
        return new UserError({
          zh: `${source.file}：第 ${at} 个字节不是 ${encoding}${others.zh}。请在电子表格中另存为“CSV UTF-8”`,
          en: `${source.file}: byte ${at} is not ${encoding}${others.en}. Save it as "CSV UTF-8" in the spreadsheet program`,
        });
      }
    }
    position += chunk.length;
  }
  return new UserError({
    zh: `${source.file}：文件在一个字符中间断开（${position} 字节）。请重新导出`,
    en: `${source.file}: the file breaks off in the middle of a character (after ${position} bytes). Export it again`,
  });
}

/** UTF-16 without a mark: the zero bytes of its commas, digits and line breaks stand on one side only. */
function unmarkedUtf16(first: Uint8Array): Encoding | undefined {
  const sample = first.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const enough = sample.length / 20;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return undefined;
}

/** How many of the bytes no text has. */
function countControls(bytes: Uint8Array): number {
  let controls = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! < 0x09 || (bytes[at]! > 0x0d && bytes[at]! < 0x20)) controls++;
  return controls;
}

const notText = (file: string): UserError =>
  new UserError({
    zh: `${file}：这不是文本文件。请在电子表格程序中另存为 CSV`,
    en: `${file}: this is not a text file. Save the sheet as CSV in a spreadsheet program`,
  });
