import { NOT_KNOWN } from '../amount.ts';
import { above, asDeclared, below, existing, reader, reading } from '../reader.ts';
import type { Reader } from '../reader.ts';
import { WHO_SPEAKS } from '../size-facts.ts';
import type { HouseholdShare, Quantity } from '../village-view.ts';
import { numberOf } from './number-of.ts';

/** A share of households as it is told: by its rows, or by two numbers. */
export type ToldShare = { readonly rows: HouseholdShare } | { readonly part: Quantity; readonly whole: Quantity };

/** The rows of a share of households, where they speak for the columns that tell it and record it. Below the line: those with it and those without. */
export const shareRows = (id: string, by: readonly string[] = []): Reader<HouseholdShare | undefined> => ({
  ...reader(
    {
      uses: [
        ...['yes', 'no', 'answered'].map((part) => `evidence.${id}_${part}`),
        ...by.map((column) => `declared.${column}`),
        ...WHO_SPEAKS,
      ],
    },
    (village) => village.householdShare(id, by),
  ),
  behind: { numerator: existing([`evidence.${id}_yes`]), denominator: [`evidence.${id}_yes`, `evidence.${id}_no`] },
});

/** A share of registered households: by the household rows where they record it, else by the village row's two numbers. */
export function householdShare(id: string, part: string, whole: string): Reader<ToldShare> {
  const by = [part];
  return reading(
    { rows: shareRows(id, by), part: above(asDeclared(numberOf(part, by))), whole: below(asDeclared(numberOf(whole, by))) },
    ({ rows, ...numbers }): ToldShare => (rows ? { rows } : numbers),
  );
}

/** A share of households that only their rows can give. Without them every registered household is unknown. */
export const recordedShare = (id: string): Reader<ToldShare> =>
  reading(
    { rows: shareRows(id), registered: { ...numberOf('registered_poor_households', []), rows: [] } },
    ({ rows, registered }): ToldShare => (rows ? { rows } : { part: NOT_KNOWN, whole: registered }),
  );
