import { above, apart, reading } from './reader.ts';
import { declared } from './readers/index.ts';
import type { Quantity } from './quantity.ts';

/**
 * The operating income of the village collective (村集体经营性收入), in fen: operating, contract, investment and other operating income. Subsidies are no
 * part of it. Where a part is not known, the parts that are known are the least that it can be; a total that the village gives stands then instead.
 * Source: 湖南农业科学 2022-11 (fx361.cc/page/2022/1220/20690495.shtml): 经营收入、发包及上交收入、投资收益、其他经营收入.
 */
export const operatingIncome = reading(
  {
    operating: above(declared('operating_income')),
    contract: above(declared('contract_income')),
    investment: above(declared('investment_income')),
    other: above(declared('other_income')),
    total: apart(declared('collective_operating_income')),
  },
  ({ total, ...parts }): OperatingIncome => sumOrTotal(Object.values(parts), total),
);

/** Operating income, and whether the village's own total tells it. */
export interface OperatingIncome extends Quantity {
  readonly byTotal: boolean;
}

/** The rows behind it where the total tells it. */
export const byTheTotal = { numerator: ['declared.collective_operating_income'] } as const;

function sumOrTotal(parts: readonly Quantity[], total: Quantity): OperatingIncome {
  const known = parts.flatMap(({ value }) => value ?? []);
  if (known.length < parts.length && total.value !== undefined) return { ...total, byTotal: true };
  const isOpen = parts.some(({ high }) => high === 'open');
  return {
    byTotal: false,
    value: known.length === 0 ? undefined : added(known),
    low: added(parts.map(({ low }) => low)),
    high: isOpen ? 'open' : added(parts.map(({ high }) => high as bigint)),
    atLeast: known.length < parts.length || parts.some(({ atLeast }) => atLeast),
    evidence: known.length === 0 ? undefined : 'villages',
    // It is one number of one village, whatever of it is not known.
    missing: parts.some(({ missing }) => missing > 0n) || (known.length > 0 && known.length < parts.length) ? 1n : 0n,
    rejected: parts.reduce((most, { rejected }) => (rejected > most ? rejected : most), 0n),
  };
}

const added = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
