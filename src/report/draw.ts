import Table from 'cli-table3';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Lang } from '../vocabulary/text.ts';

/** A heading may wrap, but not below this many columns. */
export const NARROWEST = 12;
/** A space on both sides of a cell. */
export const PADDING = 2;

export type Align = 'left' | 'right';

/** The columns that the widest line of several texts takes. */
export const widest = (texts: readonly string[]): number =>
  Math.max(...texts.flatMap((text) => text.split('\n').map((line) => stringWidth(line))));

/** How wide a table of such columns is drawn: a space on both sides of each, and a rule between. */
export const tableWidth = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one + PADDING + 1, 1);

/** Draws a table of the given widths; texts wrap within them. `compact` leaves out the rules between rows. */
export function draw(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  colAligns: Align[],
  lang: Lang,
  compact: boolean,
): string {
  const fit = (text: string, column: number): string => fill(text, widths[column]!, lang);
  const made = new Table({
    head: head.map(fit),
    colWidths: widths.map((one) => one + PADDING),
    colAligns,
    style: { head: [], border: [], compact },
  });
  for (const row of rows) made.push(row.map(fit));
  return made.toString();
}

/** Draws groups of rows, each under a heading that runs across; within a group no rules divide the rows. */
export function drawGroups(
  head: readonly string[],
  groups: readonly { readonly heading: string; readonly rows: readonly (readonly string[])[] }[],
  widths: readonly number[],
  colAligns: Align[],
  lang: Lang,
): string {
  const made = new Table({ head: [...head], colWidths: widths.map((one) => one + PADDING), colAligns, style: { head: [], border: [] } });
  const across = tableWidth(widths) - 2 - PADDING;
  for (const { heading, rows } of groups) {
    made.push([{ colSpan: widths.length, content: fill(heading, across, lang) }]);
    made.push(stacked(rows, widths, lang));
  }
  return made.toString();
}

/** Rows under each other in one row of the table, each as high as its highest cell. */
function stacked(rows: readonly (readonly string[])[], widths: readonly number[], lang: Lang): string[] {
  const cells: string[][] = widths.map(() => []);
  for (const row of rows) {
    const filled = row.map((text, column) => (text === '' ? [] : fill(text, widths[column]!, lang).split('\n')));
    const height = Math.max(...filled.map((lines) => lines.length));
    for (const [column, lines] of filled.entries()) cells[column]!.push(...Array.from({ length: height }, (_, line) => lines[line] ?? ''));
  }
  return cells.map((lines) => lines.join('\n'));
}

/** Text in lines of a width, broken where the language allows it, or as is said. */
export const fill = (text: string, width: number, lang: Lang, breaks?: 'between-words' | 'anywhere'): string =>
  wrapAnsi(lang === 'en' || breaks ? text : breakable(text, width), width, { hard: true, wordWrap: breaks !== 'anywhere', trim: true });

/** Chinese may be broken between any two characters, a number or a word never: breaks are set where a line is full. */
function breakable(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      let column = 0;
      let made = '';
      for (const [token] of line.matchAll(/\p{Script=Han}|[，。；：、（）“”]|(?:(?!\p{Script=Han}|[，。；：、（）“”]).)+/gu)) {
        const needed = stringWidth(token);
        if (column > 0 && column + needed > width) {
          made += '\n';
          column = 0;
        }
        made += token;
        column += needed;
      }
      return made;
    })
    .join('\n');
}
