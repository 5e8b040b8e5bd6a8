import { comparable } from '../cell.ts';
import type { Column } from '../column.ts';
import type { ValueKind } from '../value-kind.ts';

const wordsOf = new WeakMap<Column, ReadonlyMap<string, string>>();

function words(column: Column): ReadonlyMap<string, string> {
  const known = wordsOf.get(column);
  if (known) return known;
  const made = new Map<string, string>();
  for (const [value, spellings] of Object.entries(column.choices ?? {})) {
    for (const spelling of [value, ...spellings]) made.set(comparable(spelling), value);
  }
  wordsOf.set(column, made);
  return made;
}

/** One of a closed list of values, in any of the words that files use. A bare number needs a code table, and is never guessed. */
export const choice: ValueKind<'choice'> = {
  kind: 'choice',
  canonical: /^[a-z/-]+$/,
  read: (text, column, header) => {
    const value =
      column.ownWords?.get(comparable(text)) ?? header.codes?.[text.replace(/^0(?=\d)/, '')] ?? words(column).get(comparable(text));
    if (value !== undefined) return { value };
    return { finding: /^\d+$/.test(text) ? 'coded-choice' : 'unknown-choice' };
  },
};
