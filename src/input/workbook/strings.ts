import { excelText } from '../cell.ts';
import type { ElementHandler } from './xml.ts';

const ESCAPED = /_x([0-9a-f]{4})_/giu;

/** Text as the cell shows it: `_x000D_` (how characters are kept that XML cannot hold) resolved, every line break as `\n`. */
export function shownText(kept: string): string {
  const text = kept.includes('_x') ? kept.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : kept;
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
}

/** Collects the runs of one text, rich or plain; the reading aids above the characters (phonetic runs) are none of it. */
export class TextRuns implements ElementHandler {
  #text = '';
  #inRun = false;
  #phonetic = false;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true;
    else if (name === 't') this.#inRun = !this.#phonetic;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
    else if (name === 't') this.#inRun = false;
  }

  text(text: string): void {
    if (this.#inRun) this.#text += text;
  }

  /** The text, and an empty collector for the next one. */
  take(): string {
    const text = shownText(this.#text);
    this.#text = '';
    return text;
  }
}

/** Text that begins like a formula, told from one as spreadsheets do it: by an apostrophe. `="0451"` is text everywhere. */
export const asText = (text: string): string =>
  /^\s*=/u.test(text) && excelText(text.trim()) === undefined ? `'${text.trimStart()}` : text;
