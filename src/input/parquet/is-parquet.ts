import { Buffer } from 'node:buffer';

/** How a Parquet file begins and ends. */
export const MARK = Buffer.from('PAR1');
const LOCKED = Buffer.from('PARE');

const beginsWith = (first: Uint8Array, mark: Uint8Array): boolean => mark.every((byte, index) => first[index] === byte);

/** Whether the first bytes are those of a Parquet file, one that is locked with a key among them. */
export const isParquet = (first: Uint8Array): boolean => beginsWith(first, MARK) || beginsWith(first, LOCKED);

/** Whether even the description of a Parquet file is locked with a key. */
export const isLocked = (first: Uint8Array): boolean => beginsWith(first, LOCKED);
