import { cellText, hasHidden } from './cell.ts';
import type { Column, Kind } from '../language/column.ts';
import type { CellReading, HeaderUnit } from './value-kind.ts';
import { unreadable } from './unreadable.ts';
import { valueKinds } from './values/index.ts';
import { MARK_IS_BLANK, NOTHING, isSign, markOf, saysUnknown } from './value-words.ts';

const DIGITS = /^\d/u;
/** Kinds that would take any words at face value: a village called "/" or "不详". */
const TAKES_ANY_WORDS: ReadonlySet<Kind> = new Set<Kind>(['text', 'text-id', 'identity']);

/** Reads a cell as the file has it; undefined where it is blank. Never throws. */
export function readWhole(cell: string, column: Column, header: HeaderUnit): CellReading | undefined {
  const lost = unreadable(cell);
  if (lost !== undefined) return { finding: lost };
  const shown = valueKinds[column.kind].asShown?.(cell);
  if (shown !== undefined) return shown;
  const text = cellText(cell);
  if (text === '') return undefined;
  const reading = readCell(text, column, header);
  if ('finding' in reading || !hasHidden(cell, text)) return reading;
  return { ...reading, changed: [...(reading.changed ?? []), 'hidden-mark'] };
}

/**
 * Reads the words of a cell that is not blank: by its kind, and where that gives no value, as a mark for none or unknown.
 * None means none only where a blank would (`blankMeansNone`); elsewhere it is as good as a blank, and in a number column a finding: a stroke may be a 0.
 * Never throws.
 */
export function readCell(text: string, column: Column, header: HeaderUnit): CellReading {
  // A household may be number 0.
  if (TAKES_ANY_WORDS.has(column.kind) && !DIGITS.test(text))
    return asMark(text, column) ?? valueKinds[column.kind].read(text, column, header);
  const read = valueKinds[column.kind].read(text, column, header);
  return 'finding' in read ? (asMark(text, column) ?? read) : read;
}

function asMark(text: string, column: Column): CellReading | undefined {
  const mark = markOf(text);
  if (mark === undefined) return undefined;
  if (mark === 'unknown') return MARK_IS_BLANK[column.kind] || saysUnknown(text) ? { blank: true, changed: ['unknown-mark'] } : undefined;
  if (column.blankMeansNone) return { value: NOTHING[column.kind]!, changed: ['none-mark'] };
  // 无 or 没有 in a choice is an answer that the column does not have; a stroke is none.
  if (column.kind === 'choice' && !isSign(text)) return undefined;
  return MARK_IS_BLANK[column.kind] ? { blank: true, changed: ['struck-mark'] } : undefined;
}
