import { UserError } from '../../errors.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { lengthOf } from './sheet-styles.ts';
import type { SheetBlock, SheetColumn, SheetRow, SheetTable, SheetValue, SheetWords } from '../../page/sheets.ts';

/** A workbook is made in memory, where more do not fit; and no office program opens it gladly. */
export const MOST_CELLS = 3_000_000;

const tooMany = (rows: number): UserError =>
  new UserError({
    zh: `结果超过 ${rows} 行，一个工作簿装不下。请写成 CSV（-o 结果.csv），或缩小范围（--place、--by）再写工作簿`,
    en: `the result has more than ${rows} rows, too many for one workbook. Write CSV (-o result.csv), or ask for less (--place, --by)`,
  });

/** Numbers in bold are wider, and one that has no room is no number any more, but a row of signs. */
const ROOM_OF_NUMBERS = 2.5;

/** A table with its rows at hand, and columns that are wide enough for their numbers. */
export type FilledTable = Omit<SheetTable, 'rows'> &
  Pick<SheetBlock, 'beginsPage'> & {
    readonly rows: readonly SheetRow[];
    /** Which of the columns that were thought of are there. */
    readonly shown: readonly number[];
  };
export type FilledBlock = FilledTable | (SheetWords & Pick<SheetBlock, 'beginsPage'>);

/** A block with its rows read, without the columns that nothing stands in. */
export async function filled(block: SheetBlock, lang: Lang): Promise<FilledBlock> {
  if (block.kind === 'words') return block;
  const { columns, totals = [] } = block;
  const widths = columns.map(({ width }) => width);
  const isFilled = columns.map(({ isOptional }) => isOptional !== true);
  const seen = (row: SheetRow): SheetRow => {
    for (const [at, { kind: usual }] of columns.entries()) {
      const { value, kind = usual } = ownValue(row[at]);
      if (value === undefined || value === '') continue;
      isFilled[at] = true;
      if (typeof value === 'number') widths[at] = Math.max(widths[at]!, lengthOf(value, kind, lang) + ROOM_OF_NUMBERS);
    }
    return row;
  };
  const rows: SheetRow[] = [];
  for await (const row of block.rows) {
    if (rows.length * columns.length > MOST_CELLS) throw tooMany(rows.length);
    rows.push(seen(row));
  }
  for (const row of totals) seen(row);
  const shown = [...columns.keys()].filter((at) => isFilled[at]);
  const cut = (row: SheetRow): SheetRow => (shown.length === columns.length ? row : shown.map((at) => row[at]));
  return {
    ...block,
    columns: shown.map((at) => ({ ...columns[at]!, width: columns[at]!.span === undefined ? widths[at]! : columns[at]!.width })),
    rows: shown.length === columns.length ? rows : rows.map(cut),
    totals: totals.map(cut),
    shown,
  };
}

/** How many of the first columns are left of so many. */
export const keptOf =
  (blocks: readonly FilledBlock[]) =>
  (count: number | undefined): number | undefined => {
    const table = blocks.find((block) => block.kind === 'table');
    return count === undefined || table?.kind !== 'table' ? count : table.shown.filter((at) => at < count).length;
  };

/** A value, and how it is shown where that is its own. */
export const ownValue = (value: SheetValue) => (typeof value === 'object' ? value : { value, kind: undefined, bound: undefined });

/** The column of the sheet at which each column of a table begins. */
export function startsOf(columns: readonly SheetColumn[]): readonly number[] {
  let next = 0;
  return columns.map(({ span = 1 }) => {
    const start = next;
    next += span;
    return start;
  });
}

/** The widths of a sheet's columns: each table says them of those that it does not stretch over several. */
export function gridOf(tables: readonly Pick<SheetTable, 'columns'>[]): readonly number[] {
  const widths: number[] = [];
  for (const { columns } of tables) {
    for (const [at, start] of startsOf(columns).entries()) {
      const { span = 1, width } = columns[at]!;
      for (let cell = start; cell < start + span; cell++) {
        if (widths[cell] === undefined || span === 1) widths[cell] = span === 1 ? Math.max(widths[cell] ?? 0, width) : width / span;
      }
    }
  }
  return widths.length === 0 ? [WIDTH_OF_WORDS] : widths;
}

/** A sheet of words alone. */
const WIDTH_OF_WORDS = 90;

/** Neighbours under one upper heading. */
export function aboveOf(columns: readonly SheetColumn[]): readonly (readonly [from: number, to: number, text: string])[] {
  const groups: [number, number, string][] = [];
  for (const [at, { above }] of columns.entries()) {
    const last = groups.at(-1);
    if (above !== undefined && last && last[1] === at - 1 && last[2] === above) last[1] = at;
    else if (above !== undefined) groups.push([at, at, above]);
  }
  return groups;
}
