import { PLACE_COLUMNS } from '../../vocabulary/place.ts';
import { columnWords, dataColumn, placeDataColumns, textColumns, unitWords, wordsOf } from '../../page/data-columns.ts';
import type { DataColumn, DataTable } from '../../page/format.ts';
import { METRIC_NAMES } from '../../report/metric-names.ts';
import { COMPARISON_NAMES } from '../../report/standard-words.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { Sheet } from '../../report/assess/sheet.ts';
import { remarksOf } from './page.ts';

const metWords = wordsOf(MET_NAMES);

const COLUMNS: readonly DataColumn[] = [
  ...placeDataColumns,
  ...textColumns(['period', 'as_of', 'scheme']),
  dataColumn('criterion', 'number'),
  dataColumn('label'),
  dataColumn('met', 'text', metWords),
  dataColumn('asked', 'text', (cell) => METRIC_NAMES[cell] ?? columnWords(cell)),
  dataColumn('asked_met', 'text', metWords),
  dataColumn('value', 'number'),
  dataColumn('unit', 'text', unitWords),
  dataColumn('numerator', 'number'),
  dataColumn('denominator', 'number'),
  dataColumn('missing', 'number'),
  dataColumn('low', 'number'),
  dataColumn('high', 'number'),
  dataColumn('comparison', 'text', wordsOf(COMPARISON_NAMES)),
  dataColumn('threshold', 'number'),
  dataColumn('short_by', 'number'),
  dataColumn('short_by_unit', 'text', unitWords),
  ...textColumns(['left_out', 'settled_by', 'remarks']),
];

/** Acceptance sheets for spreadsheets: a row for each thing that a criterion asks for; a place without a sheet has one row that says why. */
export const sheetsData = (sheets: readonly Sheet[], lang: Lang): DataTable => ({
  columns: COLUMNS,
  rows: sheets.flatMap((sheet) => rowsOf(sheet, lang)),
});

const cell = (value: string | number | null | undefined): string => String(value ?? '');

function rowsOf(sheet: Sheet, lang: Lang): readonly (readonly string[])[] {
  const first = [...PLACE_COLUMNS.map((part) => cell(sheet.place[part])), sheet.period, cell(sheet.date), cell(sheet.scheme?.id)];
  const padded = (cells: readonly string[]): readonly string[] => [...cells, ...COLUMNS.slice(cells.length).map(() => '')];
  if (sheet.notJudged !== undefined) return [[...padded(first).slice(0, -1), sheet.notJudged]];
  return sheet.criteria.flatMap((criterion) => {
    const about = [...first, cell(criterion.number), criterion.label, criterion.met];
    const remarks = remarksOf(criterion, lang).join('; ');
    if (criterion.parts.length === 0) return [[...padded(about).slice(0, -1), remarks]];
    return criterion.parts.map((part) => [
      ...about,
      part.id,
      part.met,
      cell(part.value),
      cell(part.unit),
      cell(part.numerator),
      cell(part.denominator),
      cell(part.missing),
      cell(part.low),
      cell(part.high),
      cell(part.verdict?.comparison),
      cell(part.verdict?.threshold),
      cell(part.verdict?.shortBy?.amount),
      cell(part.verdict?.shortBy?.unit),
      part.excluded.map(({ label, value }) => `${label} ${value}`).join('; '),
      part.settledBy.join(' '),
      remarks,
    ]);
  });
}
