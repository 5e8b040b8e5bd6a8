import { dataColumn, placeDataColumns, textColumns, wordsOf } from '../../page/data-columns.ts';
import type { DataColumn, DataTable } from '../../page/format.ts';
import { formatCount } from '../../report/format-value.ts';
import { PLACE_COLUMNS } from '../../vocabulary/place.ts';
import { unknownCode } from '../../report/row-text.ts';
import type { ExplainedPlace, Explanation, PartId } from '../../report/explain/explanation.ts';
import type { GatheredRow } from '../../rows/behind.ts';
import { PART_NAMES, countedColumns, weightUnit } from '../../report/explain/words.ts';

const BETWEEN = '、';

const COLUMNS: readonly DataColumn[] = [
  ...placeDataColumns,
  dataColumn('period'),
  dataColumn('part', 'text', wordsOf(PART_NAMES)),
  ...textColumns(['file', 'sheet']),
  dataColumn('row', 'number'),
  ...textColumns(['column', 'household_id', 'project_id']),
  dataColumn('weight', 'number'),
  dataColumn('reason'),
];

/** The rows behind a number for spreadsheets: a line per row of the files and part of the number, at the row's own place. */
export const explainData = ({ places }: Explanation): DataTable => ({ columns: COLUMNS, rows: linesOfAll(places) });

/** Place by place: the rows of a province are too many to hold as text. */
function* linesOfAll(places: readonly ExplainedPlace[]): Generator<readonly string[]> {
  for (const place of places) yield* linesOf(place);
}

function linesOf({ parts, isTotal }: ExplainedPlace): readonly (readonly string[])[] {
  return parts.flatMap(({ part, rows }) =>
    // The total is there for what stands at a larger place; the rest has its line already.
    rows.filter(({ place }) => !isTotal || place.village === undefined).map((row) => lineOf(part, row)),
  );
}

function lineOf(part: PartId, row: GatheredRow): readonly string[] {
  const { place, period, file, sheet, id, fact, weight, atLeast, reason, unknown } = row;
  const written = weight === undefined ? '' : `${atLeast ? '≥' : ''}${formatCount(weight, weightUnit(fact))}`;
  return [
    ...PLACE_COLUMNS.map((column) => place[column] ?? ''),
    period,
    part,
    file,
    sheet ?? '',
    row.row?.toString() ?? '',
    countedColumns(row).join(BETWEEN),
    fact.from === 'households' ? (id ?? '') : '',
    fact.from === 'projects' ? (id ?? '') : '',
    written,
    unknown.length > 0 ? unknown.map(unknownCode).join(BETWEEN) : (reason ?? ''),
  ];
}
