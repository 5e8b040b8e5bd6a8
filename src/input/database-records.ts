import type { DatabaseTable } from './database-table.ts';
import type { Heading } from './headers.ts';
import type { RecordFile } from './record-file.ts';
import type { RecordBatch } from './records.ts';
import type { Source } from './source.ts';

/** A table of a database as a file whose header is known. */
export const fileOfTable = ({ file, declared }: Pick<Source, 'file' | 'declared'>, database: DatabaseTable): RecordFile => ({
  file,
  declared,
  sheet: undefined,
  isHidden: false,
  encoding: database.dialect.id,
  sha256: database.sha256,
  hasNul: false,
  rowsAreLines: true,
  hiddenRows: [],
  mergedDown: new Set(),
  database,
  records: () => recordsOf(database, []),
});

/** The header and the rows, of which only the columns that have a heading leave the database. Who adds up households asks for sums instead. */
export async function* recordsOf(database: DatabaseTable, headings: readonly Heading[]): AsyncGenerator<RecordBatch> {
  const { dialect, columns, from, cell, stream } = database;
  yield { records: [columns] };
  const read = new Set(headings.map(({ index }) => index));
  const cells = columns.map((column, index) => (read.has(index) ? cell(column) : "''"));
  for await (const records of stream(dialect.select(cells, from, [], ''))) yield { records };
  await database.refuseChanged();
}
