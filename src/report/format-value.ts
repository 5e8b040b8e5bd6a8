import { QUANTITY_PLACES } from '../input/values/quantity.ts';
import { estimatorOf } from '../measure/estimators/index.ts';
import type { Measured } from '../measure/measured.ts';
import type { Metric } from '../measure/metric.ts';
import { toDecimal, toNumber } from '../vocabulary/fraction.ts';
import type { Fraction } from '../vocabulary/fraction.ts';
import { smallestIn } from '../vocabulary/unit.ts';
import type { Unit } from '../vocabulary/unit.ts';

/** A bare amount as a fraction of its printed unit. */
const amount = (smallest: bigint, unit: Unit): Fraction => ({ numerator: smallest, denominator: smallestIn(unit) });

/** A metric's value as a fraction of its printed unit: a share of 1, yuan, households. */
export const asFraction = (metric: Metric, value: Fraction): Fraction => estimatorOf(metric).inUnit(value, metric.unit);

/** The nearest double, in the printed unit; null where there is none. */
export const asNumber = (metric: Metric, value: Fraction | undefined): number | null =>
  value === undefined ? null : (toNumber(asFraction(metric, value)) ?? null);

/** A count or a sum of money as a number in its printed unit. */
export const countAsNumber = (smallest: bigint, unit: Unit): number => toNumber(amount(smallest, unit))!;

/** A count or a sum of money with just the decimals of its unit: 159, 82000.00. */
export const formatCount = (smallest: bigint, unit: Unit): string => toDecimal(amount(smallest, unit), unit === 'yuan' ? 2 : 0);

/** A share in per cent, two decimals, rounded half away from zero on the exact value: 95.78. */
export const formatPercent = ({ numerator, denominator }: Fraction): string => toDecimal({ numerator: numerator * 100n, denominator }, 2);

const UNROUNDED_PLACES = 4;

/** A share in per cent with four decimals, cut off and not rounded; "…" where more follow. */
export function formatUnrounded({ numerator, denominator }: Fraction): string {
  const scale = 10n ** BigInt(UNROUNDED_PLACES);
  const scaled = numerator * 100n * scale;
  const digits = toDecimal({ numerator: scaled / denominator, denominator: scale }, UNROUNDED_PLACES);
  return scaled % denominator === 0n ? `${digits.replace(/\.?0+$/u, '')}%` : `${digits}…%`;
}

/** A value without its unit sign, as the columns of CSV hold it: 95.78 (per cent), 82000.00 (yuan), 12 (households). */
export function formatPlain(metric: Metric, value: Fraction): string {
  const { unit } = metric;
  return unit === 'share' ? formatPercent(value) : toDecimal(asFraction(metric, value), estimatorOf(metric).decimals(unit));
}

/** A quantity (mu, head, m²) with the decimals that it has. */
export const formatQuantity = (smallest: bigint): string =>
  toDecimal({ numerator: smallest, denominator: 10n ** BigInt(QUANTITY_PLACES) }, QUANTITY_PLACES).replace(/\.?0+$/u, '');

/** A value as a person reads it: 95.78%, 82000.00, +2439.02% (25.39×). */
export const formatValue = (metric: Metric, value: Fraction): string =>
  estimatorOf(metric).written(formatPlain(metric, value), value, metric.unit);

/** A value as a person reads it, with "≥" where it is a lower bound. */
export const formatMeasured = ({ metric, value, marks }: Measured): string =>
  value === undefined ? '—' : `${signOf(marks)}${formatValue(metric, value)}`;

const signOf = (marks: Measured['marks']): string => (marks.includes('at-least') ? '≥' : marks.includes('at-most') ? '≤' : '');
