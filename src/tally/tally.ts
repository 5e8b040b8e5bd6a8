import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Parameters } from './condition.ts';
import type { Sum } from './sum.ts';

/** The sums of facts, by `origin.id`. A fact that no row spoke of is absent. */
export type Facts = ReadonlyMap<string, Sum>;

/** What the rows of one place and period add up to. */
export interface Tally {
  readonly place: Place;
  readonly period: Period;
  readonly facts: Facts;
  /** The dated numbers that were used in the tallying. */
  readonly parameters: Parameters;
  /** SHA-256 of the files that had rows of this place and period. */
  readonly inputs: ReadonlySet<string>;
}

/** Rejected rows whose village or period cannot be read: they may belong to any village, any period, of their file. */
export interface Unplaced {
  /** SHA-256 of the file. */
  readonly input: string;
  readonly place: Place | undefined;
  readonly period: Period | undefined;
  readonly facts: Facts;
}

/** One input file, as it was read. */
export interface Input {
  readonly file: string;
  readonly table: TableId;
  readonly encoding: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly sha256: string;
  /** What was understood in reading it. */
  readonly notes: readonly Text[];
}

/** Everything that the files add up to. */
export interface Tallies {
  /** By place in the order of the village file (others after them, by name), then by period. */
  readonly tallies: readonly Tally[];
  readonly unplaced: readonly Unplaced[];
  readonly inputs: readonly Input[];
}
