import type { DataRecord } from '../../page/format.ts';
import type { Input } from '../../tally/tally.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { inputJson, verdictJson } from '../record-parts.ts';
import type { Sheet, SheetPart } from '../../report/assess/sheet.ts';

/** Acceptance sheets for programs: `aid-metrics/assess@1`. */
export function sheetsRecord(sheets: readonly Sheet[], inputs: readonly Input[], notes: readonly string[], lang: Lang): DataRecord {
  const fields = {
    schema: 'aid-metrics/assess@1',
    for: 'places',
    inputs: inputs.map((input) => inputJson(input, lang)),
    places: sheets.map(({ place, period, date, scheme, notJudged, met, counts, criteria, amendments }) => ({
      place,
      period,
      ...(date !== undefined && { asOf: date }),
      ...(scheme && { scheme }),
      ...(notJudged !== undefined && { notJudged }),
      ...(met && { met, counts }),
      criteria: criteria.map(({ number, label, wording, met: whole, parts, outside }) => ({
        number,
        label,
        wording,
        met: whole,
        parts: parts.map(partJson),
        ...(outside.length > 0 && { onSite: outside }),
      })),
      ...(amendments.length > 0 && { amendments }),
    })),
    notes,
  };
  return { fields };
}

function partJson({
  id,
  met,
  reason,
  arithmetic,
  value,
  unit,
  numerator,
  denominator,
  missing,
  low,
  high,
  excluded,
  verdict,
  settledBy,
  remarks,
}: SheetPart): unknown {
  return {
    id,
    met,
    ...(reason && { reason }),
    text: arithmetic,
    ...(unit !== undefined && { value, unit, ...(numerator !== undefined && { numerator, denominator }), missing, low, high }),
    ...(excluded.length > 0 && { excluded }),
    ...(verdict && { verdict: verdictJson(verdict) }),
    ...(settledBy.length > 0 && { settledBy }),
    ...(remarks.length > 0 && { remarks }),
  };
}
