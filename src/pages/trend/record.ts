import type { DataRecord } from '../../page/format.ts';
import { inputJson, metricOf } from '../record-parts.ts';
import type { StatusReport } from '../../report/trend/status-report.ts';
import type { ReportDifference, ReportPoint, TrendReport, TrendReportPlace } from '../../report/trend/trend-report.ts';

/** A trend for programs: `aid-metrics/trend@1`. */
export function trendRecord(report: TrendReport): DataRecord {
  const fields = {
    schema: 'aid-metrics/trend@1',
    by: report.by,
    periods: report.periods,
    inputs: report.inputs.map((input) => inputJson(input, report.lang)),
    places: report.places.map((place) => ({ place: place.place, metrics: metricsOf(place) })),
    total: { metrics: metricsOf(report.total) },
    households: report.households.map(changesOf),
    findings: report.findings,
    notes: report.notes,
  };
  return { fields };
}

/** The points of each metric: those of years first, then those of months. */
function metricsOf({ series }: TrendReportPlace): unknown {
  const ids = new Set(series.map(({ metric }) => metric.id));
  const pointsOf = (id: string) =>
    series.filter(({ metric }) => metric.id === id).flatMap(({ metric, points }) => points.map((point) => pointOf(metric.unitCode, point)));
  return Object.fromEntries([...ids].map((id) => [id, pointsOf(id)]));
}

/** A gap is a period with nothing but its reason. */
function pointOf(unit: string, { period, cell, change, growth, growthReason, marks, compared }: ReportPoint): unknown {
  const answer = cell ? (metricOf(cell) as Readonly<Record<string, unknown>>) : { value: null, unit, reason: 'no-data', text: '—' };
  return {
    period,
    ...answer,
    ...(change && { change: differenceOf(change) }),
    ...(growth && { growth: differenceOf(growth) }),
    ...(growthReason && { growthReason }),
    ...(marks.length > 0 && { changeMarks: marks }),
    ...(compared && {
      compared: {
        villages: compared.villages,
        from: { value: compared.before.value, text: compared.before.text },
        to: { value: compared.now.value, text: compared.now.text },
      },
    }),
  };
}

const differenceOf = ({ value, low, high, text }: ReportDifference): unknown => ({ value, low, high, text });

function changesOf({ from, to, cells, named, personsAtLeast, vanishedWithVillage, renamed, moved }: StatusReport): unknown {
  return {
    from,
    to,
    matrix: cells.map(({ from: was, to: is, households, persons }) => ({ from: was, to: is, households, persons })),
    changes: Object.fromEntries(named.map(({ id, households, persons }) => [id, { households, persons }])),
    ...(personsAtLeast && { personsAtLeast }),
    vanishedWithVillage,
    looksRenamed: renamed.map(({ from: old, to: now, village, likeness }) => ({ from: old, to: now, place: village.place, likeness })),
    moved: moved.map(({ id, from: before, to: after }) => ({ household: id, from: before.place, to: after.place })),
  };
}
