/**
 * What a fact adds up to at a place and in a period. Every part adds, so sums of parts of a file, of files and of places merge in any order.
 * Amounts are in smallest units (fen for money), the others count rows.
 */
export interface Sum {
  /** Weight of the rows for which the fact holds. */
  readonly yes: bigint;
  /** Weight of the rows whose answer is not known. */
  readonly unknown: bigint;
  /** Weight of rejected rows, whatever they would have said. */
  readonly rejected: bigint;
  /** Rows for which the fact holds or may hold, but whose weight is not known. */
  readonly open: bigint;
  /** Rejected rows whose weight cannot be read. */
  readonly rejectedOpen: bigint;
  /** Rows of files that do not have the columns: they say nothing about the fact, neither yes nor no. */
  readonly unrecorded: bigint;
  /** Rows whose weight is a lower bound ("87万多"). */
  readonly atLeast: bigint;
}

export const NOTHING: Sum = {
  yes: 0n,
  unknown: 0n,
  rejected: 0n,
  open: 0n,
  rejectedOpen: 0n,
  unrecorded: 0n,
  atLeast: 0n,
};

/** The parts of a sum, in the order in which tallies write them. */
export const SUM_KEYS = [
  'yes',
  'unknown',
  'rejected',
  'open',
  'rejectedOpen',
  'unrecorded',
  'atLeast',
] as const satisfies readonly (keyof Sum)[];

export function addSums(a: Sum, b: Sum): Sum {
  return {
    yes: a.yes + b.yes,
    unknown: a.unknown + b.unknown,
    rejected: a.rejected + b.rejected,
    open: a.open + b.open,
    rejectedOpen: a.rejectedOpen + b.rejectedOpen,
    unrecorded: a.unrecorded + b.unrecorded,
    atLeast: a.atLeast + b.atLeast,
  };
}
