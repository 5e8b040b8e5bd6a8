import type { Lang } from '../vocabulary/text.ts';
import { withThousands } from './thousands.ts';

/** Digits in threes: 1234567.00 becomes 1,234,567. Of money without fen no fen are said; every other decimal stays. */
export const inThrees = (text: string): string => withThousands(text).replaceAll(/(\d)\.00(?!\d|%| pp| 个百分点)/gu, '$1');

/**
 * The limit of a standard as the heading of a column: ≥50,000 元*. The year that it holds in is said by a note, as is, where it is not `starred`, that its rule was
 * changed.
 */
export function limitText(limit: string, { starred = false }: { readonly starred?: boolean } = {}): string {
  const text = inThrees(limit.replace(/（\d{4}年）| \(\d{4}\)/u, ''));
  return starred ? text : text.replace(/\*$/u, '');
}

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
