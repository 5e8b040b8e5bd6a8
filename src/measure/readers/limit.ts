import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { Limit } from '../class-limit.ts';

/** A dated limit of a class of villages, or why there is none. */
export const limit = (id: string): Reader<Limit> => reader({ uses: [] }, (village) => village.limit(id));
