import type { Sum } from '../tally/sum.ts';
import type { Evidence } from './reason.ts';

/** What a household weighs in a sum: 1 (of those registered, or of all that there are), its persons, or an amount of money. */
export type Weighing = 'households' | 'all-households' | 'persons' | 'yuan';

/** A number that a village states or that its households add up to, with what it could be. */
export interface Quantity {
  readonly value: bigint | undefined;
  readonly low: bigint;
  readonly high: bigint | 'open';
  readonly atLeast: boolean;
  readonly evidence: Evidence | undefined;
  readonly missing: bigint;
  readonly rejected: bigint;
  /** The number in the village row, or in a rejected one whose cell can be read: what a bound may rest on. */
  readonly readable?: bigint | undefined;
}

/** A number of which nothing is known. */
export const UNKNOWN: Quantity = {
  value: undefined,
  low: 0n,
  high: 'open',
  atLeast: false,
  evidence: undefined,
  missing: 0n,
  rejected: 0n,
};

/** The three sums of a share of households, as the household rows give them. */
export interface HouseholdShare {
  readonly yes: Sum;
  readonly no: Sum;
  readonly answered: Sum;
  /** Registered households that have no row. */
  readonly absent: bigint;
}
