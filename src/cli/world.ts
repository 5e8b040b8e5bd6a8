import type { IsoDate } from '../vocabulary/period.ts';
import type { ExitCode } from './exit-code.ts';
import type { Readable, Writable } from 'node:stream';

/** Everything outside the program that a command may touch. Tests hand in their own. */
export interface World {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today's date: the one thing that a clock decides, whether an acceptance has run out. */
  readonly today: () => IsoDate;
  /** Registers something to be undone on every way out, signals included. */
  readonly onExit: (undo: () => void) => void;
  /** Says which exit status is certain already, for when the output is closed before the end. */
  readonly statusSoFar: (status: ExitCode) => void;
}
