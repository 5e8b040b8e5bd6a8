import type { Lang } from '../vocabulary/text.ts';
import { withThousands } from './thousands.ts';

/** Digits in threes: 1234567.00 becomes 1,234,567. Of money without fen no fen are said; every other decimal stays. */
export const inThrees = (text: string): string => withThousands(text).replaceAll(/(\d)\.00(?!\d|%| pp| 个百分点)/gu, '$1');

/** The mark of a standard as it stands over a column: without the sign that its rule was changed and the year that it holds in, which a note says. */
export const limitText = (limit: string): string => inThrees(limit.replace(/\*$/u, '').replace(/（\d{4}年）$| \(\d{4}\)$/u, ''));

const WAN = 10_000;
const MILLION = 1_000_000;
const THOUSAND = 1000;

/**
 * Money in few digits, for a large figure or a chart: 2,871.41 万, 28.71 million. The exact number stands beside it or in the table. `scaledAs`: the number whose
 * scale is taken, where several stand below each other.
 */
export function shortMoney(
  value: number,
  lang: Lang,
  { decimals = 2, scaledAs = value }: { readonly decimals?: number; readonly scaledAs?: number } = {},
): { readonly number: string; readonly scale: string } {
  const size = Math.abs(scaledAs);
  const scales = { zh: [10 * WAN, WAN, '万'], en: [MILLION, MILLION, ' million'] } as const;
  const [from, large, name] = scales[lang];
  const [by, scale] = size >= from ? [large, name] : [1, ''];
  const digits = by === 1 && Number.isInteger(value) ? 0 : decimals;
  return { number: withThousands((value / by).toFixed(digits)).replace('-', '−'), scale };
}

/** The words of a tick: 20万, 200k, 60%. */
export function tickText(value: number, unit: string, lang: Lang): string {
  const plain = (number: number): string => inThrees(String(Number(number.toPrecision(6)))).replace('-', '−');
  if (unit === 'share') return `${plain(value * 100)}%`;
  const size = Math.abs(value);
  if (lang === 'zh') return size >= WAN ? `${plain(value / WAN)}万` : plain(value);
  return size >= MILLION ? `${plain(value / MILLION)}m` : size >= 10 * THOUSAND ? `${plain(value / THOUSAND)}k` : plain(value);
}
