import type { Sum } from '../../tally/sum.ts';
import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';

/** A sum of the household rows as it is, whoever's word is taken; nothing where there are none. */
export const evidence = (id: string): Reader<Sum> =>
  reader({ uses: [`evidence.${id}`], rows: [`evidence.${id}`] }, (village) => village.evidence(id));
