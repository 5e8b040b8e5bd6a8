import type { TableId } from '../vocabulary/table.ts';
import { isBlank } from './cell.ts';
import type { Table } from './column.ts';
import { readHeader, recognise } from './headers.ts';
import type { HeaderReading } from './headers.ts';
import type { RecordFile } from './record-file.ts';
import { linesOf } from './records.ts';
import type { Cells } from './records.ts';
import { tables } from './tables/index.ts';

/** How many rows of titles may stand above the header. */
const MOST_TITLE_ROWS = 9;

/** Where a header stands and what it may be the header of. */
export interface FoundHeader {
  /** The record of its last row, from 0. */
  readonly record: number;
  /** How many rows it takes up: 2 where groups of columns have a common heading above their own. */
  readonly height: 1 | 2;
  /** Its headings; of a header of two rows, both together. */
  readonly cells: Cells;
  readonly line: number;
  /** How many rows of titles stand above it. */
  readonly titles: number;
  readonly readings: readonly HeaderReading[];
}

/** The first records of a file: enough to find its header in. */
export async function firstRecords({ records }: RecordFile): Promise<readonly Cells[]> {
  const first: Cells[] = [];
  for await (const batch of records()) {
    first.push(...batch.records.slice(0, MOST_TITLE_ROWS + 2 - first.length));
    if (first.length > MOST_TITLE_ROWS + 1) break;
  }
  return first;
}

/** Finds the header among the first records: the first row that some table recognises, alone or together with the row below it. */
export function findHeader(
  records: readonly Cells[],
  declared: TableId | undefined,
  known: Readonly<Record<TableId, Table>> = tables,
): FoundHeader | undefined {
  let line = 1;
  for (const [record, cells] of records.slice(0, MOST_TITLE_ROWS + 1).entries()) {
    const titles = records.slice(0, record).filter((above) => !above.every(isBlank)).length;
    const one = readingsOf(cells, declared, known);
    const joined = joinHeader(cells, records[record + 1], known);
    const two = joined ? readingsOf(joined, declared, known) : [];
    const below = joined ? readingsOf(records[record + 1]!, declared, known) : [];
    if (joined && understood(two) > Math.max(understood(one), understood(below))) {
      return { record: record + 1, height: 2, cells: joined, line: line + linesOf(cells), titles, readings: two };
    }
    if (one.length > 0) return { record, height: 1, cells, line, titles, readings: one };
    line += linesOf(cells);
  }
  return undefined;
}

const readingsOf = (cells: Cells, declared: TableId | undefined, known: Readonly<Record<TableId, Table>>): readonly HeaderReading[] =>
  declared ? [readHeader(cells, known[declared])].filter(({ headings }) => headings.length > 1) : recognise(cells, known);

const understood = (readings: readonly HeaderReading[]): number => Math.max(0, ...readings.map(({ headings }) => headings.length));

/** Headings that mean nothing without their group: 户数 under 低保 is not the number of all households. */
const GENERIC =
  /^(?:户数|人数|人口数?|数量|金额|单位|名称|姓名|比例|占比|覆盖率|households|persons|people|number|amount|unit|name|share|rate)(?:\s*[（(].*)?$/iu;
/** Groups about the village as a whole: under them a general heading means what it says. */
const WHOLE_VILLAGE = /^(?:行政)?村?(?:基本|总体|全村|整体|概况)/u;
const NUMBER = /^[\d.,%￥¥+-]+$/u;

/**
 * A group row and the row of headings below it as one: each column by group and heading together where that is understood
 * (户数 under 贫困 is not 总户数), else by its own heading.
 * A group's name stands in its first column alone when the cells were merged. Nothing where the row below holds numbers: it is data.
 */
function joinHeader(groups: Cells, headings: Cells | undefined, known: Readonly<Record<TableId, Table>>): Cells | undefined {
  if (!headings || headings.every(isBlank) || headings.some((cell) => NUMBER.test(cell.trim()))) return undefined;
  let group = '';
  return Array.from({ length: Math.max(groups.length, headings.length) }, (_, index) => {
    const [above, own] = [(groups[index] ?? '').trim(), (headings[index] ?? '').trim()];
    if (above !== '') group = above;
    if (own === '' || own === above) return above;
    const isKnown = (heading: string): boolean => Object.values(known).some((table) => readHeader([heading], table).headings.length > 0);
    return isKnown(group + own) || (group !== '' && GENERIC.test(own) && !WHOLE_VILLAGE.test(group)) ? group + own : own;
  });
}
