import type { JudgedHousehold } from '../../rows/judged-households.ts';
import { PLACE_COLUMNS } from '../../vocabulary/place.ts';
import { dataColumn, placeDataColumns, textColumns, wordsOf } from '../../page/data-columns.ts';
import type { DataColumn, DataTable } from '../../page/format.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { openText, shownOf } from './page.ts';
import type { HouseholdSheets } from './page.ts';

/** For spreadsheets: a row for each household, a column for each criterion of its scheme by number. */
export function householdsData(sheets: HouseholdSheets): DataTable {
  const { lang } = sheets;
  const shown = shownOf(sheets);
  const numbers = sheets.criteria;
  const metWords = wordsOf(MET_NAMES);
  const columns: readonly DataColumn[] = [
    ...placeDataColumns,
    ...textColumns(['period', 'household_id', 'head_name']),
    dataColumn('persons', 'number'),
    dataColumn('met', 'text', metWords),
    ...numbers.map((number): DataColumn => ({
      id: `criterion_${number}`,
      label: { zh: `第 ${number} 项`, en: `Criterion ${number}` },
      kind: 'text',
      wordOf: metWords,
    })),
    dataColumn('open'),
  ];
  const rowOf = (one: JudgedHousehold): readonly string[] => {
    const { scheme, criteria } = one;
    const own = 'scheme' in scheme ? scheme.scheme.criteria : [];
    const metOf = (number: number): string => criteria[own.findIndex((criterion) => criterion.number === number)] ?? '';
    return [
      ...PLACE_COLUMNS.map((part) => one.place[part] ?? ''),
      one.period,
      one.household,
      one.head,
      one.persons?.toString() ?? '',
      one.met ?? '',
      ...numbers.map(metOf),
      one.open.map((criterion) => openText(criterion, lang)).join('; '),
    ];
  };
  return { columns, rows: rowsOf(shown, rowOf) };
}

/** Household by household: a county's are too many to hold as text. */
function* rowsOf(shown: readonly JudgedHousehold[], rowOf: (one: JudgedHousehold) => readonly string[]): Generator<readonly string[]> {
  for (const one of shown) yield rowOf(one);
}
