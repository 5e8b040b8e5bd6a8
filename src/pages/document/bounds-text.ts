import type { Lang } from '../../vocabulary/text.ts';
import { inThrees } from '../../report/number-words.ts';
import type { ReportCell } from '../../report/report.ts';

/** A number without its unit as it is read: 95.78%, 82,000. */
export const written = (plain: string, { metric }: Pick<ReportCell, 'metric'>): string =>
  metric.unit === 'share' ? `${inThrees(plain)}%` : inThrees(plain);

/** What a number could be: 81.79%–88.24%, ≤3.09% (low end open). Nothing where it is certain, or where it could be anything. */
export function boundsText(cell: ReportCell, lang: Lang): string | undefined {
  const { value, low, high, plainLow, plainHigh } = cell;
  if (low === null && high === null) return undefined;
  if (value === null && low === 0 && (high === 1 || high === null)) return undefined;
  if (value !== null && low === value && high === value) return undefined;
  const [from, to] = [written(plainLow, cell), written(plainHigh, cell)];
  if (low === null) return `≤${to}${{ zh: '（下限不定）', en: ' (low end open)' }[lang]}`;
  // A lower bound says it by its own sign.
  if (high === null)
    return low === value && cell.marks.includes('at-least') ? undefined : `≥${from}${{ zh: '（上限不定）', en: ' (high end open)' }[lang]}`;
  return `${from}–${to}`;
}
