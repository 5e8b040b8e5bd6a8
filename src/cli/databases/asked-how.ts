import type { Credentials } from './credentials.ts';

/** How a database is asked. */
export interface AskedHow {
  readonly credentials: Credentials;
  readonly maxRefused: number;
  /** Seconds that one statement may take. */
  readonly seconds: number;
  /** What to do on every way out. */
  readonly onExit: (undo: () => void) => void;
}
