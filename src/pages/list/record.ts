import { columnInCurrency } from '../../vocabulary/terms.ts';
import type { DataRecord } from '../../page/format.ts';
import { inputJson } from '../record-parts.ts';
import { placeRecord } from '../../report/printed-place.ts';
import type { ListedRow } from '../../rows/listed.ts';
import { countAsNumber } from '../../report/format-value.ts';
import { groupsOfList } from '../../report/listing/groups.ts';
import { figureJson } from '../../report/listing/figure-text.ts';
import { ledgerOf } from '../../report/listing/listing.ts';
import type { Listing } from '../../report/listing/listing.ts';

/** A list for programs: `aid-metrics/list@1`. */
export function listRecord(listing: Listing): DataRecord {
  const { kind, period, asOf, inputs, rows, listed, unknown, lang, notes } = listing;
  const isLedger = kind.listed.by === 'left-out';
  const fields = {
    schema: 'aid-metrics/list@1',
    kind: kind.id,
    period,
    asOf,
    inputs: inputs.map((input) => inputJson(input, lang)),
    ...(isLedger && {
      summary: ledgerOf(rows).map(({ leftOut, households }) => ({
        metric: leftOut.metric?.id ?? null,
        reason: leftOut.reason,
        households,
      })),
    }),
    ...(kind.groupedBy !== undefined && {
      summary: groupsOfList(listing).map(({ code, rows: own, persons, sum }) => ({
        [kind.groupedBy!]: code ?? null,
        households: own.length,
        persons: Number(persons),
        ...(sum && { [columnInCurrency(sum.column.id, listing.terms)]: countAsNumber(sum.amount, 'yuan'), atLeast: sum.atLeast }),
      })),
    }),
    rows: rows.map((row) => rowJson(row, listing)),
    listed,
    unknown,
    notes: notes.map((note) => note[lang]),
  };
  return { fields };
}

function rowJson(row: ListedRow, { kind, terms }: Listing): unknown {
  const { place, villages, period, id, name, persons, helpers, figures, leftOut, isCertain, unknown, file, sheet } = row;
  const isProject = kind.from === 'projects';
  return {
    place: placeRecord(place),
    period,
    ...(isProject
      ? { project_id: id, name: name ?? null, villages }
      : { household_id: id, head_name: name ?? null, persons: persons === undefined ? null : Number(persons) }),
    ...Object.fromEntries(kind.columns.map((column) => [columnInCurrency(column.id, terms), figureJson(figures[column.id])])),
    ...(leftOut && { metric: leftOut.metric?.id ?? null, reason: leftOut.reason }),
    ...(!isProject && { helper_name: helpers.names, helper_unit: helpers.units }),
    ...(!leftOut && { answer: isCertain ? 'yes' : 'unknown' }),
    ...(unknown.length > 0 && { unknown }),
    file,
    ...(sheet !== undefined && { sheet }),
    ...(row.row !== undefined && { row: row.row }),
  };
}
