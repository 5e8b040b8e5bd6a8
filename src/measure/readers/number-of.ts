import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import { WHO_SPEAKS } from '../size-facts.ts';
import type { Quantity } from '../quantity.ts';

/** A number of households for a formula that may mix what households and village say. */
export interface NumberOf extends Quantity {
  /** Whether whoever speaks for it has a column for it: without one no cell could ever tell. */
  readonly hasColumn: boolean;
}

/** One number of a figure that is told by several. `by`: the columns by which the village tells the whole figure. */
export const numberOf = (id: string, by: readonly string[]): Reader<NumberOf> =>
  reader(
    {
      uses: [`declared.${id}`, `evidence.${id}`, ...by.map((column) => `declared.${column}`), ...WHO_SPEAKS],
      rows: [`evidence.${id}`, `declared.${id}`],
    },
    (village) => ({ ...village.number(id, by), readable: village.readable(id), hasColumn: !village.hasNoColumn(id, by) }),
  );
