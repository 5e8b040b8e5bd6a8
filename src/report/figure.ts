import type { Figure } from '../page/page.ts';
import type { ReportCell } from './report.ts';
import { withThousands } from './thousands.ts';

/** A cell in one line: the number, the counts that it is made of, and what is short. */
export function figureOf(cell: ReportCell): Figure {
  const { value, counts, missing, verdict } = cell;
  const division = counts?.division;
  return {
    value: value === null ? possible(cell) : `${openSign(cell)}${withThousands(cell.text.replace(/ \(.*×\)$/u, ''))}`,
    counts: division === undefined ? undefined : division.split('/').map(withThousands).join('/'),
    unknown: division !== undefined && missing > 0 ? `+${withThousands(String(missing))}?` : undefined,
    aside: verdict?.shortfall ?? verdict?.exactly,
  };
}

/** What stands in place of a number: what it could be, as far as that is known. */
function possible({ range, low, high, plainLow, plainHigh, metric }: ReportCell): string {
  if (range === undefined) return '—';
  const unit = metric.unit === 'share' ? '%' : '';
  if (low === null) return `≤${withThousands(plainHigh)}${unit}`;
  if (high === null) return `≥${withThousands(plainLow)}${unit}`;
  return `${withThousands(plainLow)}–${withThousands(plainHigh)}${unit}`;
}

/** A number that can only be more, or only be less, says so. */
const openSign = ({ range, value, low, high, marks }: ReportCell): string => {
  if (range === undefined || marks.includes('at-least') || marks.includes('at-most')) return '';
  if (high === null && low === value) return '≥';
  return low === null && high === value ? '≤' : '';
};
