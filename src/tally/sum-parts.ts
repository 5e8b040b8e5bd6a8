import type { Sum } from './sum.ts';

/** Which rows add what to a part of a sum. */
export interface SumPart {
  /** Rows that count, rows that were rejected, or both. */
  readonly rows: 'counted' | 'rejected' | 'all';
  /** The table has the columns that the fact needs, or lacks them. */
  readonly columns: 'there' | 'lacking';
  /** What the condition of the fact says of them. A rejected row is not asked. */
  readonly answers?: readonly ('yes' | 'unknown')[];
  /** What their weight is: known, known exactly, known as a lower bound, not known, or not known exactly. Any, where nothing is said. */
  readonly weight?: 'known' | 'exact' | 'lower-bound' | 'unknown' | 'not-exact';
  /** Each adds its weight, or 1. */
  readonly adds: 'weight' | 'row';
}

/**
 * The parts of a sum as data: what an engine that runs elsewhere compiles, one conditional sum for each part. The engine of files adds them up row by
 * row (accumulator.ts); the laws of engines hold both to this.
 */
export const SUM_PARTS: Readonly<Record<keyof Sum, SumPart>> = {
  yes: { rows: 'counted', columns: 'there', answers: ['yes'], weight: 'known', adds: 'weight' },
  unknown: { rows: 'counted', columns: 'there', answers: ['unknown'], weight: 'known', adds: 'weight' },
  rejected: { rows: 'rejected', columns: 'there', weight: 'exact', adds: 'weight' },
  open: { rows: 'counted', columns: 'there', answers: ['yes', 'unknown'], weight: 'unknown', adds: 'row' },
  rejectedOpen: { rows: 'rejected', columns: 'there', weight: 'not-exact', adds: 'row' },
  unrecorded: { rows: 'all', columns: 'lacking', adds: 'row' },
  atLeast: { rows: 'counted', columns: 'there', answers: ['yes'], weight: 'lower-bound', adds: 'row' },
};
