import { UserError } from '../errors.ts';
import { openTables } from '../input/open-table.ts';
import type { OpenOptions, OpenedTable } from '../input/open-table.ts';
import type { Text } from '../vocabulary/text.ts';
import { openSource } from './io.ts';
import type { NamedFile } from './io.ts';
import type { World } from './world.ts';

/** The files that can be read, and what stops the others. */
export interface Loaded {
  readonly opened: readonly OpenedTable[];
  readonly errors: readonly Text[];
}

/** Looks at every file, so that all that is wrong is said at once. */
export async function load(files: readonly NamedFile[], options: OpenOptions, world: World): Promise<Loaded> {
  const opened: OpenedTable[] = [];
  const errors: Text[] = [];
  for (const file of files) {
    try {
      opened.push(...(await openTables(await openSource(file, world), options)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(...error.texts);
    }
  }
  return { opened, errors };
}
