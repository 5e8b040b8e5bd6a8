import { PARAMETER_IDS } from '../language/condition.ts';
import type { ParameterId, Parameters } from '../language/condition.ts';
import { isIsoDate } from '../vocabulary/period.ts';

/** The parameters of a tally as one cell: `poverty_line=400000;as_of=2020-12-31`, numbers in their smallest unit. */
export const writeParameters = (parameters: Parameters): string =>
  [...PARAMETER_IDS, 'as_of' as const].flatMap((id) => (parameters[id] === undefined ? [] : [`${id}=${parameters[id]}`])).join(';');

/** Reads such a cell; what it does not know is left alone. */
export function readParameters(cell: string): Parameters {
  const entries = cell.split(';').map((entry) => entry.split('=') as [string, string?]);
  const numbers: Partial<Record<ParameterId, bigint>> = {};
  for (const id of PARAMETER_IDS) {
    const written = entries.find(([name]) => name === id)?.[1];
    if (written !== undefined && /^\d+$/u.test(written)) numbers[id] = BigInt(written);
  }
  const day = entries.find(([name]) => name === 'as_of')?.[1];
  return { ...numbers, ...(day !== undefined && isIsoDate(day) && { as_of: day }) };
}
