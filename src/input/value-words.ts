import { NO_WORDS, STATED_NO_WORDS, STATED_YES_WORDS, YES_WORDS } from '../vocabulary/yes-no.ts';
import { halfWidth } from './cell.ts';
import type { Kind, Kinds } from '../language/column.ts';
import type { HeaderUnit } from './value-kind.ts';

/**
 * The words and signs by which registries say yes, no, none and unknown: one table for every list, choice and yes/no column.
 * All are compared half-width, without blanks, in small letters.
 */
const plainWord = (text: string): string => (PLAIN.test(text) ? text : halfWidth(text).replace(/\s+/gu, '').toLowerCase());
/** Most words need nothing taken off. */
const PLAIN = /^[\u3400-\u9fffa-z0-9]+$/u;
/** Words between blanks; those of several words are written as one. */
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u).map(plainWord));

/** Answers that turn with the question: under an opposite heading (饮水困难 for 饮水安全) 是 and 有 mean no. */
const YES: ReadonlySet<string> = new Set(YES_WORDS.map(plainWord));
const NO: ReadonlySet<string> = new Set(NO_WORDS.map(plainWord));

/** Answers that say themselves what is the case, whatever the heading asks: 安全 is safe, also under 是否危房. */
const STATED_YES: ReadonlySet<string> = new Set(STATED_YES_WORDS.map(plainWord));
const STATED_NO: ReadonlySet<string> = new Set(STATED_NO_WORDS.map(plainWord));

/** Answers that a heading with a word for no in it makes unclear: under 无产业 a 无 may say "none of that" or "no industry". */
const UNCLEAR: ReadonlySet<string> = new Set('有 已有 无 没有 没 未 不 暂无 尚无 暂未 暂没有 目前没有 不存在 none'.split(' '));

/** Signs drawn through a cell where nothing is to be said: slashes, dashes of every width, dots. */
const STRUCK = /^[/⁄∕╱〳\\|\-‐‑‒–—―⸺⸻─━−ー_~～.。…·:;,、¯＿]+$/u;

const NONE = setOf(`
  无 没有 没 暂无 尚无 暂时没有 暂时无 暂没有 目前没有 目前无 暂未 未有 否 不 零 〇 0 0个 0户 0人 0元 0项 0.0 0.00 空 空白 (无) (空)
  [无] 【无】 没得 × ✗ ✕ ✖ ✘ no none nil nothing nobody (none) [none] (blank) 无产业 没有产业 暂无产业 未发展产业
  没有发展产业 无特色产业 无产业项目 暂无产业项目 无项目 未参与产业 未参与 未参加 没参与 没参加 不参与 没有参与 没有参加 未覆盖 不涉及 无种养 无种植养殖 无发展
  noindustry noindustries nohelper nohelpers notpaired notcovered 无帮扶 无帮扶人 无帮扶责任人 无帮扶干部
  无帮扶单位 没有帮扶 没有帮扶人 暂无帮扶 暂无帮扶人 暂无帮扶责任人 暂无帮扶干部 暂无帮扶单位 未结对 未帮扶 未安排 暂未安排 未安排帮扶人 无人帮扶 无责任人 无单位
  无干部 未落实 暂未落实 没落实 尚未落实 未实施 尚未实施 暂未实施 无措施 无帮扶措施 待安排 未指派 没安排 空缺 空岗 无人 无此人 未结对帮扶 无需帮扶 不需要 notassigned vacant 未纳入 未纳入监测 非监测对象 不是监测对象 无监测 非监测户 未监测 无风险 未享受 无任何产业 没有任何产业 没搞产业 未发展 暂未发展 未种植 未养殖 无种植业 无养殖业 无劳力 无劳动力 (空白) none. n f 闲置 在家 无补助 无奖补
`);

const UNKNOWN = setOf(`
  不晓得 待摸底 待确定 未核查 无资料 待调整 已调离 已退休 tba ○ o 〇〇 不详 未详 不祥 未知 不清楚 不知道 不知 不明 情况不明 待定 待查 待核 待核实 待核查 核实中 待补 待补充 待填 待确认 未填 未填报 未填写 未统计 未掌握 未核实
  未定 不确定 说不清 无法核实 缺 缺失 暂缺 无数据 暂无数据 缺数据 不适用 保密 略 同上 同左 〃 ″ " n/a na n.a. n.a n\\a n-a unknown
  notknown notavailable notapplicable notsure unclear unsure null nan nil? undefined missing
  nodata noanswer tbd tbc tobeconfirmed unk don'tknow dk ditto
`);
/** A question mark, alone or behind a sign; stars where something was blacked out. */
const UNKNOWN_SIGNS = /^(?:[/\\-]*[?¿�]+[/\\-]*|\*+|#+|#[a-z0-9/]+[!?]?|[×x]{2,})$/u;

export type Mark = 'none' | 'unknown';

/** What a cell says that holds nothing but a mark: that there is none, or that it is not known. */
export function markOf(text: string): Mark | undefined {
  if (text.length > LONGEST_MARK || (text.length > 4 && IS_DIGIT.test(text))) return undefined;
  const word = plainWord(text);
  if (UNKNOWN.has(word) || UNKNOWN_SIGNS.test(word)) return 'unknown';
  return NONE.has(word) || STRUCK.test(word) || word === '一' ? 'none' : undefined;
}
/** Marks that in a column of numbers may stand for one (a circle for 0, "as above" for the number there), or that a program left by mistake. */
const NONE_OF_NUMBERS = setOf('○ o 〇〇 同上 同左 〃 ″ " ditto 略 nan null nil? undefined');
/** Whether a mark for unknown says so also where a number is wanted. */
export const saysUnknown = (text: string): boolean =>
  markOf(text) === 'unknown' && !NONE_OF_NUMBERS.has(plainWord(text)) && !/^(?:[×x]+|[*#].*)$/u.test(plainWord(text));

/** Ids and phone numbers end with a digit, and marks of some length do not. */
const IS_DIGIT = /\d$/u;
/** No mark is longer. */
const LONGEST_MARK = 24;

/** Every word that may stand in a list and names nothing: for those who must tell names where they lie. */
export const MARK_WORDS: ReadonlySet<string> = new Set([...YES, ...STATED_YES, ...NONE, ...UNKNOWN]);

const PLAIN_NONE = setOf(`无 没有 none`);
/** The usual word for none: as good as any other answer, and nothing to be noted. */
export const isPlainNone = (text: string): boolean => PLAIN_NONE.has(plainWord(text));

/** A sign without a word: in an answer of yes or no it says neither. */
export const isSign = (text: string): boolean => STRUCK.test(plainWord(text));

/** What a word answers to a question; under an opposite heading, to the question that the column asks. */
export function answerOf(text: string, { inverted, negated }: Pick<HeaderUnit, 'inverted' | 'negated'>): boolean | undefined {
  if (text.length > LONGEST_MARK) return undefined;
  const word = plainWord(text);
  if (negated && UNCLEAR.has(word)) return undefined;
  if (YES.has(word)) return !inverted;
  if (NO.has(word)) return inverted;
  return STATED_YES.has(word) ? true : STATED_NO.has(word) ? false : undefined;
}

/** A yes, a tick or a short number: it may say that there is something, or be a code, and never names it. */
export const isNoName = (text: string): boolean =>
  YES.has(plainWord(text)) ||
  STATED_YES.has(plainWord(text)) ||
  /^(?:\d{1,4}(?:\.\d+)?%?|[一二两三四五六七八九十\d]{1,3}[个项种类])$/u.test(plainWord(text));

/** What "none" is, in the kinds of column where registries write nothing for it. */
export const NOTHING: Readonly<Partial<Kinds>> = { list: [], money: { amount: 0n, atLeast: false }, choice: 'none' };

/**
 * In which kinds of column a mark is as good as a blank, where it does not mean none. In a number column a stroke is a finding:
 * it may stand for 0 or for a blank, and the two give other figures. A word that says unknown is so everywhere.
 */
export const MARK_IS_BLANK: Readonly<Record<Kind, boolean>> = {
  'yes-no': true,
  choice: true,
  list: true,
  text: true,
  'text-id': true,
  identity: true,
  rate: true,
  year: true,
  date: true,
  moment: true,
  period: true,
  count: false,
  money: false,
  quantity: false,
};
