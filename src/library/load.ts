import { UserError } from '../errors.ts';
import { unusedHeadings } from '../input/office-words.ts';
import type { OwnHeading } from '../input/office-words.ts';
import { openTables } from '../input/open-table.ts';
import type { OpenOptions, OpenedTable } from '../input/open-table.ts';
import type { Source } from '../input/source.ts';
import type { Text } from '../vocabulary/text.ts';

/** The files that can be read, and what stops the others. */
export interface Loaded {
  readonly opened: readonly OpenedTable[];
  readonly errors: readonly Text[];
}

/**
 * Looks at every file, each through what makes a source of it, so that all that is wrong is said at once.
 * `asked`: headings that the command line says some file has.
 */
export async function load(
  files: readonly (() => Source | Promise<Source>)[],
  options: OpenOptions,
  asked: readonly OwnHeading[] = [],
): Promise<Loaded> {
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
  const notes = unusedHeadings(asked, opened).map(({ heading }) => ({
    zh: `--map：文件里没有表头“${heading}”`,
    en: `--map: no file has the heading "${heading}"`,
  }));
  const [first, ...others] = opened;
  return { opened: first && notes.length > 0 ? [{ ...first, notes: [...first.notes, ...notes] }, ...others] : opened, errors };
}
