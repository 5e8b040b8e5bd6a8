import type { DataRecord } from '../../page/format.ts';
import { inputJson } from '../record-parts.ts';
import { countAsNumber } from '../../report/format-value.ts';
import { unitCode } from '../../vocabulary/terms.ts';
import type { Unit } from '../../vocabulary/unit.ts';
import type { ExplainedPart, ExplainedPlace, Explanation } from '../../report/explain/explanation.ts';
import type { GatheredRow } from '../../rows/behind.ts';
import { countedColumns, weightUnit } from '../../report/explain/words.ts';

/** The rows behind a number for programs: `aid-metrics/explain@1`. */
export function explainRecord({ metric, lang, period, by, inputs, places, notes, terms }: Explanation): DataRecord {
  const { id, label, unit, numerator, denominator } = metric;
  const fields = {
    schema: 'aid-metrics/explain@1',
    metric: {
      id,
      label: label[lang],
      unit: unitCode(unit, terms),
      definition: metric.definition[lang],
      formula: metric.formula[lang],
      // The documents of China define nothing abroad.
      ...(!terms.abroad && { source: metric.source[lang] }),
    },
    period,
    by,
    inputs: inputs.map((input) => inputJson(input, lang)),
    places: places.map((place) => placeJson(place, numerator.unit, denominator?.unit ?? numerator.unit)),
    notes: notes.map((note) => note[lang]),
  };
  return { fields };
}

function placeJson({ place, cell, parts, absentHouseholds, isTotal }: ExplainedPlace, above: Unit, below: Unit): unknown {
  const { value, text, reason, counts, missing, rejected, low, high, evidence } = cell;
  return {
    place: isTotal ? null : place,
    value,
    text,
    ...(reason && { reason }),
    ...(counts && { numerator: counts.numerator, denominator: counts.denominator }),
    missing,
    rejected,
    low,
    high,
    ...(evidence && { evidence }),
    parts: parts.map((part) => partJson(part, part.part === 'denominator' ? below : above)),
    ...(absentHouseholds > 0n && { absentHouseholds: Number(absentHouseholds) }),
  };
}

const partJson = ({ part, rows, sum }: ExplainedPart, unit: Unit): unknown => ({
  part,
  sum: part === 'unknown' || sum === undefined ? null : countAsNumber(sum, unit),
  rows: rows.map(rowJson),
});

function rowJson(row: GatheredRow): unknown {
  const { period, file, sheet, id, fact, weight, atLeast, reason, unknown } = row;
  return {
    period,
    file,
    ...(sheet !== undefined && { sheet }),
    ...(row.row !== undefined && { row: row.row }),
    columns: countedColumns(row),
    ...(id !== undefined && { [fact.from === 'projects' ? 'project_id' : 'household_id']: id }),
    weight: weight === undefined ? null : countAsNumber(weight, weightUnit(fact)),
    ...(atLeast && { atLeast }),
    ...(unknown.length > 0 ? { unknown } : reason !== undefined && { reason }),
  };
}
