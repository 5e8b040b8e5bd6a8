import { comparable, halfWidth } from '../cell.ts';
import type { Column } from '../../language/column.ts';
import { PLAIN_HEADER } from '../value-kind.ts';
import type { HeaderUnit, ValueKind } from '../value-kind.ts';
import { answerOf } from '../value-words.ts';

const wordsOf = new WeakMap<Column, Map<string, ReadonlyMap<string, string>>>();

/** The words of a column, as its heading asks for them. */
function words(column: Column, { inverted, negated = false }: HeaderUnit): ReadonlyMap<string, string> {
  let asked = wordsOf.get(column);
  if (!asked) wordsOf.set(column, (asked = new Map()));
  const name = `${inverted} ${negated}`;
  const known = asked.get(name);
  if (known) return known;
  const made = new Map<string, string>();
  for (const [value, spellings] of Object.entries(column.choices ?? {})) {
    for (const spelling of [value, ...spellings]) {
      const meant = inverted ? turned(value, spelling, negated) : value;
      if (meant !== undefined) made.set(comparable(spelling), meant);
    }
  }
  asked.set(name, made);
  return made;
}

/** What a word is under a heading that asks the opposite (辍学): yes and no answer it, other words say themselves what is the case. */
function turned(value: string, spelling: string, negated: boolean): string | undefined {
  if (answerOf(spelling, PLAIN_HEADER) === undefined) return value;
  const answer = answerOf(spelling, { inverted: true, negated });
  return answer === undefined ? undefined : answer ? 'yes' : 'no';
}

/** A year beside the word: 2019年脱贫, 已脱贫2019. */
const YEAR_BESIDE = /^(?:19|20)\d{2}年?度?|(?:19|20)\d{2}年?度?$/gu;
/** What stands in brackets, at the end or in front: 已脱贫（享受政策）, (新识别)未脱贫. */
const BRACKETED = /^(?<before>[^()]*)\((?<inside>[^()]*)\)(?<after>[^()]*)$/u;
/** A code before or behind its word: 1-已脱贫, 01.已脱贫, 已脱贫(1). */
const CODE_BEFORE = /^\d{1,2}[-.:、．：_)]?(?=\p{Script=Han})/u;

/**
 * One of a closed list of values, in any of the words that files use. A bare number needs a code table, and is never guessed.
 * Brackets add to a word and do not change it; where they hold another of the choices, the two contradict each other.
 */
export const choice: ValueKind<'choice'> = {
  kind: 'choice',
  plain: ({ choices = {}, ownWords }, { codes }) => ({
    as: 'words',
    words: [...Object.keys(choices), ...Object.values(choices).flat(), ...Object.keys(codes ?? {}), ...(ownWords?.keys() ?? [])],
  }),
  read: (text, column, header) => {
    const value = column.ownWords?.get(comparable(text)) ?? coded(text, header) ?? words(column, header).get(comparable(text));
    return value === undefined ? readAround(comparable(text), column, header) : { value };
  },
};

/** What the heading's code table says; of one for yes and no (是否脱贫), what any word or sign for these says. */
function coded(text: string, { codes }: HeaderUnit): string | undefined {
  if (!codes) return undefined;
  const plain = halfWidth(text)
    .trim()
    .replace(/^0(?=\d)/, '');
  if (Object.hasOwn(codes, plain)) return codes[plain];
  const answer = '是' in codes && '否' in codes ? answerOf(text, PLAIN_HEADER) : undefined;
  return answer === undefined ? undefined : codes[answer ? '是' : '否'];
}

function readAround(plain: string, column: Column, header: HeaderUnit): ReturnType<typeof choice.read> {
  const known = words(column, header);
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
