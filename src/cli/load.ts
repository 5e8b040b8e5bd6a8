import { UserError } from '../errors.ts';
import { unusedHeadings } from '../input/office-words.ts';
import type { OwnHeading } from '../input/office-words.ts';
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

/** Looks at every file, so that all that is wrong is said at once. `asked`: headings that the command line says some file has. */
export async function load(files: readonly NamedFile[], options: OpenOptions, asked: readonly OwnHeading[], world: World): Promise<Loaded> {
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
  const notes = unusedHeadings(asked, opened).map(({ heading }) => ({
    zh: `--map：文件里没有表头“${heading}”`,
    en: `--map: no file has the heading "${heading}"`,
  }));
  const [first, ...others] = opened;
  return { opened: first && notes.length > 0 ? [{ ...first, notes: [...first.notes, ...notes] }, ...others] : opened, errors };
}
