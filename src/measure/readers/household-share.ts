import { NOT_KNOWN } from '../amount.ts';
import { above, apart, asDeclared, below, existing, reader, reading } from '../reader.ts';
import type { Reader } from '../reader.ts';
import { WHO_SPEAKS } from '../size-facts.ts';
import type { HouseholdShare, Quantity } from '../quantity.ts';
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

/** The rows of a share where there are any, else the numbers: these are only read where they are wanted. */
function rowsElse<T>(rows: Reader<HouseholdShare | undefined>, numbers: Reader<T>): Reader<{ readonly rows: HouseholdShare } | T> {
  return {
    ...reading({ rows, numbers }, (read) => read.numbers),
    read: (village) => {
      const found = rows.read(village);
      return found ? { rows: found } : numbers.read(village);
    },
  };
}

/** A share of registered households: by the household rows where they record it, else by the village row's two numbers. */
export function householdShare(id: string, part: string, whole: string): Reader<ToldShare> {
  const by = [part];
  const numbers = reading({ part: above(asDeclared(numberOf(part, by))), whole: below(asDeclared(numberOf(whole, by))) }, (read) => read);
  return rowsElse(shareRows(id, by), numbers);
}

/** A share of households that only their rows can give. Without them every registered household is unknown. */
export const recordedShare = (id: string): Reader<ToldShare> =>
  rowsElse(
    shareRows(id),
    reading({ whole: apart(numberOf('registered_poor_households', [])) }, ({ whole }) => ({ part: NOT_KNOWN, whole })),
  );
