import { isBlank } from '../../../input/cell.ts';
import { NoDataRows } from '../../../input/no-data-rows.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { rowSchema } from '../../../input/row-schema.ts';
import type { Row } from '../../../language/row.ts';
import { placeColumns } from '../../../tables/shared.ts';
import type { Place } from '../../../vocabulary/place.ts';
import { writtenPlace } from '../../places/row-places.ts';
import type { Told } from '../../told.ts';
import type { Survey } from '../engine.ts';
import { recordsOfNewPlaces } from './plain-places.ts';

/** The places that the rows of a file name, as they are written. */
export async function surveyPlaces(file: OpenedTable, { plainRows }: Pick<Told, 'plainRows'>): Promise<Survey> {
  const places: Place[] = [];
  for await (const row of placesIn(file, plainRows)) places.push(writtenPlace(row));
  return { places };
}

/** The places of a file's rows, each writing once. */
async function* placesIn(file: OpenedTable, plainRows: Told['plainRows']): AsyncGenerator<Row> {
  const headings = file.headings.filter(({ column }) => column in placeColumns);
  const schema = rowSchema(
    headings,
    () => false,
    () => undefined,
  );
  const noData = new NoDataRows(file.table, file.headings, file.header);
  const seen = new Set<string>();
  let record = -1;
  for await (const { records, passed = 0 } of recordsOfNewPlaces(file, plainRows)) {
    record += passed;
    for (const one of records) {
      const cells = noData.inOrder(one);
      record++;
      if (record <= file.headerRecord || cells.length < file.width) continue;
      const written = headings.map(({ index }) => cells[index] ?? '').join('\u001f');
      if (seen.has(written)) continue;
      if (cells.every(isBlank) || noData.of(cells)) continue;
      seen.add(written);
      const parsed = schema.safeParse(Object.fromEntries(headings.map(({ column, index }) => [column, cells[index] ?? ''])));
      if (parsed.success && typeof parsed.data.village === 'string') yield parsed.data;
    }
  }
}
