import type { IsoDate } from '../vocabulary/period.ts';
import type { ExitCode } from './exit-code.ts';
import type { BigIntStats } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { FilesOfRun } from './files-of-run.ts';

/** One of the three streams that every program has. */
export type StandardStream = 'stdin' | 'stdout' | 'stderr';

/** Everything outside the program that a command may touch. Tests hand in their own. */
export interface Surroundings {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today's date: the one thing that a clock decides, whether an acceptance has run out. */
  readonly today: () => IsoDate;
  /** Registers something to be undone on every way out, signals included. */
  readonly onExit: (undo: () => void) => void;
  /** Says which exit status is certain already, for when the output is closed before the end. */
  readonly statusSoFar: (status: ExitCode) => void;
  /** The file behind a standard stream, where there is one. */
  readonly fileOf?: (stream: StandardStream) => BigIntStats | undefined;
  /** Says that the other end of a pipe keeps us waiting (or no longer does): then only a signal itself can end the process. */
  readonly waits?: (begins: boolean) => void;
}

/** The surroundings, and what one run does to the files in them. */
export interface World extends Surroundings {
  readonly files: FilesOfRun;
}
