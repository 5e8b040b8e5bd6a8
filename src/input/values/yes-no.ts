import { YES_NO_CHOICES } from '../../vocabulary/yes-no.ts';
import { comparable } from '../cell.ts';
import type { Column } from '../../language/column.ts';
import type { ValueKind } from '../value-kind.ts';
import { answerOf } from '../value-words.ts';

/** What a heading asks with, and a state of affairs does not have: 是否危房 asks for 危房. */
const ASKING = /是否(?:为|是|有|存在|属于|已)?|有无/gu;
const DENIALS = ['非', '不是', '无', '未', '没有', '不'] as const;
/** A name of the question alone says nothing: 风险状态. */
const OF_QUESTION = /状态|情况|类型|等级|属性|标志/u;
const statedWords = new WeakMap<Column, ReadonlyMap<string, boolean>>();

/** What a cell says that repeats the words of a heading of the column, or denies them: 危房 is not safe, 非危房 is; 豁免户, 贫困村. */
function statedBy(text: string, column: Column): boolean | undefined {
  let stated = statedWords.get(column);
  if (!stated) statedWords.set(column, (stated = wordsOfHeadings(column)));
  return stated.get(comparable(text));
}

function wordsOfHeadings({ label, aliases, opposites = [] }: Column): ReadonlyMap<string, boolean> {
  // 饮水是否困难 is answered by 饮水困难, or by 困难 alone.
  const statesOf = (headings: readonly string[]): readonly string[] =>
    headings
      .map(comparable)
      .flatMap((heading) => [heading.replace(ASKING, ''), heading.split('是否')[1] ?? ''])
      .filter((state) => state.length > 1 && !OF_QUESTION.test(state));
  const [yes, no] = [statesOf([label.zh, ...aliases]), statesOf(opposites)];
  const stated = new Map<string, boolean>();
  for (const [states, value] of [
    [yes, true],
    [no, false],
  ] as const)
    for (const state of states) for (const denial of DENIALS) stated.set(denial + state, !value);
  for (const state of yes) stated.set(state, true);
  for (const state of no) stated.set(state, false);
  return stated;
}

/** 是/否, 有/无, yes/no, true/false, 1/0, Y/N. A bare 2 comes from a code table (1 = 是, 2 = 否) and is never guessed. */
export const yesNo: ValueKind<'yes-no'> = {
  kind: 'yes-no',
  plain: ({ ownWords }) => ({ as: 'words', words: [...YES_NO_CHOICES.yes, ...YES_NO_CHOICES.no, ...(ownWords?.keys() ?? [])] }),
  read: (text, column, header) => {
    const own = column.ownWords?.get(comparable(text));
    const value = own === undefined ? (answerOf(text, header) ?? statedBy(text, column)) : (own === 'yes') !== header.inverted;
    if (value !== undefined) return { value };
    return { finding: /^\d+$/.test(text.normalize('NFKC')) ? 'coded-yes-no' : 'not-yes-no' };
  },
};
