import { reader, those } from '../reader.ts';
import type { Reader } from '../reader.ts';
import { ABSENT_PERSONS, WHO_SPEAKS } from '../size-facts.ts';
import type { Quantity, Weighing } from '../quantity.ts';

/** A number by the rule of evidence: the household rows' where they speak and record it, else the village row's, if it has such a column. */
export const told = (id: string, weight: Weighing = 'households'): Reader<Quantity> =>
  reader(
    {
      uses: [`evidence.${id}`, ...those([`declared.${id}`]), ...WHO_SPEAKS, ...(weight === 'persons' ? ABSENT_PERSONS : [])],
      rows: [`evidence.${id}`, ...those([`declared.${id}`])],
    },
    (village) => village.quantity(id, weight),
  );
