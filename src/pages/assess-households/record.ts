import { MET } from '../../measure/judge.ts';
import type { Input } from '../../tally/tally.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { JudgedHousehold } from '../../rows/judged-households.ts';
import { remarkText } from '../../report/assess/households.ts';
import type { DataRecord } from '../../page/format.ts';
import { inputJson } from '../record-parts.ts';
import { placeRecord } from '../../report/printed-place.ts';
import { countOf, headLines, shownOf } from './page.ts';
import type { HouseholdSheets } from './page.ts';

/** For programs: `aid-metrics/assess@1`, with households, which come one by one. */
export function householdsRecord(sheets: HouseholdSheets, inputs: readonly Input[], notes: readonly string[]): DataRecord {
  const { households, lang } = sheets;
  const fields = {
    schema: 'aid-metrics/assess@1',
    for: 'households',
    inputs: inputs.map((input) => inputJson(input, lang)),
    schemes: headLines(sheets).length === 0 ? [] : [headLines(sheets).join('\n')],
    counts: Object.fromEntries(MET.map((met) => [met, countOf(households, met)])),
    notes,
  };
  return { fields, items: { name: 'households', values: recordsOf(sheets) } };
}

function* recordsOf(sheets: HouseholdSheets): Generator {
  for (const household of shownOf(sheets)) yield householdJson(household, sheets.lang);
}

function householdJson({ place, period, household, head, persons, met, criteria, scheme, open }: JudgedHousehold, lang: Lang): unknown {
  return {
    place: placeRecord(place),
    period,
    household_id: household,
    head_name: head || null,
    persons: persons === undefined ? null : Number(persons),
    met: met ?? null,
    criteria:
      'scheme' in scheme ? scheme.scheme.criteria.map(({ number, label }, at) => ({ number, label: label[lang], met: criteria[at] })) : [],
    open: open.map(({ number, met: how, remarks, settledBy }) => ({
      number,
      met: how,
      ...(remarks.length > 0 && { remarks: remarks.map((remark) => remarkText(remark)[lang]) }),
      ...(settledBy.length > 0 && { settledBy }),
    })),
  };
}
