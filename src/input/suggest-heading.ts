import { editDistance } from '../vocabulary/nearest.ts';
import { comparable } from './cell.ts';
import type { Table } from '../language/table.ts';
import { writingsFor } from './headers.ts';

/** A heading that nobody knows, and the column that it most likely is. */
export interface Suggestion {
  readonly written: string;
  readonly column: string;
  /** How the column is written that it looks like. */
  readonly likely: string;
}

/** No table has so many headings that were meant to be others. */
const MOST_LOOKED_AT = 200;
/** Shorter words are near to everything. */
const SHORTEST_LATIN = 4;
const SHORTEST_HAN = 4;
/** One wrong letter in so many. */
const LETTERS_TO_A_MISTAKE = 6;
/** Characters that another one may not stand for: they change what is counted, whose it is, or when (户 and 人, 未 and 已, 年初 and 年末). */
const TELLING = /[户人口数未已不无非有新本当应实拟预上下年月初末期男女省市县乡镇村屯组前后总均金额率元产业收支补住水电路险]/u;

/**
 * What unknown headings may have been meant to be, of the given tables: only where the difference is as small as a slip of the hand,
 * one column alone is that near, and the file does not have it already.
 */
export function suggestHeadings(unknown: readonly string[], tables: readonly Table[], has: ReadonlySet<string>): readonly Suggestion[] {
  const known = tables.flatMap((table) => [...writingsFor(table)]).filter(([, { column }]) => !has.has(column));
  return unknown.slice(0, MOST_LOOKED_AT).flatMap((written): readonly Suggestion[] => {
    const heading = comparable(written);
    const near = known.filter(([writing]) => isSlip(heading, writing));
    const columns = new Set(near.map(([, { column }]) => column));
    const [first] = near;
    return first && columns.size === 1 ? [{ written, column: first[1].column, likely: first[1].heading }] : [];
  });
}

/** Whether one word is the other with a slip of the hand. */
function isSlip(heading: string, writing: string): boolean {
  if (Math.abs(heading.length - writing.length) > 2) return false;
  return /\p{Script=Han}/u.test(heading) ? isHanSlip(heading, writing) : isLatinSlip(heading, writing);
}

function isLatinSlip(heading: string, writing: string): boolean {
  if (heading.length < SHORTEST_LATIN || writing.length < SHORTEST_LATIN || /\d/u.test(heading + writing)) return false;
  // Letters that changed places are one slip, and a distance of two.
  const allowed = isSwap(heading, writing) ? 2 : Math.max(1, Math.floor(writing.length / LETTERS_TO_A_MISTAKE));
  return editDistance(heading, writing) <= allowed;
}

/** One character too many, too few, wrong, or two that changed places: but none that tells what is counted. */
function isHanSlip(heading: string, writing: string): boolean {
  if (heading.length < SHORTEST_HAN || writing.length < SHORTEST_HAN) return false;
  if (isSwap(heading, writing)) return true;
  if (editDistance(heading, writing) > 1) return false;
  const [own, other] = [Array.from(heading), Array.from(writing)];
  const start = own.findIndex((character, index) => character !== other[index]);
  const at = start === -1 ? Math.min(own.length, other.length) : start;
  const changed = [own.length >= other.length ? own[at] : '', other.length >= own.length ? other[at] : ''];
  return !changed.some((character) => character !== undefined && TELLING.test(character));
}

/** Whether two words differ in the order of two neighbours alone. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = Array.from(a).findIndex((character, index) => character !== b[index]);
  return at !== -1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
