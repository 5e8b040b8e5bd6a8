import type { Found } from '../../input/finding.ts';
import type { OpenedTable } from '../../input/open-table.ts';
import type { Place } from '../../vocabulary/place.ts';
import type { AnsweredFile, RowQuery } from '../row-query.ts';
import type { Input, Tally, Unplaced } from '../tally.ts';
import type { Told } from '../told.ts';

/** What must be known of a table before its first row is counted. */
export interface Survey {
  /** The places that its rows name, as they are written, each writing at least once. */
  readonly places: readonly Place[];
}

/** What a table of households comes to. */
export interface Sums {
  /** How it was read, how many rows counted, how many were rejected. */
  readonly input: Input;
  readonly tallies: readonly Tally[];
  readonly unplaced: readonly Unplaced[];
}

/** One reading of a table: what it adds up to, and what its rows answer. Whether that takes one pass or several is the engine's own matter. */
export interface Reading {
  readonly sums: Sums;
  /** The answer to a query of the run; nothing where it is of another table. */
  readonly rows: (query: RowQuery) => readonly AnsweredFile[];
}

/**
 * The seam: who adds up the rows of households, of which there are millions. Everything else is common to all engines: the order of the files,
 * villages, projects, refusals, what two tables say of the same thing.
 *
 * What an engine is told is data: facts, queries, villages by the ways in which rows name them, dated numbers by place and period.
 * The laws that hold for every engine are in test/tally/engines.
 */
export interface Engine {
  readonly id: string;
  /** Looks for the places of a table, where no other table tells the villages. */
  readonly survey: (table: OpenedTable, told: Pick<Told, 'plainRows'>) => Promise<Survey>;
  /** Adds up a table and answers the queries. Findings leave in the order of its rows. */
  readonly read: (table: OpenedTable, told: Told, found: Found, progress?: (rows: number) => void) => Promise<Reading>;
}
