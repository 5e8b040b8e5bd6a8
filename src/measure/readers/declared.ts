import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { Quantity } from '../quantity.ts';

/** What the village row says, whatever the households do. */
export const declared = (id: string): Reader<Quantity> =>
  reader({ uses: ['declared.rows', `declared.${id}`], rows: [`declared.${id}`] }, (village) => village.declared(id));
