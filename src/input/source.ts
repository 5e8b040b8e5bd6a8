import type { DatabaseTable } from './database-table.ts';
import type { TableId } from '../vocabulary/table.ts';

/** A file that can be read more than once, from its beginning. Who opens it knows about paths; nobody else does. */
export interface Source {
  /** The name as it was given, `-` for standard input. */
  readonly file: string;
  /** The table that the user says it holds. */
  readonly declared?: TableId | undefined;
  /** `passing`: each piece is done with before the next is asked for, so that its memory may be used again. */
  readonly open: (passing?: 'passing') => AsyncIterable<Uint8Array>;
  /** The table of a database that it is: then there are no bytes. */
  readonly database?: DatabaseTable | undefined;
}
