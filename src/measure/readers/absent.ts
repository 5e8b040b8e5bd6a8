import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import { ABSENT_PERSONS, WHO_SPEAKS } from '../size-facts.ts';

/** Registered households that the village declares and that have no row: nothing is known of them. */
export const absentHouseholds: Reader<bigint> = reader({ uses: WHO_SPEAKS }, (village) => village.absentHouseholds);

/** The persons in them. `open`: nobody says how many. */
export const absentPersons: Reader<bigint | 'open'> = reader(
  { uses: [...WHO_SPEAKS, ...ABSENT_PERSONS] },
  (village) => village.absentPersons,
);
