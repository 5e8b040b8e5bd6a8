import type { Text } from './text.ts';

/** The known word that differs least from a mistyped one, if it differs little. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known.map((one) => ({ one, distance: editDistance(word, one) })).toSorted((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, word.length / 4) ? best.one : undefined;
}

/** So many words are suggested at most. */
const MOST_SUGGESTED = 4;

const plain = (word: string): string => word.normalize('NFKC').toLowerCase().replaceAll('_', '-').trim();

/**
 * The known words that somebody who typed another may have meant, the likeliest alone: one that differs in case or width, else those that begin with it, else
 * those that hold it, else the one that differs least. None where nothing is like it.
 */
export function likeliest(word: string, known: readonly string[]): readonly string[] {
  const asked = plain(word);
  const those = (test: (one: string) => boolean): readonly string[] =>
    known.filter((one) => asked !== '' && test(plain(one))).slice(0, MOST_SUGGESTED);
  const found = [(one: string) => one === asked, (one: string) => one.startsWith(asked), (one: string) => one.includes(asked)]
    .map(those)
    .find((some) => some.length > 0);
  const near = found ? undefined : nearest(word, known);
  return found ?? (near === undefined ? [] : [near]);
}

/** The same as a question at the end of a message; `otherwise` where nothing is like it. */
export function didYouMean(word: string, known: readonly string[], otherwise: Text = { zh: '', en: '.' }): Text {
  const some = likeliest(word, known);
  if (some.length === 0) return otherwise;
  return { zh: `，是不是 ${some.join('、')}？`, en: `; did you mean ${some.join(' or ')}?` };
}

/** How many letters must be changed, added or taken away to make one word of the other (Levenshtein 1965). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + change));
    }
    previous = current;
  }
  return previous[b.length]!;
}
