import type { TableId } from '../vocabulary/table.ts';
import { isBlank } from './cell.ts';
import { unitOf } from './header-units.ts';
import { readHeader, recognise } from './headers.ts';
import type { HeaderReading } from './headers.ts';
import type { KnownTables } from './office-words.ts';
import type { RecordFile } from './record-file.ts';
import { linesOf } from './records.ts';
import type { Cells } from './records.ts';
import { tables } from '../tables/index.ts';

/** How many rows of titles may stand above the header. */
const MOST_TITLE_ROWS = 9;
/** How many rows a header may have: groups, their parts, and the headings of these. */
const MOST_HEADER_ROWS = 3;

/** Where a header stands and what it may be the header of. */
export interface FoundHeader {
  /** The record of its last row, from 0. */
  readonly record: number;
  /** How many rows it takes up: more than one where groups of columns have a common heading above their own. */
  readonly height: number;
  /** Its headings; of a header of several rows, all together. */
  readonly cells: Cells;
  readonly line: number;
  /** The rows above it that are not blank: titles, who reports, the unit. */
  readonly above: readonly Cells[];
  readonly readings: readonly HeaderReading[];
}

/** The first records of a file: enough to find its header in. */
export async function firstRecords({ records, database }: RecordFile): Promise<readonly Cells[]> {
  // The header of a database is one row, and nothing below it is part of it.
  if (database) return [database.columns];
  const first: Cells[] = [];
  const enough = MOST_TITLE_ROWS + MOST_HEADER_ROWS;
  for await (const batch of records()) {
    first.push(...batch.records.slice(0, enough - first.length));
    if (first.length >= enough) break;
  }
  return first;
}

/** Finds the header among the first records: the first row that some table recognises, alone or together with the rows below it. */
export function findHeader(records: readonly Cells[], declared: TableId | undefined, known: KnownTables = tables): FoundHeader | undefined {
  let line = 1;
  for (const [first, cells] of records.slice(0, MOST_TITLE_ROWS + 1).entries()) {
    const header = headerAt(records, first, { declared, known });
    if (header) {
      const rows = records.slice(first, first + header.height);
      return {
        ...header,
        record: first + header.height - 1,
        line: line + rows.slice(0, -1).reduce((lines, row) => lines + linesOf(row), 0),
        above: records.slice(0, first).filter((row) => !row.every(isBlank)),
      };
    }
    line += linesOf(cells);
  }
  return undefined;
}

/** Which table a file is said to hold, and the tables as the office writes them. */
interface ReadAs {
  readonly declared: TableId | undefined;
  readonly known: KnownTables;
}

/** A way to read the rows from some row on as a header. */
type Candidate = Pick<FoundHeader, 'height' | 'cells' | 'readings'>;

/**
 * The header that begins with a row. Where several heights are read, the one that is understood best; of two alike the higher one,
 * if its lower rows hold nothing under headings that are understood without them: then they are no data.
 */
function headerAt(records: readonly Cells[], first: number, as: ReadAs): Candidate | undefined {
  const candidates = candidatesAt(records, first, as);
  const [alone] = candidates;
  if (!alone) return undefined;
  const isBegun = alone.readings.length > 0;
  return candidates
    .toSorted((a, b) => understood(b.readings) - understood(a.readings) || b.height - a.height)
    .find((candidate) => {
      if (candidate.readings.length === 0) return false;
      if (candidate.height === 1 || isBegun) return true;
      // A title above a header reads no better with it.
      const later = Array.from({ length: candidate.height - 1 }, (_, at) => bestFrom(records, first + at + 1, as));
      return understood(candidate.readings) > Math.max(...later);
    });
}

/** How many headings are understood at most when a header begins with a row. */
const bestFrom = (records: readonly Cells[], first: number, as: ReadAs): number =>
  Math.max(0, ...candidatesAt(records, first, as).map(({ readings }) => understood(readings)));

function candidatesAt(records: readonly Cells[], first: number, as: ReadAs): readonly Candidate[] {
  let cells = records[first];
  if (!cells) return [];
  const candidates: Candidate[] = [{ height: 1, cells, readings: readingsOf(cells, as) }];
  for (let height = 2; height <= MOST_HEADER_ROWS; height++) {
    const joined = joinHeader(cells, records.slice(first + height - 2, first + height), as.known);
    if (!joined) break;
    const readings = readingsOf(joined.cells, as);
    const before = understood(candidates.at(-1)!.readings);
    // An explanation of the columns names each of them twice; a header does not.
    if ((understood(readings) > before || joined.isHeading) && !readings.some(hasTwins))
      candidates.push({ height, cells: joined.cells, readings });
    cells = joined.cells;
  }
  return candidates;
}

const readingsOf = (cells: Cells, { declared, known }: ReadAs): readonly HeaderReading[] =>
  declared ? [readHeader(cells, known[declared])].filter(({ headings }) => headings.length > 1) : recognise(cells, known);

const hasTwins = ({ headings }: HeaderReading): boolean => new Set(headings.map(({ column }) => column)).size < headings.length;

/** How many columns a header is understood to have: one that names a column twice has it once. */
const understood = (readings: readonly HeaderReading[]): number =>
  Math.max(0, ...readings.map(({ headings }) => new Set(headings.map(({ column }) => column)).size));

/** Headings that mean nothing without their group: 户数 under 低保 is not the number of all households. */
const GENERIC =
  /^(?:户数|人数|人口数?|数量|金额|单位|名称|姓名|比例|占比|覆盖率|households|persons|people|number|amount|unit|name|share|rate)(?:\s*[（(].*)?$/iu;
/** Groups about the village as a whole: under them a general heading means what it says. */
const WHOLE_VILLAGE = /^(?:行政)?村?(?:基本|总体|全村|整体|概况)/u;
/** What the first cell of a row of units says. */
const UNIT_LABEL = /^[(（]?(?:计量|金额|数据|指标)?单位[)）]?[:：]?$|^units?:?$/iu;
/** What stands in such a row where a column has no unit, or one that changes nothing. */
const NO_UNIT = /^(?:年度?|年月|个|名|[-—–/／]+)$/u;
const NUMBER = /^[\d.,%￥¥+-]+$/u;
/** A year heads a column as well as it fills a cell. */
const YEAR = /^(?:19|20)\d{2}$/u;
/** The unit in brackets behind a group, which holds for all its columns. */
const UNIT_BEHIND = /[（(]\s*(?<unit>[^()（）]+)\s*[)）]\s*$/u;

/**
 * A row of groups (its last row apart, where it is several) and the row of headings below it as one: each column by group and heading together where that is understood
 * (户数 under 贫困 is not 总户数), else by its own heading. A unit of the group, or alone below a heading, is that heading's.
 * A group's name stands in its first column alone when the cells were merged. Nothing where the row below is data.
 * `isHeading`: nothing stands in it under headings that are understood already, so that it can be no row of data.
 */
function joinHeader(
  groups: Cells,
  [last, below]: readonly Cells[],
  known: KnownTables,
): { readonly cells: Cells; readonly isHeading: boolean } | undefined {
  if (!last || !below || below.every(isBlank)) return undefined;
  const numbers = below.map((cell) => cell.trim()).filter((cell) => NUMBER.test(cell));
  if (!numbers.every((cell) => YEAR.test(cell))) return undefined;
  const isKnown = (heading: string): boolean => Object.values(known).some((table) => readHeader([heading], table).headings.length > 0);
  const cellsOf = (row: Cells, index: number): string => (row[index] ?? '').trim();
  // 户数 below a group is a heading, (户) below one is its unit.
  const isUnit = (cell: string): boolean => !GENERIC.test(cell) && unitOf(cell.replace(/^[(（[【](.*)[)）\]】]$/u, '$1')) !== undefined;
  // A cell that is merged downwards says in every row what it says in its first.
  const isAgain = (own: string, above: string, index: number): boolean => own === above.trim() || own === cellsOf(last, index);
  // 单位 | 年 | 万元 | 人: a row of units may say so in its first cell, and has words that are none of a number where there is no number.
  const filled = below.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const isFiller = (cell: string): boolean => NO_UNIT.test(cell) || (cell === filled[0] && UNIT_LABEL.test(cell));
  const isOfUnits = filled.some(isUnit) && filled.every((cell) => isUnit(cell) || isFiller(cell));
  const isEmptyBelow =
    isOfUnits ||
    groups.every((above, index) => {
      const own = cellsOf(below, index);
      return own === '' || isAgain(own, above, index) || isUnit(own) || !isKnown(above);
    });
  if (numbers.length > 0 && !isEmptyBelow) return undefined;
  let group = '';
  const cells = Array.from({ length: Math.max(groups.length, below.length) }, (_, index) => {
    const [above, own] = [cellsOf(groups, index), cellsOf(below, index)];
    if (above !== '') group = above;
    if (own === '' || isAgain(own, above, index) || (isOfUnits && isFiller(own))) return above;
    if (above !== '' && isUnit(own)) return /[(（[【]/u.test(own) ? above + own : `${above}（${own}）`;
    const unit = UNIT_BEHIND.exec(group)?.groups?.unit;
    const isOfUnit = unit !== undefined && unitOf(unit) !== undefined;
    const groupName = isOfUnit ? group.replace(UNIT_BEHIND, '') : group;
    const whole = isKnown(groupName + own) || (group !== '' && GENERIC.test(own) && !WHOLE_VILLAGE.test(group)) ? groupName + own : own;
    return isOfUnit && !UNIT_BEHIND.test(whole) ? `${whole}（${unit}）` : whole;
  });
  return { cells, isHeading: isEmptyBelow };
}
