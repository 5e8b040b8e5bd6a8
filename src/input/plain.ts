import type { Kind, Kinds } from '../language/column.ts';
import type { Heading } from './heading.ts';
import { readWhole } from './read-cell.ts';
import { valueKinds } from './values/index.ts';

type Value = Kinds[Kind];
type Read = Pick<Heading, 'definition' | 'unit'>;

/**
 * The writing under a heading that needs no reading. One law: a cell that has it is read into a value, without a change and without a finding, and that value
 * is the plain one. An engine that cannot call the reader may convert such cells by itself, and no others.
 */
export type PlainForm =
  | { readonly as: 'words'; readonly spellings: ReadonlyMap<string, Value> }
  /** At most so many digits, and behind a point at most so many places: an amount of smallest units. */
  | { readonly as: 'decimal'; readonly digits: number; readonly places: number }
  /** Text that is its own value. The pattern is of the whole cell, in the part of regular expressions that every engine has. */
  | { readonly as: 'shape'; readonly pattern: string }
  | { readonly as: 'nothing' };

const forms = new WeakMap<Read, PlainForm>();

/** The plain writing under a heading. Words mean what the reader makes of them there, so an opposite question or a code table needs no second definition. */
export function plainForm(heading: Read): PlainForm {
  let form = forms.get(heading);
  if (!form) forms.set(heading, (form = formOf(heading)));
  return form;
}

function formOf({ definition, unit }: Read): PlainForm {
  const candidates = valueKinds[definition.kind].plain?.(definition, unit);
  if (candidates === undefined) return { as: 'nothing' };
  if (candidates.as === 'shape') return candidates;
  // Under a unit every number is converted, and that is counted.
  if (candidates.as === 'decimal') return unit.scale === 0 ? candidates : { as: 'nothing' };
  const spellings = new Map<string, Value>();
  for (const word of candidates.words) {
    const reading = readWhole(word, definition, unit);
    if (reading && 'value' in reading && !reading.changed) spellings.set(word, reading.value);
  }
  return { as: 'words', spellings };
}

/** The value of a cell that needs no reading; undefined where it has to be read. */
export function plainValue(cell: string, heading: Read): Value | undefined {
  const form = plainForm(heading);
  if (form.as === 'words') return form.spellings.get(cell);
  if (form.as === 'shape') return whole(form.pattern).test(cell) ? cell : undefined;
  if (form.as === 'nothing') return undefined;
  const [digits = '', decimals = ''] = DECIMAL.test(cell) ? cell.split('.') : [];
  if (digits === '' || digits.length > form.digits || decimals.length > form.places) return undefined;
  return { amount: BigInt(digits + decimals.padEnd(form.places, '0')), atLeast: false };
}
const DECIMAL = /^\d+(?:\.\d+)?$/;

/** Whether a cell needs no reading. */
export const isPlain = (cell: string, heading: Read): boolean => plainValue(cell, heading) !== undefined;

const patterns = new Map<string, RegExp>();
function whole(pattern: string): RegExp {
  let made = patterns.get(pattern);
  if (!made) patterns.set(pattern, (made = new RegExp(`^(?:${pattern})$`)));
  return made;
}
