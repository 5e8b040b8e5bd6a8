import Table from 'cli-table3';
import { fill } from '../../page/lines.ts';

/** A heading may wrap, but not below this many columns. */
export const NARROWEST = 12;
/** Columns stand so far apart. */
export const GAP = 2;

export type Align = 'left' | 'right';

/** How wide a table of such columns is drawn. */
export const tableWidth = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one + GAP, -GAP);

const RULE = '─';
const NONE = ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'] as const;
const NONE_WITHIN = ['left', 'left-mid', 'mid-mid', 'right', 'right-mid', 'middle'] as const;
/** No frame: a rule under the head, and between rows of several lines. */
const CHARS = { ...Object.fromEntries([...NONE, ...NONE_WITHIN].map((name) => [name, ''])), mid: RULE };
const STYLE = { head: [], border: [], 'padding-left': 0, 'padding-right': GAP };

/** Draws a table of the given widths; texts wrap within them. `compact` leaves out the rules between rows. */
export function draw(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  colAligns: Align[],
  compact: boolean,
): string {
  const fit = (text: string, column: number): string => fill(text, widths[column]!);
  const made = new Table({
    head: head.map(fit),
    chars: CHARS,
    colWidths: widths.map((one) => one + GAP),
    colAligns,
    style: { ...STYLE, compact },
  });
  for (const row of rows) made.push(row.map(fit));
  return clean(made.toString(), widths);
}

/** Draws groups of rows, each under a heading that runs across; within a group no rules divide the rows. */
export function drawGroups(
  head: readonly string[],
  groups: readonly { readonly heading: string; readonly rows: readonly (readonly string[])[] }[],
  widths: readonly number[],
  colAligns: Align[],
): string {
  const made = new Table({ head: [...head], chars: CHARS, colWidths: widths.map((one) => one + GAP), colAligns, style: STYLE });
  for (const { heading, rows } of groups) {
    made.push([{ colSpan: widths.length, content: fill(heading, tableWidth(widths)) }]);
    made.push(stacked(rows, widths));
  }
  return clean(made.toString(), widths);
}

/** Nothing stands after the last column, nor does a rule go on beyond it. */
const clean = (drawn: string, widths: readonly number[]): string =>
  drawn
    .split('\n')
    .map((line) => (line.length > 0 && line.replaceAll(RULE, '') === '' ? RULE.repeat(tableWidth(widths)) : line.trimEnd()))
    .join('\n');

/** Rows under each other in one row of the table, each as high as its highest cell. */
function stacked(rows: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const cells: string[][] = widths.map(() => []);
  for (const row of rows) {
    const filled = row.map((text, column) => (text === '' ? [] : fill(text, widths[column]!).split('\n')));
    const height = Math.max(...filled.map((lines) => lines.length));
    for (const [column, lines] of filled.entries()) cells[column]!.push(...Array.from({ length: height }, (_, line) => lines[line] ?? ''));
  }
  return cells.map((lines) => lines.join('\n'));
}
