import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { ClassLimit } from '../standards-at.ts';

/** A dated limit of a class of villages, or why there is none. */
export const limit = (id: string): Reader<ClassLimit> => reader({ uses: [] }, (village) => village.limit(id));
