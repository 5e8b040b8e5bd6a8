import { comparable, halfWidth } from '../cell.ts';
import type { Column } from '../../language/column.ts';
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

/** What stands in brackets, at the end or in front: 已脱贫（享受政策）, (新识别)未脱贫. */
/** A year beside the word: 2019年脱贫, 已脱贫2019. */
const YEAR_BESIDE = /^(?:19|20)\d{2}年?度?|(?:19|20)\d{2}年?度?$/gu;
const BRACKETED = /^(?<before>[^()]*)\((?<inside>[^()]*)\)(?<after>[^()]*)$/u;
/** A code before or behind its word: 1-已脱贫, 01.已脱贫, 已脱贫(1). */
const CODE_BEFORE = /^\d{1,2}[-.:、．：_)]?(?=\p{Script=Han})/u;

/**
 * One of a closed list of values, in any of the words that files use. A bare number needs a code table, and is never guessed.
 * Brackets add to a word and do not change it; where they hold another of the choices, the two contradict each other.
 */
export const choice: ValueKind<'choice'> = {
  kind: 'choice',
  canonical: /^[a-z/-]+$/,
  read: (text, column, header) => {
    const own = column.ownWords?.get(comparable(text));
    const value =
      own ??
      header.codes?.[
        halfWidth(text)
          .trim()
          .replace(/^0(?=\d)/, '')
      ] ??
      words(column).get(comparable(text));
    return value === undefined ? readAround(comparable(text), column) : { value };
  },
};

function readAround(plain: string, column: Column): ReturnType<typeof choice.read> {
  const known = words(column);
  // 已脱贫/享受政策, 已脱贫，享受政策: what follows adds to the word as brackets do.
  const bare = plain
    .replace(YEAR_BESIDE, '')
    .replace(CODE_BEFORE, '')
    .replace(/^([^()/,-]+)[/,-]([^()/,-]+)$/u, '$1($2)');
  const { before = '', inside = '', after = '' } = BRACKETED.exec(bare)?.groups ?? {};
  const value = known.get(bare) ?? known.get(before + after);
  const added = known.get(inside);
  if (value === undefined || added === undefined || added === value) {
    if (value !== undefined) return { value };
    return { finding: /^\d+$/.test(plain) ? 'coded-choice' : 'unknown-choice' };
  }
  return column.narrowing?.[value]?.includes(added) ? { value: added } : { finding: 'contradicting-words' };
}
