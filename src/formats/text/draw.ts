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
  const linesOf = (text: string, column: number): readonly string[] => fill(text, widths[column]!).split('\n');
  const made = new Table({
    head: head.map((text, column) => linesOf(text, column).join('\n')),
    chars: CHARS,
    colWidths: widths.map((one) => one + GAP),
    colAligns,
    style: { ...STYLE, compact: true },
  });
  // A row for each line: of a cell of many lines the whole text would be gone through anew with each.
  const heights = rows.map((row) => {
    const cells = row.map(linesOf);
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    for (let at = 0; at < height; at++) made.push(cells.map((lines) => lines[at] ?? ''));
    return height;
  });
  const drawn = clean(made.toString(), widths).split('\n');
  return (compact ? drawn : withRules(drawn, heights, tableWidth(widths))).join('\n');
}

/** Sets a rule between rows that take so many lines each. */
function withRules(drawn: readonly string[], heights: readonly number[], width: number): readonly string[] {
  let at = drawn.length - heights.reduce((sum, one) => sum + one, 0);
  const made = drawn.slice(0, at);
  for (const [row, height] of heights.entries()) {
    if (row > 0) made.push(RULE.repeat(width));
    made.push(...drawn.slice(at, (at += height)));
  }
  return made;
}

/** Rows of a group stand so far in under its heading. */
export const SET_IN = 2;

/** Draws groups of rows, each under a heading of its own and set in; no rules divide them. */
export function drawGroups(
  head: readonly string[],
  groups: readonly { readonly heading: string | undefined; readonly rows: readonly (readonly string[])[] }[],
  widths: readonly number[],
  colAligns: Align[],
): string {
  const all = groups.flatMap(({ rows }) => rows);
  const margin = ' '.repeat(SET_IN);
  // Every row as one drawing, so that all columns stand below each other; then its heading in front of each group.
  const heights = all.map((row) => Math.max(...row.map((text, column) => fill(text, widths[column]!).split('\n').length)));
  const lines = draw(head, all, widths, colAligns, true).split('\n');
  const body = lines.slice(lines.length - heights.reduce((sum, one) => sum + one, 0));
  const top = lines.slice(0, lines.length - body.length).map((line) => (line.startsWith(RULE) ? RULE.repeat(SET_IN) : margin) + line);
  let at = 0;
  let row = 0;
  const made = groups.flatMap(({ heading, rows }) => {
    const height = heights.slice(row, row + rows.length).reduce((sum, one) => sum + one, 0);
    const own = body.slice(at, at + height).map((line) => (line === '' ? '' : margin + line));
    [at, row] = [at + height, row + rows.length];
    return [...(heading === undefined ? [] : [fill(heading, tableWidth(widths) + SET_IN)]), ...own];
  });
  return [...top, ...made].join('\n');
}

/** Nothing stands after the last column, nor does a rule go on beyond it. */
const clean = (drawn: string, widths: readonly number[]): string =>
  drawn
    .split('\n')
    .map((line) => (line.length > 0 && line.replaceAll(RULE, '') === '' ? RULE.repeat(tableWidth(widths)) : line.trimEnd()))
    .join('\n');
