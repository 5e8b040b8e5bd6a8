import type { Unit } from '../../vocabulary/unit.ts';
import type { ReportMetric } from '../../report/report.ts';
import type { CellKind } from '../../page/sheets.ts';

/** How a number of a metric is shown in a cell. */
export function kindOfMetric({ shape, unit }: Pick<ReportMetric, 'shape' | 'unit'>): CellKind {
  if (unit === 'share') return shape === 'growth' ? 'growth' : 'share';
  return kindOfUnit(unit);
}

/** How a count, or a sum of money, is shown in a cell. */
export const kindOfUnit = (unit: Unit): CellKind => (unit === 'yuan' ? 'money' : unit === 'per-helper' ? 'decimal' : 'count');
