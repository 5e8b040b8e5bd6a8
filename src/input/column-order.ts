import type { TableId } from '../vocabulary/table.ts';
import type { HeaderReading } from './headers.ts';
import type { Heading } from './heading.ts';

/** The header that a file began with. */
interface FirstHeader {
  readonly table: TableId;
  readonly headings: readonly Heading[];
  readonly width: number;
}

/**
 * Where each cell of the first header's order stands below a header further down that has the same columns, read in the same way, in another order.
 * Nothing where a column, a unit or a question is another: then it begins another table.
 */
export function orderUnder({ table: { id }, headings }: HeaderReading, first: FirstHeader): readonly number[] | undefined {
  if (id !== first.table || headings.length !== first.headings.length) return undefined;
  const at = new Map<number, number>();
  for (const heading of first.headings) {
    const here = headings.find(({ column }) => column === heading.column);
    if (!here || here.index >= first.width || !isReadAlike(here, heading)) return undefined;
    at.set(heading.index, here.index);
  }
  const taken = new Set(at.values());
  const others = Array.from({ length: first.width }, (_, index) => index).filter((index) => !taken.has(index));
  return Array.from({ length: first.width }, (_, index) => at.get(index) ?? others.shift()!);
}

const isReadAlike = (here: Heading, { unit, takesUnitAbove }: Heading): boolean =>
  (here.unit.scale === unit.scale || (takesUnitAbove === true && !here.namesUnit)) &&
  here.unit.inverted === unit.inverted &&
  here.unit.codes === unit.codes;
