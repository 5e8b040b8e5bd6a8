import type { Tallies } from '../tally/tally.ts';
import type { Report } from './report.ts';

/** What a format may need to know about where it is written to. */
export interface Surface {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** For CSV: a row per place and metric. */
  readonly long: boolean;
}

/** A way to write a report. It places texts; it computes nothing. */
export interface Format {
  readonly id: string;
  /** The ending of an output file that means this format. */
  readonly ending: string | undefined;
  readonly write: (report: Report, tallies: Tallies, surface: Surface) => string;
}
