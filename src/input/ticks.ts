import type { Kind, Kinds } from '../language/column.ts';
import { cellText, isBlank } from './cell.ts';
import type { Heading } from './heading.ts';
import { NoDataRows } from './no-data-rows.ts';
import type { OpenedTable } from './open-table.ts';
import { unreadable } from './unreadable.ts';

const TICK = /^[√✓✔☑✅]$/u;

/**
 * What a blank says in a column of nothing but ticks and blanks: the opposite of what a tick says there, so that under a heading that asks
 * the opposite (是否危房) it is the good answer. Undefined where ticks cannot tell it: a blank under 义务教育有保障 may be a household without pupils.
 */
export function blankAmongTicks({ definition, unit }: Pick<Heading, 'definition' | 'unit'>): Kinds[Kind] | undefined {
  if (definition.kind === 'yes-no') return unit.inverted;
  if (definition.kind !== 'choice') return undefined;
  return unit.codes?.否 ?? (unit.inverted ? 'yes' : undefined);
}

const mayBeTicked = (heading: Heading): boolean => blankAmongTicks(heading) !== undefined;

/** Looks for columns that from the first row to the last hold nothing but ticks and blanks. */
export class TickColumns {
  /** Those that may still be one, and whether there was a tick. */
  readonly #ticked: Map<string, boolean>;

  constructor(headings: readonly Heading[]) {
    this.#ticked = new Map(headings.filter(mayBeTicked).map(({ column }) => [column, false]));
  }

  see(cells: Readonly<Record<string, string>>): void {
    for (const column of this.#ticked.keys()) {
      const cell = cells[column]!;
      if (isBlank(cell) || unreadable(cell) !== undefined) continue;
      if (TICK.test(cellText(cell))) this.#ticked.set(column, true);
      else this.#ticked.delete(column);
    }
  }

  /** The columns that were ticked. */
  get columns(): readonly string[] {
    return [...this.#ticked].flatMap(([column, ticked]) => (ticked ? [column] : []));
  }
}

/**
 * The file with its ticked columns marked, as far as a row needs them: a blank there would be an error before the last row tells that it is an answer.
 * Only such a file is looked through beforehand.
 */
export async function withRequiredTicks(opened: OpenedTable): Promise<OpenedTable> {
  const asked = opened.headings.filter((heading) => heading.definition.required && !heading.unit.ticked && mayBeTicked(heading));
  // Who reads some rows of a database has looked at all of them.
  if (asked.length === 0 || opened.database) return opened;
  const ticks = new TickColumns(asked);
  const noData = new NoDataRows(opened.table, opened.headings, opened.header);
  let record = -1;
  for await (const batch of opened.records()) {
    for (const written of batch.records) {
      const cells = noData.inOrder(written);
      record++;
      if (record <= opened.headerRecord || cells.every(isBlank) || noData.of(cells)) continue;
      ticks.see(Object.fromEntries(asked.map(({ column, index }) => [column, cells[index] ?? ''])));
    }
  }
  return withTicks(opened, ticks.columns);
}

/** The file with the given columns read as ticked. */
export const withTicks = (opened: OpenedTable, columns: readonly string[]): OpenedTable =>
  columns.length === 0
    ? opened
    : {
        ...opened,
        headings: opened.headings.map((heading) =>
          columns.includes(heading.column) ? { ...heading, unit: { ...heading.unit, ticked: true } } : heading,
        ),
      };
