import { widest } from '../../page/lines.ts';
import { NARROWEST, tableWidth } from './draw.ts';
import type { Cell, Column, Line } from '../../page/page.ts';

/** Where nothing else is left, a column of words is no narrower than this. */
const NARROWEST_WORDS = 6;
const WORD = /[A-Za-z0-9_()-]+/gu;

/** The lines of a cell. */
export const linesOf = (cell: Cell): readonly Line[] =>
  typeof cell === 'string'
    ? cell.split('\n').map((text) => ({ text }))
    : cell.map((line) => (typeof line === 'string' ? { text: line } : line));

const widestWord = (texts: readonly string[]): number => widest(['', ...texts.flatMap((text) => text.split(' '))]);

/** What the width of one column depends on. */
interface Measure {
  readonly column: Column;
  readonly lines: readonly Line[];
}

/** As wide as a column would be if there were room for all. */
function natural({ column: { head, room }, lines }: Measure): number {
  if (room.as === 'fixed') return room.width;
  if (room.as === 'rest') return 0;
  const heading = room.as === 'whole' ? headings(head, room.heading) : [head];
  const least = 'least' in room ? (room.least ?? 0) : 0;
  return Math.max(least, widest(['', ...heading, ...lines.filter(({ isAside }) => isAside !== true).map(({ text }) => text)]));
}

const headings = (head: string, breaks: 'words' | 'aside' | undefined): readonly string[] =>
  breaks === 'aside' ? [] : breaks === 'words' ? head.split(' ') : [head];

/** As narrow as a column of lines may be: what may not be broken stays whole. */
function floorOfLines({ column: { head, room }, lines }: Measure): number {
  const heading = 'heading' in room ? headings(head, room.heading) : [head];
  const [broken, whole] = [lines.filter(({ breaks }) => breaks), lines.filter(({ breaks }) => !breaks)];
  return Math.max(widestWord(broken.map(({ text }) => text)), widest(['', ...heading, ...whole.map(({ text }) => text)]));
}

const longestWord = ({ column: { head }, lines }: Measure): number =>
  Math.max(
    NARROWEST_WORDS,
    ...[head, ...lines.map(({ text }) => text)].flatMap((text) => (text.match(WORD) ?? []).map((word) => word.length)),
  );

/** The columns that give way at a time, each with how far; the others have none. */
type Floors = readonly (number | undefined)[];

/** The widths of a table's columns where there is room for all. */
export const naturalWidths = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly number[] =>
  measuresOf(columns, rows).map(natural);

const measuresOf = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly Measure[] =>
  columns.map((column, at): Measure => ({ column, lines: rows.flatMap((row) => linesOf(row[at]!)) }));

/** A column that may go is broken rather than kept wider than this. */
const WIDEST_SPARE = 24;

/** The columns, by their places, for which there is room in one line: of those that may go, the lowest goes first. */
export function keptColumns(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): readonly number[] {
  const widths = naturalWidths(columns, rows).map((one, at) => (columns[at]!.goes === undefined ? one : Math.min(one, WIDEST_SPARE)));
  let kept = [...columns.keys()];
  const going = kept.filter((at) => columns[at]!.goes !== undefined).toSorted((a, b) => columns[a]!.goes! - columns[b]!.goes!);
  for (const at of going) if (tableWidth(kept.map((one) => widths[one]!)) > width) kept = kept.filter((one) => one !== at);
  return kept;
}

/** The widths of a table's columns within a width. A table that cannot be made so narrow is as narrow as can be. */
export function widthsOf(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): readonly number[] {
  const measures = measuresOf(columns, rows);
  const widths = measures.map(natural);
  const whole = [...widths];
  const floors = (floor: (measure: Measure, at: number) => number | undefined): Floors => measures.map(floor);
  giveWay(
    widths,
    floors(({ column: { room } }, at) =>
      room.as === 'text' && room.comfortable !== undefined ? Math.max(room.least ?? 0, Math.min(whole[at]!, room.comfortable)) : undefined,
    ),
    width,
    'widest',
  );
  giveWay(
    widths,
    floors((measure) => (measure.column.room.as === 'lines' ? floorOfLines(measure) : undefined)),
    width,
    'loosest',
  );
  giveWay(
    widths,
    floors((measure) => (measure.column.room.as === 'words' ? longestWord(measure) : undefined)),
    width,
    'widest',
  );
  giveWay(
    widths,
    floors(({ column: { room } }) => (room.as === 'words' ? NARROWEST_WORDS : room.as === 'text' ? (room.least ?? NARROWEST) : undefined)),
    width,
    'widest',
  );
  const taken = tableWidth(widths);
  return widths.map((one, at) => {
    const { room } = columns[at]!;
    return room.as === 'rest' ? Math.max(room.least, width - taken) : one;
  });
}

/** Takes from the widest column, or from the one that has most to spare, until the table fits or none gives way. */
function giveWay(widths: number[], floors: Floors, width: number, first: 'widest' | 'loosest'): void {
  const spare = (at: number): number => widths[at]! - (floors[at] ?? widths[at]!);
  const rank = first === 'widest' ? (at: number): number => widths[at]! : spare;
  while (tableWidth(widths) > width) {
    const able = [...widths.keys()].filter((at) => spare(at) > 0);
    if (able.length === 0) return;
    const most = Math.max(...able.map(rank));
    widths[able.find((at) => rank(at) === most)!]!--;
  }
}
