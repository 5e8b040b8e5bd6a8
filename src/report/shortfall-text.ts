import type { Verdict } from '../measure/judge.ts';
import { unitNameFor } from '../vocabulary/terms.ts';
import type { Terms } from '../vocabulary/terms.ts';
import type { Lang } from '../vocabulary/text.ts';
import { formatCount } from './format-value.ts';
import { inThrees } from './number-words.ts';

const FEN = 100n;

/** How far a number is from a mark that it does not meet: 差 6,600 元, 1 child too many. Nothing where it is met, or where nobody can say. */
export function shortfallText(
  { standard: { comparison }, met, shortBy, shortIsLeast }: Verdict,
  lang: Lang,
  terms: Terms,
): string | undefined {
  if (met !== 'no' || !shortBy || shortBy.amount <= 0n) return undefined;
  const { amount, unit } = shortBy;
  const number = inThrees(formatCount(amount, unit));
  const counted = unitNameFor(unit, unit === 'yuan' ? amount / FEN : amount, terms)[lang];
  const isShort = comparison === 'at-least' || comparison === 'above';
  if (lang === 'zh') return `${shortIsLeast ? '至少' : ''}${isShort ? '差' : '多'} ${number} ${counted}`;
  return `${shortIsLeast ? 'at least ' : ''}${number} ${counted} ${isShort ? 'short' : 'too many'}`;
}
