import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Never at the end of a line: it belongs to what follows. */
const OPENING = '（《“‘〔【「『(';
/** Never at the beginning of a line: it belongs to what stands before. */
const CLOSING = '，。；：、）》”’〕】」』！？,.;:!?)]%';
const FULL_WIDTH = '（《“〔【「『，。；：、）》”〕】」』！？';
/** A colour begins or ends: it takes no room. */
// eslint-disable-next-line no-control-regex
const COLOUR = /\u001B\[[\d;]*m/u;
const TOKEN = new RegExp(
  `${COLOUR.source}|\\s+|\\p{Script=Han}|[${FULL_WIDTH}]|(?:(?!\\p{Script=Han}|${COLOUR.source})[^\\s${FULL_WIDTH}])+`,
  'gu',
);

/** Text in lines of a width: Chinese may be broken between any two characters, a word or a number never, and closing marks begin no line. */
export const fill = (text: string, width: number, breaks?: 'between-words' | 'anywhere'): string =>
  wrapAnsi(breaks ? text : breakable(text, width), width, { hard: true, wordWrap: breaks !== 'anywhere', trim: true });

/** How many lines it makes of a text. */
export const lineCount = (text: string, width: number): number =>
  breakable(text, width)
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line.trimEnd()) / width)), 0);

const LATIN = /^[ -~]*$/u;
const HAN = /^[\u4E00-\u9FFF\u3001-\u300F\uFF01-\uFF5E]*$/u;

/** The columns that a line takes. The usual letters are counted: to look every sign up takes a hundred times as long. */
function widthOf(line: string): number {
  if (LATIN.test(line)) return line.length;
  return HAN.test(line) ? line.length * 2 : stringWidth(line);
}

const breakable = (text: string, width: number): string =>
  text
    .split('\n')
    .map((line) => brokenAt(piecesOf(line), width))
    .join('\n');

function brokenAt(pieces: readonly string[], width: number): string {
  let column = 0;
  let made = '';
  for (const piece of pieces) {
    const needed = widthOf(piece);
    const isBlank = piece.trim() === '';
    if (column > 0 && !isBlank && column + needed > width) {
      made = `${made.trimEnd()}\n`;
      column = 0;
    }
    made += piece;
    column += isBlank && made.endsWith(`\n${piece}`) ? 0 : needed;
  }
  return made;
}

/** A number after a word of Chinese is what the word counts: 达标 54. */
const COUNTED = /^\d[\d,.]*/u;
const ENDS_IN_HAN = /\p{Script=Han}$/u;
/** The number of a note belongs to its words. */
const MARKER = /^\[\d+\]$/u;

/** What may not be broken, in order: each with the marks that belong to it. */
function piecesOf(line: string): readonly string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const [token] of line.matchAll(TOKEN)) {
    const isColour = COLOUR.test(token);
    const last = pieces.at(-1);
    const belongs = isOpen || isColour || CLOSING.includes(token[0]!);
    const word = pieces.at(-2);
    if (last === ' ' && word !== undefined && ((ENDS_IN_HAN.test(word) && COUNTED.test(token)) || MARKER.test(word)))
      pieces.splice(-2, 2, `${word} ${token}`);
    else if (last !== undefined && belongs && last.trim() !== '' && token.trim() !== '') pieces[pieces.length - 1] = last + token;
    else pieces.push(token);
    isOpen = isColour ? isOpen || last === undefined : OPENING.includes(token.at(-1)!);
  }
  return pieces;
}

/** Items of one line, broken between items alone as long as each has room. */
export function fillItems(text: string, separator: string, width: number): readonly string[] {
  const lines: string[] = [];
  const items = text.split(separator);
  for (const [at, item] of items.entries()) {
    const written = at < items.length - 1 ? item + separator : item;
    const last = lines.at(-1);
    if (last === undefined || stringWidth((last + written).trimEnd()) > width) lines.push(written);
    else lines[lines.length - 1] = last + written;
  }
  return lines.flatMap((line) => fill(line.trimEnd(), width).split('\n'));
}

/** A name in at most so many columns; what is cut off leaves its sign. */
export function cut(name: string, width: number): string {
  if (stringWidth(name) <= width) return name;
  let kept = '';
  for (const character of name) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Text in a column of so many columns. */
export const padded = (text: string, width: number, align: 'left' | 'right' = 'left'): string => {
  const room = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + room : room + text;
};

/** The columns that the widest line of several texts takes. */
export const widest = (texts: readonly string[]): number =>
  Math.max(...texts.flatMap((text) => text.split('\n').map((line) => widthOf(line))));
