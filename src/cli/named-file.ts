import type { TableId } from '../vocabulary/table.ts';

/** A file named on the command line, and the table it is said to hold. */
export interface NamedFile {
  readonly file: string;
  readonly declared?: TableId | undefined;
}
