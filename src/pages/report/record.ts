import type { DataRecord } from '../../page/format.ts';
import { inputJson, metricOf } from '../record-parts.ts';
import type { Report, ReportPlace } from '../../report/report.ts';

/** The report for programs: `aid-metrics/report@1`. */
export function reportRecord(report: Report): DataRecord {
  const fields = {
    schema: 'aid-metrics/report@1',
    period: report.period,
    asOf: report.asOf,
    by: report.by,
    inputs: report.inputs.map((input) => inputJson(input, report.lang)),
    places: placesOf(report),
    total: { period: report.period, villages: report.total.villages, metrics: metricsOf(report.total) },
    findings: report.findings,
    notes: report.notes,
  };
  return { fields };
}

/** The places, one by one: all at once would fill the memory. */
function* placesOf({ places, period }: Report): Generator {
  for (const place of places)
    yield { place: place.place, ...(place.unit !== undefined && { helperUnit: place.unit }), period, metrics: metricsOf(place) };
}

const metricsOf = ({ cells }: ReportPlace): unknown => Object.fromEntries(cells.map((cell) => [cell.metric.id, metricOf(cell)]));
