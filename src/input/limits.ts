import { UserError } from '../errors.ts';

/** How long a record, a cell and a row may be. What is longer is no table, and would be judged for minutes or fill the memory. */
export interface Limits {
  /** In bytes as the file has it, line breaks inside cells among them. */
  readonly record: number;
  /** In characters. */
  readonly cell: number;
  /** Cells of one record. Spreadsheets have 16 384 columns. */
  readonly cells: number;
}

const MEGABYTE = 1_000_000;
/** A quarter of a record in one cell: spreadsheets hold 32 767 characters. */
const CELL_PART = 4;
const CELLS_PER_MEGABYTE = 25_000;
const USUAL_MEGABYTES = 4;

/** The limits where a record may have so many megabytes. */
export const limitsOf = (megabytes: number = USUAL_MEGABYTES): Limits => ({
  record: megabytes * MEGABYTE,
  cell: (megabytes * MEGABYTE) / CELL_PART,
  cells: megabytes * CELLS_PER_MEGABYTE,
});

/** More than anybody needs, and less than a text of the program can hold. */
export const MOST_MEGABYTES = 256;

const way = {
  zh: `多半是引号没有关上，或不是表格；确实需要时用 --max-record MB 放宽（最多 ${MOST_MEGABYTES}）`,
  en: `Most likely a quotation mark is never closed, or this is no table; --max-record MB allows more (at most ${MOST_MEGABYTES})`,
};

/** `where`: the line or the row. */
export const recordTooLong = (file: string, where: number, { record }: Limits): UserError =>
  new UserError({
    zh: `${file} 第 ${where} 行：一条记录超过 ${record / MEGABYTE} MB。${way.zh}`,
    en: `${file} line ${where}: a record is longer than ${record / MEGABYTE} MB. ${way.en}`,
  });

export const tooManyCells = (file: string, { cells }: Limits): UserError =>
  new UserError({
    zh: `${file}：一条记录超过 ${cells} 个单元格。${way.zh}`,
    en: `${file}: a record has more than ${cells} cells. ${way.en}`,
  });

export const cellTooLong = (file: string, { cell }: Limits): UserError =>
  new UserError({
    zh: `${file}：一个单元格超过 ${cell / MEGABYTE} 百万字符。${way.zh}`,
    en: `${file}: a cell is longer than ${cell / MEGABYTE} million characters. ${way.en}`,
  });

/** Text of a file as it may be shown or kept: cut where it is longer than any name, heading or value is. */
export const cut = (text: string, most = LONGEST_SHOWN): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
export const LONGEST_SHOWN = 60;
