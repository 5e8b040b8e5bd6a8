import { amountIn } from '../language/row.ts';
import { comparable } from './cell.ts';
import type { Columns } from '../language/column.ts';
import type { Row } from '../language/row.ts';
import { villages } from '../tables/villages/table.ts';

/** A row of a village table that is no village: it sums up others without saying so, or is named as an area and does not add up. */
export interface SumRow {
  readonly index: number;
  readonly why: 'named as the area of others' | 'equals the rows below' | 'equals the rows above' | 'looks like an area';
  /** How many rows it sums up, where its numbers tell. */
  readonly rows?: number;
}

/** In so many counts above zero a row equals the sum of others: fewer may be chance. */
const LEAST_EQUAL = 3;
const COUNTS = Object.entries<Columns[string]>(villages.columns).flatMap(([column, { kind }]) => (kind === 'count' ? [column] : []));
/** Parts that a village lies in. */
const AREAS = ['township', 'county', 'city', 'province'] as const;
/** What an area is called, and a village is not. */
const AREA_NAME =
  /(?:[乡镇县市旗省州盟]|(?<![社小园校])区|街道|街道办|办事处|自治区)$|\b(?:township|town|county|district|province|ward|commune)$/iu;

/** A row as it is compared: its counts, and the name that stands in the column of villages. */
interface Line {
  readonly index: number;
  readonly name: string | undefined;
  readonly isArea: boolean;
  readonly numbers: readonly (number | undefined)[];
}

/**
 * Rows of a village table that sum up others and do not say so: a row named as the township or county of other rows, or one that equals
 * the sum of the rows below or above it, of the same period, in at least three counts above zero and in most of those that it has.
 * For a row that is called as areas are (公安镇), all its counts suffice, however few; if they are not equal, it is kept and named.
 * Rows already found are not added up again. A file of areas alone has none.
 */
export function sumRows(rows: readonly Row[]): readonly SumRow[] {
  const lines = rows.map((row, index): Line => {
    const name = textOf(row.village);
    return { index, name, isArea: name !== undefined && AREA_NAME.test(name), numbers: countsOf(row) };
  });
  const found = new Map<number, SumRow>();
  for (const index of namedAsAreas(rows)) found.set(index, { index, why: 'named as the area of others' });
  for (const numbered of byPeriod(rows, lines)) {
    markSums(numbered.toReversed(), found, 'equals the rows below');
    markSums(numbered, found, 'equals the rows above');
    const left = numbered.filter(({ index }) => !found.has(index));
    const areas = left.filter(({ isArea }) => isArea);
    if (areas.length * 2 >= left.length) continue;
    for (const { index } of areas) found.set(index, { index, why: 'looks like an area' });
  }
  return [...found.values()].toSorted((a, b) => a.index - b.index);
}

const textOf = (value: Row[string]): string | undefined => (typeof value === 'string' ? comparable(value) : undefined);
const periodOf = ({ period }: Row): string => (typeof period === 'string' ? period : '');

function byPeriod(rows: readonly Row[], lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const period = periodOf(rows[line.index]!);
    const group = groups.get(period);
    if (group) group.push(line);
    else groups.set(period, [line]);
  }
  return [...groups.values()];
}

function countsOf(row: Row): readonly (number | undefined)[] {
  return COUNTS.map((column) => {
    const amount = amountIn(row, column);
    return amount === undefined ? undefined : Number(amount.amount);
  });
}

/** Rows whose village is called as the township or county of other rows of the period. */
function namedAsAreas(rows: readonly Row[]): readonly number[] {
  const areas = new Set<string>();
  const keyOf = (row: Row, area: string): string => `${periodOf(row)}\u001f${area}`;
  for (const row of rows) {
    const own = textOf(row.village);
    if (own === undefined) continue;
    for (const part of AREAS) {
      const area = textOf(row[part]);
      if (area !== undefined && area !== own && AREA_NAME.test(area)) areas.add(keyOf(row, area));
    }
  }
  return rows.flatMap((row, index) => {
    const own = textOf(row.village);
    return own !== undefined && areas.has(keyOf(row, own)) ? [index] : [];
  });
}

/** Goes through rows so that those which a row could sum up have been seen before it. */
function markSums(lines: readonly Line[], found: Map<number, SumRow>, why: SumRow['why']): void {
  const seen: Line[] = [];
  for (const line of lines) {
    if (found.has(line.index)) continue;
    const rows = summedUp(line, seen);
    if (rows > 0) found.set(line.index, { index: line.index, why, rows });
    else seen.push(line);
  }
}

/** How many of the rows next to a row it sums up; 0 where it is a row of its own. */
function summedUp({ numbers, isArea }: Line, seen: readonly Line[]): number {
  const positive = numbers.filter((number) => number !== undefined && number > 0).length;
  const least = isArea ? 1 : LEAST_EQUAL;
  if (positive < least) return 0;
  const sums = numbers.map(() => 0);
  // A count that one row alone makes up says no more than that two rows are alike.
  const parts = numbers.map(() => 0);
  for (let rows = 1; rows <= seen.length; rows++) {
    const next = seen.at(-rows)!;
    let [over, equal, unequal] = [0, 0, 0];
    numbers.forEach((own, at) => {
      const part = next.numbers[at] ?? 0;
      sums[at]! += part;
      if (part > 0) parts[at]!++;
      if (own === undefined) return;
      if (sums[at] !== own) unequal++;
      else if (own > 0 && (isArea || parts[at]! > 1)) equal++;
      if (own > 0 && sums[at]! > own) over++;
    });
    // One village may have the numbers of another; an area of one village is told by its name.
    const isAlike = isArea && unequal === 0 && (rows > 1 || equal > 1);
    const isSum = isArea ? isAlike || (equal >= LEAST_EQUAL && equal > unequal) : equal >= LEAST_EQUAL && equal > unequal;
    if (isSum && equal > 0) return rows;
    // Sums only grow: once too few counts can be equal, no further row mends it.
    if (positive - over < least) return 0;
  }
  return 0;
}
