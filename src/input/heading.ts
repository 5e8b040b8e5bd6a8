import type { Column } from '../language/column.ts';
import type { HeaderUnit } from './value-kind.ts';

/** How one heading of a file was understood. */
export interface Heading {
  /** Its place in the row, from 0. */
  readonly index: number;
  /** As the file has it. */
  readonly written: string;
  /** The canonical column. */
  readonly column: string;
  readonly definition: Column;
  readonly unit: HeaderUnit;
  /** The heading says what its numbers are counted in: a unit above the header is not for it. */
  readonly namesUnit: boolean;
  /** Its unit stands above the header. */
  readonly takesUnitAbove?: true;
  /** The heading is only probably this column. */
  readonly doubtful: boolean;
  /** Other tables use the heading for something else: it marks no table. */
  readonly shared: boolean;
  /** The user says that it is this column. */
  readonly mapped: boolean;
}
