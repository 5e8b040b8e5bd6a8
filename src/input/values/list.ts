import type { CellReading } from '../value-kind.ts';
import type { Column } from '../../language/column.ts';
import type { ChangeCode, ValueKind } from '../value-kind.ts';
import { isNoName, isPlainNone, isSign, markOf } from '../value-words.ts';

/** What registries put between items. A blank stands between two items only where both have more than one character: 张 三 is one name. */
const SEPARATORS =
  /[、，,；;|｜\n\r\t/／\\＼。+＋]|(?<=\p{Script=Han})[&＆.．](?=\p{Script=Han})|(?<=\p{Script=Han}{2})[ \u3000]+(?=\p{Script=Han}{2})/u;
/** Nothing but letters and digits: there is nothing between items. */
const ONE_WORD = /^[\p{L}\d]+$/u;
/** Between the parts of a foreign person's name (阿卜杜拉·买买提), and else between items. */
const DOTS = /[·•・‧]/u;
/** A number before an item: 1.优质稻 2.鸡, ①优质稻②鸡, （1）优质稻. */
const NUMBERED = /(^|[、，,；;|\s/。])\s*(?:\d{1,2}[.．、)）:：]|[（(]\d{1,2}[)）])\s*(?=[\p{Script=Han}\p{L}])/gu;
const CIRCLED = /[\u2460-\u2473\u2776-\u277f]/gu;

/**
 * Several names in one cell: 优质稻、鸡. A mark for none (无, /, 暂无) among them adds nothing, a mark for unknown makes nothing known by itself;
 * a name said twice counts once. A yes, a tick or a bare number names nothing: a finding.
 */
export const list: ValueKind<'list'> = {
  kind: 'list',
  read: (text, column) => readItems(itemsOf(text, column), column),
};

function itemsOf(text: string, { personal }: Column): readonly string[] {
  const whole = markOf(text);
  if (whole || ONE_WORD.test(text)) return [text];
  const split = text.replace(CIRCLED, '、').replace(NUMBERED, '$1、').split(SEPARATORS);
  return (personal ? split : split.flatMap((item) => item.split(DOTS))).map((item) => item.trim()).filter((item) => item !== '');
}

/** Whether what is one item of a list would be one item in a cell too. */
export const isOneItem = (item: string): boolean => itemsOf(item, { personal: 'name' } as Column).length === 1;

function readItems(items: readonly string[], column: Column): CellReading<'list'> {
  const named = new Set<string>();
  const marks = new Set<ChangeCode>();
  let isSaid = false;
  for (const item of items) {
    const mark = column.notItems?.includes(item) ? 'unknown' : markOf(item);
    if (mark === 'none' && isPlainNone(item)) isSaid = true;
    else if (mark) marks.add(mark === 'none' ? 'none-mark' : 'unknown-mark');
    else if (isNoName(item)) return { finding: 'no-name' };
    else named.add(item);
  }
  const changed = [...marks];
  const said = changed.length > 0 && { changed };
  if (named.size > 0) return { value: [...named], ...said };
  // A stroke is none where a blank is; a word for none says it in any list.
  const isNone = isSaid || column.blankMeansNone === true || !items.every(isSign);
  return marks.has('unknown-mark') || !isNone ? { blank: true, changed } : { value: [], ...said };
}
