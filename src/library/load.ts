import { UserError } from '../errors.ts';
import { openTables } from '../input/open-table.ts';
import type { OpenOptions, OpenedTable } from '../input/open-table.ts';
import type { Source } from '../input/source.ts';
import type { Text } from '../vocabulary/text.ts';

/** The files that can be read, and what stops the others. */
export interface Loaded {
  readonly opened: readonly OpenedTable[];
  readonly errors: readonly Text[];
}

/** Looks at every file, each through what makes a source of it, so that all that is wrong is said at once. */
export async function load(files: readonly (() => Source | Promise<Source>)[], options: OpenOptions): Promise<Loaded> {
  const opened: OpenedTable[] = [];
  const errors: Text[] = [];
  for (const source of files) {
    try {
      opened.push(...(await openTables(await source(), options)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(...error.texts);
    }
  }
  return { opened, errors };
}
