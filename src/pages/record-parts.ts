import type { Input } from '../tally/tally.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { ReportCell } from '../report/report.ts';
import type { ReportVerdict } from '../report/verdict.ts';

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

/** An answer as programs read it. */
export function metricOf(cell: ReportCell): unknown {
  const { value, metric, reason, missing, rejected, low, high, text, evidence, marks, villages, beside, breakdown, verdict, lacking } =
    cell;
  return {
    value,
    unit: metric.unitCode,
    ...(reason && { reason }),
    ...(lacking.length > 0 && { lacking }),
    ...(cell.counts && { numerator: cell.counts.numerator, denominator: cell.counts.denominator }),
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
