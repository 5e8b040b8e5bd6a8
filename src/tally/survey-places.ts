import { isBlank } from '../input/cell.ts';
import { NoDataRows } from '../input/no-data-rows.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { rowSchema } from '../input/row-schema.ts';
import type { Row } from '../language/row.ts';
import { placeColumns } from '../tables/shared.ts';
import type { Place } from '../vocabulary/place.ts';
import type { TallyPlan } from './engine.ts';
import { recordsOfNewPlaces } from './engines/files/plain-places.ts';
import { indexPlaces } from './place-index.ts';
import { writtenPlace } from './row-places.ts';
import type { RowPlaces } from './row-places.ts';

/**
 * The villages that household files name, where no table tells them: before the first row is counted it must be known whether a name with fewer parts
 * fits one of them or several. Files that name places by the village alone leave nothing to be filled in, and are not looked through.
 */
export async function placesNamedBy(
  files: readonly OpenedTable[],
  places: RowPlaces,
  { plainRows }: Pick<TallyPlan, 'plainRows'>,
): Promise<RowPlaces> {
  const columns = new Set(files.flatMap((file) => placeHeadings(file).map(({ column }) => column)));
  if (columns.size < 2) return places;
  const named: Place[] = [];
  for (const file of files) for await (const row of placesIn(file, plainRows)) named.push(places.spelled(writtenPlace(row)));
  return places.knowing(indexPlaces(named));
}

const placeHeadings = ({ headings }: OpenedTable): OpenedTable['headings'] => headings.filter(({ column }) => column in placeColumns);

/** The places of a file's rows, each writing once. */
async function* placesIn(file: OpenedTable, plainRows: TallyPlan['plainRows']): AsyncGenerator<Row> {
  const headings = placeHeadings(file);
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
