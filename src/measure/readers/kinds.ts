import { factKey } from '../../language/fact.ts';
import { countedPersons } from '../../tally/personal.ts';
import type { Sum } from '../../tally/sum.ts';
import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';

/** Sums of household rows by the names of a breakdown. */
export type Kinds = ReadonlyMap<string, Sum>;

/** A breakdown of household rows, by its names. */
export const kinds = (id: string): Reader<Kinds> => reader({ uses: [`evidence.${id}`] }, (village) => village.kinds(id));

/** How many names there are. */
export interface NumberOfNames {
  readonly all: bigint;
  /** By the first list of a combination. */
  readonly byUnit: Kinds;
}

/** How many persons a breakdown names, where tallies hold their number and not their names. */
export function countedNames(id: string): Reader<NumberOfNames> {
  const counted = countedPersons({ id, origin: 'evidence' });
  return reader({ uses: [factKey({ id, origin: 'evidence' })] }, (village) => ({
    all: village.evidence(counted.id).yes,
    byUnit: village.kinds(counted.id),
  }));
}
