import { PLACE_PARTS } from '../vocabulary/place.ts';
import type { DatabaseTable } from './database-table.ts';
import type { Heading } from './heading.ts';
import type { RecordBatch } from './records.ts';

/**
 * The header and the rows, of which only the columns that have a heading leave the database. A table has no order of its own, and one run is to be like the
 * next: rows come in the order of the codes and names of their places, then of their other cells. Who adds up households asks for sums instead. */
export async function* recordsOf(database: DatabaseTable, headings: readonly Heading[]): AsyncGenerator<RecordBatch> {
  const { dialect, columns, from, cell, stream } = database;
  yield { records: [columns] };
  const read = new Set(headings.map(({ index }) => index));
  const cells = columns.map((column, index) => (read.has(index) ? cell(column) : "''"));
  const order = headings.toSorted((a, b) => rankOf(a) - rankOf(b) || a.index - b.index).map(({ index }) => cells[index]!);
  for await (const records of stream(dialect.rows({ from, levels: [], where: true, cells, order }))) yield { records };
  await database.refuseChanged();
}

const ORDERED: readonly string[] = ['village_code', ...PLACE_PARTS, 'period'];
const rankOf = ({ column }: Heading): number => {
  const at = ORDERED.indexOf(column);
  return at === -1 ? ORDERED.length : at;
};
