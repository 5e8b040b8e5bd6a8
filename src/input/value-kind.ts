import type { CodeTable, Column, Kind, Kinds } from '../language/column.ts';

/** What was changed in reading a cell: counted by kind and shown, so that nothing is converted silently. */
export const CHANGE_CODES = [
  'full-width',
  'thousands-separator',
  'unit-word',
  'scaled',
  'header-unit',
  'rounded',
  'whole-decimal',
  'date-form',
  'none-mark',
  'unknown-mark',
  'struck-mark',
  'hidden-mark',
  'currency',
  'accounting-zero',
  'bracketed',
] as const;
export type ChangeCode = (typeof CHANGE_CODES)[number];

/** Why a cell has a value that the file does not hold, whatever its kind. */
export type UnreadableCode = 'formula-without-value' | 'error-value' | 'column-too-narrow' | 'divided-item';

/** What can be wrong with a single cell. */
export type ValueFindingCode =
  | UnreadableCode
  | 'not-a-number'
  | 'not-whole'
  | 'negative'
  | 'scientific-notation'
  | 'number-too-large'
  | 'unit-unexpected'
  | 'unit-twice'
  | 'percentage-for-number'
  | 'not-yes-no'
  | 'coded-yes-no'
  | 'not-a-period'
  | 'not-a-date'
  | 'not-a-year'
  | 'year-out-of-range'
  | 'not-a-rate'
  | 'unknown-choice'
  | 'coded-choice'
  | 'destroyed-number'
  | 'identity-length'
  | 'identity-checksum'
  | 'identity-birth-date'
  | 'identity-destroyed'
  | 'not-a-village-code'
  | 'no-name'
  | 'contradicting-words';

/** What the heading says about every cell below it. */
export interface HeaderUnit {
  /** Powers of ten to multiply by: 万元 gives 4. */
  readonly scale: number;
  /** The heading asks the opposite question (饮水困难 for 饮水安全). */
  readonly inverted: boolean;
  /** It asks with a word for no in it (未通电, 无产业): whether 有 and 无 answer it or say what is the case cannot be told. */
  readonly negated?: boolean;
  /** The code table of the register that the heading is known from. */
  readonly codes: CodeTable | undefined;
  /** Nothing but √ and blanks stand below it: a blank is the opposite of a tick. */
  readonly ticked: boolean;
}
export const PLAIN_HEADER: HeaderUnit = { scale: 0, inverted: false, codes: undefined, ticked: false };

export type CellReading<K extends Kind = Kind> =
  | { readonly value: Kinds[K]; readonly changed?: readonly ChangeCode[] }
  /** As good as blank, though something stands there: a mark for "not known". */
  | { readonly blank: true; readonly changed: readonly ChangeCode[] }
  | { readonly finding: ValueFindingCode };

/** Writings that may need no reading: single words, a number of so many digits and decimal places, or a shape of text that is its own value. */
export type PlainCandidates =
  | { readonly as: 'words'; readonly words: Iterable<string> }
  | { readonly as: 'decimal'; readonly digits: number; readonly places: number }
  | { readonly as: 'shape'; readonly pattern: string };

/** One kind of value: how the words of a cell that is not blank are read. Never throws. */
export interface ValueKind<K extends Kind = Kind> {
  readonly kind: K;
  /** The writings that need no reading under a heading, as candidates: see `plainForm`. None where it is not given. */
  readonly plain?: (column: Column, header: HeaderUnit) => PlainCandidates;
  /** What the whole cell says, blanks at its ends included; undefined where its words alone count. */
  readonly asShown?: (cell: string) => CellReading<K> | undefined;
  readonly read: (text: string, column: Column, header: HeaderUnit) => CellReading<K>;
}
