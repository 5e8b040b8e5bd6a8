import type { DatabaseTable } from './database-table.ts';
import type { Heading } from './heading.ts';
import type { RecordBatch } from './records.ts';

/** The header and the rows, of which only the columns that have a heading leave the database. Who adds up households asks for sums instead. */
export async function* recordsOf(database: DatabaseTable, headings: readonly Heading[]): AsyncGenerator<RecordBatch> {
  const { dialect, columns, from, cell, stream } = database;
  yield { records: [columns] };
  const read = new Set(headings.map(({ index }) => index));
  const cells = columns.map((column, index) => (read.has(index) ? cell(column) : "''"));
  for await (const records of stream(dialect.rows({ from, levels: [], where: true, cells }))) yield { records };
  await database.refuseChanged();
}
