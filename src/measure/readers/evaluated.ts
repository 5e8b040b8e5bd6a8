import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { Quantity } from '../quantity.ts';

/** What the row of a county says of its evaluation. */
export const evaluated = (id: string): Reader<Quantity> =>
  reader({ uses: ['evaluation.rows', `evaluation.${id}`], rows: [`evaluation.${id}`] }, (county) => county.evaluated(id));
