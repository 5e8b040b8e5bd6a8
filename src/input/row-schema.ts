import { NEVER, object, transform } from 'zod/mini';
import type { Kind, Kinds } from '../language/column.ts';
import type { Heading } from './heading.ts';
import type { CellReading, ChangeCode } from './value-kind.ts';
import { readWhole } from './read-cell.ts';
import { blankAmongTicks } from './ticks.ts';

type Value = Kinds[Kind] | undefined;

/** Different words in one column that are read only once. Enough for villages, years and yes/no; ids do not repeat. */
const REMEMBERED_CELLS = 4096;
/** Kinds whose cells repeat and cost something to read. */
const REPEATING: ReadonlySet<Kind> = new Set<Kind>([
  'text',
  'yes-no',
  'choice',
  'count',
  'money',
  'quantity',
  'period',
  'year',
  'date',
  'moment',
  'list',
  'rate',
]);

/**
 * The zod schema of one file's rows: the columns of its table that the file has, read in the units that its headings give.
 * Cells in, typed values out; a blank is `undefined`. An issue's message is the code of its finding.
 */
export const rowSchema = (headings: readonly Heading[], isRequired: (heading: Heading) => boolean, changed: (change: ChangeCode) => void) =>
  object(Object.fromEntries(headings.map((heading) => [heading.column, cellSchema(heading, isRequired(heading), changed)])));

export type RowSchema = ReturnType<typeof rowSchema>;

function cellSchema({ definition, unit }: Heading, required: boolean, changed: (change: ChangeCode) => void) {
  const remembered = new Map<string, CellReading | undefined>();
  const blank = blankAmongTicks({ definition, unit });

  const readAnew = (cell: string): CellReading | undefined => readWhole(cell, definition, unit);
  // Most often a cell says what the one above it said.
  let lastCell: string | undefined;
  let lastReading: CellReading | undefined;
  const readOnce = (cell: string): CellReading | undefined => {
    if (cell === lastCell) return lastReading;
    lastCell = cell;
    lastReading = remembered.get(cell) ?? readAndRemember(cell);
    return lastReading;
  };
  const readAndRemember = (cell: string): CellReading | undefined => {
    const reading = readAnew(cell);
    if (reading !== undefined && remembered.size < REMEMBERED_CELLS) remembered.set(cell, reading);
    return reading;
  };
  const read = REPEATING.has(definition.kind) ? readOnce : readAnew;

  // The transform of zod itself makes an `addIssue` for every cell, which is felt over millions of them.
  return transform((cell: string, context): Value => {
    const reading = read(cell);
    if (reading === undefined) {
      if (unit.ticked) return blank;
      if (required) context.issues.push({ code: 'custom', input: cell, message: 'required-blank' });
      return undefined;
    }
    if ('finding' in reading) {
      context.issues.push({ code: 'custom', input: cell, message: reading.finding });
      return NEVER;
    }
    if ('blank' in reading) {
      if (required) context.issues.push({ code: 'custom', input: cell, message: 'required-blank' });
      reading.changed.forEach(changed);
      return undefined;
    }
    if (reading.changed) reading.changed.forEach(changed);
    return reading.value;
  });
}
