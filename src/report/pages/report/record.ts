import type { Input } from '../../../tally/tally.ts';
import type { Lang } from '../../../vocabulary/text.ts';
import type { Format } from '../../format.ts';
import type { Report, ReportCell, ReportPlace } from '../../report.ts';
import type { ReportVerdict } from '../../verdict.ts';

/** The report for programs: `aid-metrics/report@1`. */
export const json: Format = {
  id: 'json',
  ending: '.json',
  write: (report) => `${JSON.stringify(asJson(report), undefined, 2)}\n`,
};

function asJson(report: Report): unknown {
  return {
    schema: 'aid-metrics/report@1',
    period: report.period,
    asOf: report.asOf,
    by: report.by,
    inputs: report.inputs.map((input) => inputJson(input, report.lang)),
    places: report.places.map((place) => ({
      place: place.place,
      ...(place.unit !== undefined && { helperUnit: place.unit }),
      period: report.period,
      metrics: metricsOf(place),
    })),
    total: { period: report.period, villages: report.total.villages, metrics: metricsOf(report.total) },
    findings: report.findings,
    notes: report.notes,
  };
}

/** An input without how its headings were understood: that is for `check`. */
export function inputJson({ file, sheet, table, encoding, rows, accepted, rejected, sha256, notes }: Input, lang: Lang): unknown {
  return {
    file,
    ...(sheet !== undefined && { sheet }),
    table,
    encoding,
    rows,
    accepted,
    rejected,
    sha256,
    notes: notes.map((note) => note[lang]),
  };
}

const metricsOf = ({ cells }: ReportPlace): unknown => Object.fromEntries(cells.map((cell) => [cell.metric.id, metricOf(cell)]));

/** An answer as programs read it. */
export function metricOf(cell: ReportCell): unknown {
  const { value, metric, reason, missing, rejected, low, high, text, evidence, marks, villages, beside, breakdown, verdict, lacking } =
    cell;
  return {
    value,
    unit: metric.unitCode,
    ...(reason && { reason }),
    ...(lacking.length > 0 && { lacking }),
    ...(cell.numerator !== undefined && { numerator: cell.numerator, denominator: cell.denominator }),
    missing,
    ...(rejected > 0 && { rejected }),
    low,
    high,
    text,
    ...(evidence && { evidence }),
    ...(marks.length > 0 && { marks }),
    ...(beside.length > 0 && { beside }),
    ...(villages.inFile > 1 && { villages }),
    ...(verdict && { verdict: verdictJson(verdict) }),
    ...(breakdown && { breakdown: breakdown.map(({ key, label, value: number, unit }) => ({ key, label, value: number, unit })) }),
  };
}

/** A verdict with the document that it rests on. */
export function verdictJson({ standard, region, comparison, threshold, thresholdText, met, shortBy, ...more }: ReportVerdict): unknown {
  const { hiddenByRounding, from, until, source, amendments } = more;
  return {
    standard,
    region,
    comparison,
    threshold,
    thresholdText,
    met,
    ...(shortBy && { shortBy }),
    ...(hiddenByRounding && { hiddenByRounding }),
    from,
    until,
    source,
    ...(amendments.length > 0 && { amendments }),
  };
}
