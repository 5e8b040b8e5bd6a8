import type { Found } from '../input/findings.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { shownValue } from '../input/read-table.ts';
import { originOf } from '../input/record-file.ts';
import type { ReadRow } from '../input/read-table.ts';
import type { RunContext } from './row-counter.ts';
import { writtenPlace } from './row-places.ts';

/** Judges the rows of a project file against the rest of the run. */
export class ProjectCounter {
  accepted = 0;
  rejected = 0;
  shorter = 0;
  readonly #file: OpenedTable;
  readonly #context: RunContext;
  readonly #found: Found;
  readonly #from: number;

  constructor(file: OpenedTable, context: RunContext, found: Found) {
    this.#file = file;
    this.#context = context;
    this.#found = found;
    this.#from = context.duplicates.begin(file.file);
  }

  /** Counts one row, in the order of the file. */
  take({ row, position, key, rejected, shifted }: ReadRow): void {
    let counts = !rejected;
    if (!shifted) {
      const at = { ...originOf(this.#file), ...position, key: key() };
      for (const village of (row.village ?? []) as readonly string[]) {
        const { finding } = this.#context.places.placeOf({ ...writtenPlace(row), village });
        if (finding?.severity === 'error') counts = false;
        if (finding) this.#found({ ...at, ...finding });
      }
      const twin =
        typeof row.project_id === 'string' && typeof row.period === 'string'
          ? this.#context.duplicates.twinOf(`projects ${row.period}`, row.project_id, this.#from, position.row)
          : undefined;
      if (twin) {
        counts = false;
        const name = { zh: ` ${twin.file} 第 ${twin.row} 行`, en: `${twin.file} row ${twin.row}` };
        this.#found({
          ...at,
          code: 'duplicate-project',
          severity: 'error',
          column: 'project_id',
          value: shownValue(row.project_id as string, undefined),
          arguments: { twin: name },
        });
      }
    }
    if (counts) this.accepted++;
    else this.rejected++;
  }
}
